/** What an editor did between the first and the second edition. Texts must occur exactly once. */
export type Edit =
  | { kind: 'figure' | 'negation'; from: string; to: string }
  /** A sentence goes; a similar one may be put after the block or sentence that starts with `lookalikeAfter`. */
  | { kind: 'removed'; text: string; lookalike?: string; lookalikeAfter?: string }
  /** The block that starts with `block` goes behind the one that starts with `after`. */
  | { kind: 'moved'; block: string; after: string }
  | { kind: 'ad'; after: string }
  | { kind: 'headline'; to: string }
  /** A notice at the end of the text. */
  | { kind: 'correction'; text: string };

export interface Picture {
  file: string;
  alt: string;
  caption: string;
  credit: string;
}

export interface DemoArticle {
  slug: string;
  /** Path below the outlet's own, with a leading slash. */
  path: string;
  section: string;
  language?: string;
  headline: string;
  deck: string;
  authors: string[];
  published: string;
  modified: string;
  keywords: string[];
  image?: Picture;
  /** HTML, one block a line. */
  body: string;
  edits?: Edit[];
}

/** What a page needs to know of the request it answers. */
export interface Visit {
  origin: string;
  path: string;
  query: URLSearchParams;
  edition: 1 | 2;
  cookies: Record<string, string>;
  method: string;
  form: URLSearchParams;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: string;
}

export interface Outlet {
  /** First segment of its addresses. */
  id: string;
  name: string;
  /** The document of one article. `body` is its text in the edition asked for. */
  render(article: DemoArticle, body: string, visit: Visit, extra?: { head?: string; foot?: string }): string;
}

export interface Route {
  path: string;
  answer(visit: Visit): Answer | string;
}
