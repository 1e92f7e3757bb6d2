import type { SidebarProps } from '#components/sidebar/SidebarView.tsx';
import { SAMPLE_METADATA, sampleCard, sampleFacts, sampleSource } from './samples.ts';

const quiet = new Proxy({}, { get: () => () => undefined }) as SidebarProps['article'] & SidebarProps['card'];

/** The sidebar's props with callbacks that do nothing. */
export function sidebarProps(change: Partial<SidebarProps> = {}): SidebarProps {
  return {
    state: { kind: 'loading' },
    trouble: null,
    inHand: null,
    currentId: null,
    knownTags: ['economy', 'jobs'],
    shortcut: 'Alt+Shift+H',
    toast: null,
    onUndo: () => undefined,
    onRedo: () => undefined,
    onDismiss: () => undefined,
    article: quiet,
    card: quiet,
    ...change,
  };
}

const full = sampleCard(
  {
    note: 'The bureau counts *people looking for work*, see the [method](https://statistics.example/method).\n\n- Same month last year: 2.8%\n- Harbour alone: **5.4%**',
    tags: ['economy', 'labour'],
    claim: {
      statement: 'Unemployment is at its highest since 2019.',
      type: 'quantity',
      attribution: 'Minister Adela Korth',
      status: 'checking',
    },
    sources: [
      sampleSource(),
      sampleSource({
        id: 'source-2',
        url: 'https://eastern-ledger.example/strike-effect',
        title: 'Strike effect was temporary, economists say',
        stance: 'disputes',
        tier: 'secondary',
        quote: null,
        locator: '',
      }),
    ],
  },
  { saving: { kind: 'saved' } },
);

const plain = sampleCard({
  id: 'two',
  color: 'blue',
  target: {
    exact: '“We will not close a single berth,” the minister said.',
    prefix: '',
    suffix: '',
    start: 1,
    end: 2,
  },
  sources: [sampleSource({ id: 'source-3', tier: 'secondary', quote: null })],
});

const changed = sampleCard({
  id: 'three',
  color: 'pink',
  anchor: {
    state: 'changed',
    checkedAt: '2026-03-12T09:20:00Z',
    textNow: 'Unemployment in Velmark rose to 3.4% in May, the highest since the ferry strike.',
  },
  note: 'Used in my piece on Friday.',
});

const suggested = sampleCard({
  id: 'four',
  color: 'green',
  anchor: {
    state: 'suggested',
    checkedAt: '2026-03-12T09:20:00Z',
    textNow: 'Joblessness in the town of Velmark stood at 3.1% in spring.',
  },
});

const missing = sampleCard({
  id: 'five',
  color: 'purple',
  anchor: { state: 'missing', checkedAt: '2026-03-14T09:20:00Z', lastSeenAt: '2026-03-12T09:20:00Z' },
  note: 'The paragraph about the subsidy.',
  target: {
    exact: 'The yard received 40 million crowns last year.',
    prefix: '',
    suffix: '',
    start: 1,
    end: 2,
  },
});

const waiting = sampleCard(
  { id: 'eight', color: 'blue', anchor: { state: 'missing', checkedAt: '1970-01-01T00:00:00.000Z' } },
  { waiting: true },
);

const conflict = sampleCard(
  { id: 'six', note: 'Ask the bureau for the series since 2015.' },
  {
    apart: {
      entry: {
        at: '2026-03-12T09:20:00Z',
        kind: 'note-conflict',
        before: 'Call the bureau on Monday.',
        after: 'Ask the bureau for the series since 2015.',
      },
      of: 'note',
      here: 'Ask the bureau for the series since 2015.',
    },
  },
);

const apart = sampleCard(
  {
    id: 'ten',
    claim: { statement: 'Freight dues fell', type: 'quantity', attribution: '', status: 'open' },
  },
  {
    apart: {
      entry: {
        at: '2026-03-12T09:20:00Z',
        kind: 'claim-conflict',
        before: 'Freight dues rose by 3.1 %',
        after: 'Freight dues fell',
      },
      of: 'statement',
      here: 'Freight dues fell',
    },
  },
);

