import type { RecentArticle } from '#components/popup/PopupState.ts';
import type { PopupProps } from '#components/popup/PopupView.tsx';

const quiet = new Proxy({}, { get: () => () => undefined }) as PopupProps['actions'];

const RECENT: RecentArticle[] = [
  {
    id: 'a',
    title: 'Joblessness in Velmark climbs as the harbour waits for orders',
    site: 'The Harbour Post',
    url: 'https://www.harbour-post.example/economy/jobs-in-may',
    count: 5,
    changed: 1,
    missing: 0,
    updatedAt: '2026-03-12T09:20:00Z',
  },
  {
    id: 'b',
    title: 'Council postpones the bridge for a third time',
    site: null,
    url: 'https://eastern-ledger.example/bridge',
    count: 1,
    changed: 0,
    missing: 1,
    updatedAt: '2026-03-02T09:20:00Z',
  },
];

const ARTICLE = {
  kind: 'article',
  articleId: 'a',
  title: 'Joblessness in Velmark climbs as the harbour waits for orders',
  site: 'The Harbour Post',
  detection: { kind: 'news', score: 0.98, signals: ['Marked as NewsArticle', 'Byline and date'] },
  count: 5,
  changed: 1,
  missing: 1,
  own: {
    url: 'https://harbour-post.example/joblessness',
    note: 'Compare with the figures of the harbour board.',
    saving: { kind: 'idle' },
    tags: ['work', 'harbour'],
  },
} satisfies PopupProps['page'];

/** The popup's props with callbacks that do nothing. */
export function popupProps(change: Partial<PopupProps> = {}): PopupProps {
  return {
    page: ARTICLE,
    trouble: null,
    query: '',
    found: null,
    recent: RECENT,
    due: [],
    tomorrow: '2026-03-13',
    tags: [
      { name: 'port', count: 12 },
      { name: 'two words', count: 1 },
    ],
    sites: [{ name: 'The Harbour Post', count: 5 }],
    backup: { at: new Date(Date.now() - 2 * 86_400_000).toISOString(), unsaved: 0 },
    toast: null,
    onUndo: () => undefined,
    onDismiss: () => undefined,
    actions: quiet,
    ...change,
  };
}

/** Every state the popup can be in, by name. */
export const POPUP_STATES: Record<string, PopupProps> = {
  article: popupProps(),
  due: popupProps({
    due: [
      {
        id: 'one',
        articleId: 'article',
        updatedAt: '2026-03-04T09:00:00.000Z',
        articleTitle: 'Joblessness in Velmark climbs',
        language: 'en',
        quote: 'The ferry will sail again by Easter.',
        claim: {
          statement: '',
          type: 'prediction',
          attribution: 'Minister Adela Korth',
          status: 'open',
          resolveBy: '2026-03-01',
        },
        sources: [],
      },
      {
        id: 'two',
        articleId: 'article',
        updatedAt: '2026-03-04T09:00:00.000Z',
        articleTitle: 'Joblessness in Velmark climbs',
        language: 'en',
        quote: 'Rents have doubled since 2019.',
        claim: {
          statement: '',
          type: 'quantity',
          attribution: '',
          status: 'checking',
          resolveBy: '2026-03-02',
        },
        sources: [],
      },
    ],
  }),
  loading: popupProps({ page: { kind: 'loading' }, recent: null, backup: null }),
  'not an article': popupProps({ page: { kind: 'not-article', title: 'Ferries', detection: null } }),
  restricted: popupProps({ page: { kind: 'restricted' } }),
  off: popupProps({ page: { kind: 'off', site: 'harbour-post.example' } }),
  'no access': popupProps({ page: { kind: 'no-access', site: 'harbour-post.example' } }),
  'empty library': popupProps({
    page: {
      ...ARTICLE,
      articleId: null,
      count: 0,
      changed: 0,
      missing: 0,
      own: { ...ARTICLE.own, note: '', tags: [] },
    },
    recent: [],
    backup: { at: null, unsaved: 0 },
  }),
  found: popupProps({
    query: 'unemployment ferry',
    found: {
      total: 9,
      totalArticles: 2,
      faults: [],
      articles: [
        {
          articleId: 'a',
          title: { text: 'Joblessness in Velmark climbs', found: [] },
          site: 'The Harbour Post',
          total: 1,
          hits: [
            {
              annotationId: 'one',
              color: 'yellow',
              excerpts: [
                {
                  where: 'quote',
                  text: 'Unemployment in Velmark rose to 3.1% in May, the highest since the ferry strike.',
                  found: [
                    [0, 12],
                    [67, 72],
                  ],
                },
              ],
            },
          ],
        },
        {
          articleId: 'b',
          title: { text: 'Council postpones the bridge', found: [] },
          site: null,
          total: 3,
          hits: [
            {
              annotationId: 'two',
              color: 'green',
              excerpts: [
                { where: 'note', text: 'Nobody asked about unemployment here.', found: [[19, 31]] },
                { where: 'tag', text: 'ferry', found: [[0, 5]] },
              ],
            },
          ],
        },
      ],
    },
  }),
  'wrong query': popupProps({
    query: 'is:sourceless ferry',
    found: { total: 0, totalArticles: 0, articles: [], faults: ['“is:sourceless” was left out.'] },
  }),
  'nothing found': popupProps({
    query: 'zebra',
    found: { total: 0, totalArticles: 0, articles: [], faults: [] },
  }),
  'other devices': popupProps({ sync: { at: '2026-03-12T09:20:00Z', waiting: 3, trouble: false } }),
  'other devices, trouble': popupProps({ sync: { at: null, waiting: 0, trouble: true } }),
  'backup wanted': popupProps({
    backup: { at: null, unsaved: 34 },
    toast: { id: 't', text: '“Council postpones the bridge” deleted', undo: true },
  }),
  'library lost': popupProps({ trouble: { kind: 'lost', lastBackupAt: null }, recent: [] }),
};
