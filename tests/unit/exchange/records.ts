import type { Annotation, Article, Source } from '#model/records.ts';

const AT = '2026-03-12T10:02:11.000Z';

/** An article as the detector stores it; a test states only what matters to it. */
export function anArticle(facts: Partial<Article> = {}): Article {
  return {
    id: '7b0e6c52-3d0f-4a9e-8a53-0f64c1d2e3a4',
    urls: ['https://morning-courier.example/city/harbour-dues'],
    canonicalUrl: 'https://morning-courier.example/city/harbour-dues',
    title: 'Harbour dues “to double”: council',
    titleHistory: [],
    site: 'Morning Courier',
    authors: ['Ines Falk'],
    section: 'City',
    language: 'en',
    publishedAt: '2026-03-12T06:30:00Z',
    modifiedAt: null,
    description: null,
    image: null,
    kind: 'news',
    tags: [],
    note: '',
    edited: [],
    createdAt: AT,
    updatedAt: AT,
    revision: 1,
    ...facts,
  };
}

export function anAnnotation(facts: Partial<Annotation> & { exact?: string } = {}): Annotation {
  const { exact = 'dues for freight ships will rise by 3.1%', ...rest } = facts;
  return {
    id: '0190b1a4-77aa-7c3d-9e4f-4f2a01b7de10',
    articleId: '7b0e6c52-3d0f-4a9e-8a53-0f64c1d2e3a4',
    url: 'https://morning-courier.example/city/harbour-dues?utm_source=mail',
    target: {
      exact,
      prefix: 'The council said on Friday that ',
      suffix: ', as first reported',
      start: 120,
      end: 160,
    },
    anchor: { state: 'exact', checkedAt: AT },
    color: 'yellow',
    note: '',
    tags: [],
    sources: [],
    history: [],
    createdAt: AT,
    updatedAt: AT,
    revision: 1,
    ext: {},
    ...rest,
  };
}

export function aSource(facts: Partial<Source> = {}): Source {
  return {
    id: '5d5c1f6e-0d7c-4a6b-9a55-c0ffee123456',
    url: 'https://stats.example/bulletin',
    title: 'Port bulletin, table 2',
    site: 'Office for Harbour Statistics',
    authors: [],
    publishedAt: null,
    accessedAt: '2026-03-12T10:05:00.000Z',
    stance: 'supports',
    tier: 'primary',
    kind: 'dataset',
    quote: null,
    locator: '',
    archivedUrl: '',
    note: '',
    ...facts,
  };
}
