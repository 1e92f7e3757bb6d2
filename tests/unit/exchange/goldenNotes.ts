import { anAnnotation, anArticle, aSource } from './records.ts';

/* An invented article with every kind of annotation, as the golden files hold it. */

export const article = anArticle({
  modifiedAt: '2026-03-13T08:00:00Z',
  authors: ['Ines Falk', 'Tomas_B. *Lind*'],
  tags: ['harbour', 'city council'],
  titleHistory: [
    { title: 'Harbour dues to rise', seenAt: '2026-03-12T10:02:11.000Z' },
    { title: 'Harbour dues “to double”: council', seenAt: '2026-03-13T09:00:00.000Z' },
  ],
  note: '# Where this came from\n\nMia sent the link.',
  corrections: ['An earlier version gave the wrong year.'],
});

export const contested = anAnnotation({
  note: 'Per cent or percentage points?\nSee [[Harbour]] and #dues.\n\n- ask the office\n- [x] read table 2',
  tags: ['harbour', 'to check'],
  color: 'blue',
  claim: {
    statement: 'Freight dues rise by 3.1%',
    type: 'quantity',
    attribution: 'city council',
    status: 'checking',
    verdict: 'Not yet clear',
  },
  anchor: {
    state: 'changed',
    checkedAt: '2026-03-13T09:00:00.000Z',
    textNow: 'dues for freight ships will rise by 8.4%',
  },
  sources: [
    aSource({
      quote: { exact: 'rate of 3.1% (net)', prefix: 'which gives a ', suffix: ' for the quarter' },
      locator: 'table 2',
      archivedUrl: 'https://archive.example/1',
    }),
    aSource({
      id: '5d5c1f6e-0d7c-4a6b-9a55-c0ffee999999',
      url: '',
      title: 'Interview with the harbour master',
      site: '',
      kind: 'interview',
      stance: 'disputes',
      tier: 'unknown',
      note: 'By telephone.\n\nShe asked not to be quoted.',
    }),
  ],
});

export const missing = anAnnotation({
  id: '0190b1a4-77aa-7c3d-9e4f-4f2a01b7de11',
  exact: 'First paragraph of the quote.\nSecond one: - with a dash, $5 & [brackets].',
  target: {
    exact: 'First paragraph of the quote.\nSecond one: - with a dash, $5 & [brackets].',
    prefix: '',
    suffix: '',
    start: 20,
    end: 90,
  },
  anchor: { state: 'missing', checkedAt: '2026-03-13T09:00:00.000Z', lastSeenAt: '2026-03-12T10:02:11.000Z' },
});

export const accepted = anAnnotation({
  id: '0190b1a4-77aa-7c3d-9e4f-4f2a01b7de12',
  exact: 'The vote is on Monday',
  target: { exact: 'The vote is on Monday', prefix: '', suffix: '', start: 400, end: 421 },
  retarget: {
    exact: 'The vote is on Tuesday',
    prefix: 'agreed. ',
    suffix: ' at noon.',
    start: 410,
    end: 432,
  },
  history: [
    {
      at: '2026-03-13T09:01:00.000Z',
      kind: 'wording-accepted',
      before: 'The vote is on Monday',
      after: 'The vote is on Tuesday',
    },
  ],
});

export const deleted = anAnnotation({
  id: 'gone',
  deletedAt: '2026-03-13T09:00:00.000Z',
  note: 'must not appear',
});
