/** A mark as a page asks for it. The fixtures of the unit tests would bring a database in memory. */
export function draft(page: string, start: number, note = '') {
  return {
    article: {
      addresses: [page],
      metadata: {
        title: 'Harbour tolls rise again',
        authors: ['Ines Marlow'],
        site: 'The Quay Courier',
        section: null,
        language: 'en',
        publishedAt: null,
        modifiedAt: null,
        canonicalUrl: null,
        description: null,
        image: null,
      },
      kind: 'news' as const,
    },
    url: page,
    target: { exact: 'Tolls rose by 12 per cent', prefix: '', suffix: '', start, end: start + 25 },
    color: 'yellow' as const,
    note,
  };
}