const article = (cards: ReturnType<typeof sampleCard>[], facts = sampleFacts()) =>
  ({ kind: 'article', facts, cards }) as const;

/** Every state the sidebar can be in, by name. */
export const SIDEBAR_STATES: Record<string, SidebarProps> = {
  loading: sidebarProps(),
  restricted: sidebarProps({ state: { kind: 'restricted' } }),
  off: sidebarProps({ state: { kind: 'off', site: 'harbour-post.example' } }),
  'two addresses': sidebarProps({
    state: article(
      [plain],
      sampleFacts({
        addresses: [
          'https://www.harbour-post.example/economy/jobs-in-may',
          'https://harbour-post.example/p/4411209',
        ],
        others: [{ id: 'other', title: 'The harbour waits for orders' }],
      }),
    ),
  }),
  'many cards': sidebarProps({
    state: article(
      Array.from({ length: 7 }, (_, number) => sampleCard({ id: `m${number}` }, { checking: false })),
      sampleFacts(),
    ),
    currentId: 'm2',
  }),
  'no access': sidebarProps({ state: { kind: 'no-access', site: 'harbour-post.example' } }),
  'not an article': sidebarProps({
    state: { kind: 'not-article', title: 'Ferry timetable', detection: null },
  }),
  'article without highlights': sidebarProps({ state: article([]) }),
  'article with highlights': sidebarProps({
    state: article(
      [full, plain],
      sampleFacts({ note: 'Compare with **last year’s** report.', tags: ['velmark'] }),
    ),
    currentId: 'two',
    toast: { id: 't', text: 'Highlight deleted', undo: true },
  }),
  'changed, suggested and missing': sidebarProps({
    state: article(
      [changed, suggested, missing, waiting],
      sampleFacts({
        changes: ['The headline changed since your visit', '3 paragraphs edited, no correction note seen'],
        tooLarge: true,
      }),
    ),
  }),
  'conflict, failure and hidden': sidebarProps({
    state: article([
      conflict,
      apart,
      sampleCard(
        { id: 'seven', note: 'Typed while the disk was full.' },
        { saving: { kind: 'failed', reason: 'the disk is full.' }, hidden: true },
      ),
      sampleCard({ id: 'eight', color: 'green' }, { checking: true }),
      sampleCard({ id: 'nine' }, { rewritten: 'Freight dues rise by 3,1 %' }),
    ]),
  }),
  'paywalled and corrected': sidebarProps({
    state: article(
      [],
      sampleFacts({
        metadata: {
          ...SAMPLE_METADATA,
          paywalled: true,
          corrections: ['An earlier version gave the wrong year for the strike.'],
        },
      }),
    ),
  }),
  'right to left': sidebarProps({
    state: article(
      [
        sampleCard({
          target: { exact: 'ارتفعت البطالة إلى 3.1٪ في مايو.', prefix: '', suffix: '', start: 0, end: 30 },
          note: 'ملاحظة قصيرة',
        }),
      ],
      sampleFacts({
        metadata: {
          ...SAMPLE_METADATA,
          title: 'البطالة ترتفع في فيلمارك',
          language: 'ar',
          authors: ['ليلى حداد'],
        },
      }),
    ),
  }),
  'library not kept': sidebarProps({ state: article([]), trouble: { kind: 'not-kept' } }),
  'library unavailable': sidebarProps({
    state: article([]),
    trouble: { kind: 'unavailable', sentence: 'Close other windows of the browser and try again.' },
  }),
  'library lost': sidebarProps({ trouble: { kind: 'lost', lastBackupAt: '2026-03-11T09:00:00Z' } }),
  'reload needed': sidebarProps({ state: article([full]), trouble: { kind: 'reload-needed' } }),
};
