import type { LibraryProps } from '#components/library/LibraryProps.ts';
import type { LibraryRows, MarkRow } from '#components/library/LibraryState.ts';
import { libraryRows } from '#panel/library/libraryRows.ts';
import { sampleCard, sampleSource } from './samples.ts';

const quiet = new Proxy(
  {},
  { get: (_, name) => (name === 'hrefOf' ? () => '#' : () => undefined) },
) as LibraryProps['actions'] & LibraryProps['card'];

const mark = (id: string, over: Partial<MarkRow> = {}): MarkRow => ({
  id,
  color: 'yellow',
  quote: { text: 'Tolls rose by 12 per cent in January, the third rise within two years.', found: [] },
  note: null,
  tags: [],
  articleTitle: 'Harbour tolls rise again',
  at: '2026-03-12T09:20:00Z',
  status: null,
  isClaim: false,
  trouble: null,
  ...over,
});

const MARKS: Record<string, MarkRow> = {
  one: mark('one', { status: 'contested', isClaim: true, tags: ['port', 'budget'] }),
  two: mark('two', {
    color: 'pink',
    trouble: 'changed',
    status: 'unsourced',
    isClaim: true,
    note: { text: 'Ask the pilots about the tolls.', found: [[25, 30]] },
    quote: { text: 'Tolls are unusual in the region.', found: [[0, 5]] },
  }),
  three: mark('three', { color: 'blue', trouble: 'missing' }),
  four: mark('four', { quote: { text: 'ارتفعت رسوم الميناء في يناير', found: [] }, color: 'green' }),
};

/** A list of the samples, or of so many rows that nobody has read. */
export function sampleRows(more = 0): LibraryRows {
  const ids = ['one', 'two', 'three', ...Array.from({ length: more }, (_, number) => `m${number}`)];
  return libraryRows(
    {
      total: ids.length + 1,
      groups: [
        { key: 'a', title: 'Harbour tolls rise again', site: 'The Quay Courier', articleId: 'a', ids },
        { key: 'b', title: 'الميناء', site: 'مرسى', articleId: 'b', ids: ['four'] },
      ],
    },
    (id) => MARKS[id],
  );
}

const READING: LibraryProps['state']['reading'] = {
  kind: 'card',
  card: sampleCard(
    { note: 'Ask the pilots.', sources: [sampleSource()], tags: ['port'] },
    { checking: false },
  ),
  articleId: 'a',
  articleTitle: 'Harbour tolls rise again',
  site: 'The Quay Courier',
  language: 'en',
};

/** The library page's props with callbacks that do nothing. */
export function libraryProps(
  state: Partial<LibraryProps['state']> = {},
  change: Partial<LibraryProps> = {},
): LibraryProps {
  return {
    state: {
      address: { view: 'notes', query: '', group: 'article', open: null },
      rows: sampleRows(),
      faults: [],
      reading: { kind: 'nothing' },
      selected: new Set(),
      tags: [
        { name: 'port', count: 12 },
        { name: 'two words', count: 1 },
      ],
      sites: [{ name: 'The Quay Courier', count: 13 }],
      sources: [{ name: 'Tariff list', count: 3 }],
      saved: [{ name: 'To be sourced', query: 'is:unsourced' }],
      figures: null,
      trash: null,
      steps: null,
      heldId: null,
      join: null,
      print: null,
      ...state,
    },
    trouble: null,
    toast: null,
    onDismiss: () => undefined,
    actions: quiet,
    card: quiet,
    ...change,
  };
}

const at = (view: 'figures' | 'trash' | 'steps') =>
  ({ view, query: '', group: 'article', open: null }) as const;

/** Every state the library page can be in, by name. */
export const LIBRARY_STATES: Record<string, LibraryProps> = {
  everything: libraryProps(),
  loading: libraryProps({ rows: null }),
  empty: libraryProps({
    rows: libraryRows({ groups: [], total: 0 }, () => undefined),
    tags: [],
    sites: [],
    saved: [],
  }),
  'nothing found': libraryProps({
    address: { view: 'notes', query: 'zebra', group: 'article', open: null },
    rows: libraryRows({ groups: [], total: 0 }, () => undefined),
  }),
  reading: libraryProps({
    address: { view: 'notes', query: '', group: 'article', open: { group: 'a', id: 'one' } },
    reading: READING,
  }),
  'reading an article': libraryProps({
    address: { view: 'notes', query: '', group: 'article', open: { group: 'a' } },
    reading: {
      kind: 'group',
      head: {
        key: 'a',
        title: 'Harbour tolls rise again',
        site: 'The Quay Courier',
        articleId: 'a',
        count: 3,
      },
      own: {
        note: 'Compare with **last year**.',
        saving: { kind: 'idle' },
        tags: ['port'],
        url: 'https://quay.example/harbour-tolls',
      },
    },
  }),
  selected: libraryProps(
    {
      address: { view: 'notes', query: 'tolls is:sourceless', group: 'article', open: null },
      selected: new Set(['one', 'two', 'three']),
      faults: ['“is:sourceless” was left out.'],
    },
    { toast: { id: 't', text: '“port” put on 3 highlights', undo: true } },
  ),
  'putting together': libraryProps({
    selected: new Set(['one', 'two']),
    join: {
      articles: [
        { id: 'a', title: 'Harbour tolls rise again', site: 'The Quay Courier', count: 12 },
        { id: 'b', title: 'Tolls in the harbour to rise', site: null, count: 1 },
      ],
      tooMany: false,
    },
  }),
  figures: libraryProps({
    address: at('figures'),
    figures: {
      marks: 40,
      claims: 20,
      statuses: [
        { status: 'unsourced', count: 9 },
        { status: 'single source', count: 6 },
        { status: 'corroborated', count: 4 },
        { status: 'contested', count: 1 },
      ],
      bySite: [
        { name: 'The Quay Courier', marks: 30, claims: 18, unsourced: 8 },
        { name: '', marks: 10, claims: 2, unsourced: 1 },
      ],
      otherSites: 2,
      byMonth: [{ name: 'March 2026', marks: 40, claims: 20, unsourced: 9 }],
    },
  }),
  trash: libraryProps({
    address: at('trash'),
    trash: {
      count: 1,
      items: [{ id: 'd1', words: 'Tolls rose', article: 'Harbour tolls', deletedAt: '2026-03-12T09:20:00Z' }],
    },
  }),
  steps: libraryProps({
    address: at('steps'),
    steps: [
      { id: 'h1', name: 'Note on “will cost 418 million…”', at: '2026-03-12T09:20:00Z', undone: false },
      { id: 'h2', name: 'Tags of 12 highlights', at: '2026-03-11T09:20:00Z', undone: true },
    ],
  }),
};
