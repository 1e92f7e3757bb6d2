import { expect, it } from 'vitest';
import { MARKDOWN_PRESETS, readMarkdown, writeMarkdown } from '#exchange/index.ts';
import { articleToMarkdown, libraryToMarkdown } from '#exchange/markdown.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const article = anArticle({
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

const contested = anAnnotation({
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

const missing = anAnnotation({
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

const accepted = anAnnotation({
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

const deleted = anAnnotation({ id: 'gone', deletedAt: '2026-03-13T09:00:00.000Z', note: 'must not appear' });

it('writes an article as in the golden file', async () => {
  const annotations = [accepted, contested, deleted, missing];
  const markdown = articleToMarkdown({ article, annotations, exportedAt: '2026-03-14T12:00:00Z' });
  await expect(markdown).toMatchFileSnapshot('golden/article.md');
});

it('writes a library as in the golden file', async () => {
  const other = anArticle({
    id: 'b',
    title: null,
    site: null,
    authors: [],
    canonicalUrl: 'javascript:alert(1)',
  });
  let markdown = '';
  for await (const part of libraryToMarkdown([
    { article, annotations: [missing] },
    { article: other, annotations: [] },
  ])) {
    markdown += part;
  }
  await expect(markdown).toMatchFileSnapshot('golden/library.md');
});

it.each(MARKDOWN_PRESETS)('writes the %s preset as in the golden file, and reads it back', async (preset) => {
  const annotations = [accepted, contested, deleted, missing];
  const markdown = writeMarkdown({ article, annotations }, preset);
  await expect(markdown).toMatchFileSnapshot(`golden/${preset}.md`);
  expect(readMarkdown(markdown)).toEqual({
    format: 'claimlight',
    articles: [article],
    annotations: [missing, contested, accepted],
    refused: [],
    edited: [],
  });
});
