import type { ArticleFacts, Card } from '#components/sidebar/SidebarState.ts';
import type { Annotation, ArticleMetadata, Source } from '#model/records.ts';

const AT = '2026-03-12T09:20:00Z';

export function sampleSource(change: Partial<Source> = {}): Source {
  return {
    id: 'source-1',
    url: 'https://statistics.example/releases/labour-may',
    title: 'Labour market bulletin, May',
    site: 'National Statistics Bureau',
    authors: [],
    publishedAt: null,
    accessedAt: AT,
    stance: 'supports',
    tier: 'primary',
    kind: 'dataset',
    quote: { exact: 'The unemployment rate was 3.1 per cent in May.', prefix: '', suffix: '' },
    locator: 'Table 2',
    archivedUrl: '',
    note: '',
    ...change,
  };
}

export function sampleAnnotation(change: Partial<Annotation> = {}): Annotation {
  return {
    id: 'one',
    articleId: 'article',
    url: 'https://www.harbour-post.example/economy/jobs-in-may',
    target: {
      exact: 'Unemployment in Velmark rose to 3.1% in May, the highest since the ferry strike.',
      prefix: '',
      suffix: '',
      start: 120,
      end: 200,
    },
    anchor: { state: 'exact', checkedAt: AT, lastSeenAt: AT },
    color: 'yellow',
    note: '',
    tags: [],
    sources: [],
    history: [],
    createdAt: AT,
    updatedAt: AT,
    revision: 1,
    ext: {},
    ...change,
  };
}

export function sampleCard(annotation: Partial<Annotation> = {}, card: Partial<Card> = {}): Card {
  return { annotation: sampleAnnotation(annotation), saving: { kind: 'idle' }, ...card };
}

export const SAMPLE_METADATA: ArticleMetadata = {
  title: 'Joblessness in Velmark climbs as the harbour waits for orders',
  authors: ['Ilse Varga', 'Tomas Rekk'],
  site: 'The Harbour Post',
  section: 'Economy',
  language: 'en',
  publishedAt: '2026-03-10T06:00:00Z',
  modifiedAt: '2026-03-12T08:15:00Z',
  canonicalUrl: null,
  description: null,
  image: null,
};

export function sampleFacts(change: Partial<ArticleFacts> = {}): ArticleFacts {
  return {
    metadata: SAMPLE_METADATA,
    detection: {
      kind: 'news',
      score: 0.98,
      signals: ['Marked as NewsArticle', 'Byline and date', '14 paragraphs'],
    },
    url: 'https://www.harbour-post.example/economy/jobs-in-may',
    edited: [],
    allAddresses: [],
    addresses: ['https://www.harbour-post.example/economy/jobs-in-may'],
    others: [],
    note: '',
    noteSaving: { kind: 'idle' },
    tags: [],
    changes: [],
    ...change,
  };
}
