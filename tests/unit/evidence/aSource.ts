import type { Source } from '#model/records.ts';

let count = 0;

/** A filled-in source of its own site; a test states only what matters to it. */
export function aSource(facts: Partial<Source> = {}): Source {
  count += 1;
  return {
    id: `source-${count}`,
    url: `https://outlet-${count}.example/report`,
    title: `Report ${count}`,
    site: '',
    authors: [],
    publishedAt: null,
    accessedAt: '2026-03-12T10:00:00.000Z',
    stance: 'supports',
    tier: 'secondary',
    kind: 'article',
    quote: null,
    locator: '',
    archivedUrl: '',
    note: '',
    ...facts,
  };
}

export function quoting(exact: string): Pick<Source, 'quote'> {
  return { quote: { exact, prefix: '', suffix: '' } };
}
