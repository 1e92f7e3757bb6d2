import { digestArticle } from '#article/index.ts';
import { call } from '#messaging/call.ts';
import type { PageVisit } from '#messaging/protocol.ts';
import type { ArticleMetadata } from '#model/records.ts';
import { later } from './later.ts';

/** The text must have been still for this long before it is taken down: paragraphs may be on their way, ms. */
const STILL = 1_500;

/** No article is longer, and looking for the body of such a page would hold it up, UTF-16 units. */
const LONGEST = 500_000;

interface Parts {
  /** The documents that hold the page's text, and how much of it there is. */
  texts: () => readonly { document: Document; length: number }[];
  /** What the page at this address says of its article. */
  metadata: (url: string) => ArticleMetadata;
  /** The article holds something of the reader's; others are not remembered. */
  isAnnotated: () => boolean;
  /** The story of the page's address is shown, and not still the one before. */
  hasArrived: () => boolean;
  /** A visit was taken down: what changed since the last one can be told. */
  onVisit: () => void;
  onFault: (error: unknown) => void;
}

/** Takes down what an annotated article looks like on this visit, once its text has come to rest. */
export class VisitReporter {
  readonly #parts: Parts;
  #callOff = (): void => undefined;
  #startedAt = new Date().toISOString();
  #told = '';
  #visit: PageVisit | null = null;

  constructor(parts: Parts, signal: AbortSignal) {
    this.#parts = parts;
    signal.addEventListener('abort', () => this.#callOff());
  }

  get visit(): PageVisit | null {
    return this.#visit;
  }

  /** Another article is shown: a new visit begins. */
  begin(): void {
    this.#callOff();
    this.#startedAt = new Date().toISOString();
    this.#told = '';
    this.#visit = null;
  }

  /** The text came or changed: it is taken down when it has been still for a while. */
  touch(): void {
    this.#callOff();
    this.#callOff = later(STILL, () => void this.#report().catch(this.#parts.onFault));
  }

  async #report(): Promise<void> {
    if (!this.#parts.isAnnotated()) return;
    if (!this.#parts.hasArrived()) return this.touch();
    const url = location.href;
    const seenAt = this.#startedAt;
    const readable = this.#parts.texts().filter(({ length }) => length <= LONGEST);
    if (readable.length === 0) return;
    const metadata = this.#parts.metadata(url);
    const digests = readable.map((text) => digestArticle(text.document, metadata));
    // The article stands in the document with the most text.
    const digest = digests.reduce((best, one) =>
      one.paragraphs.length > best.paragraphs.length ? one : best,
    );
    const told = JSON.stringify(digest);
    if (told === this.#told) return;
    this.#told = told;
    const now = { seenAt, ...digest };
    const { since, headlines } = await call('reportVersion', { url, version: now });
    if (seenAt !== this.#startedAt) return;
    // What it is compared with stays what it was when the page was opened.
    const first = this.#visit;
    this.#visit = { now, since: first?.since ?? since, headlines: first?.headlines ?? headlines };
    this.#parts.onVisit();
  }
}
