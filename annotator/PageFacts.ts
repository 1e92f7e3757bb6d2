import { detectArticle, readMetadata } from '#article/index.ts';
import type { ArticleMetadata, Detection } from '#model/records.ts';

/** Attributes by which a page says something of its article. */
const TELLING = ['content', 'href', 'datetime', 'lang'];

/**
 * What the page says about its article. Both readings go through the whole document, some ten milliseconds on one of
 * megabytes, and are asked for at every note that is saved: they are made again only where something changed.
 */
export class PageFacts {
  readonly #isOwn: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  #url = '';
  #isFresh = false;
  #metadata: ArticleMetadata | null = null;
  #detection: Detection | null = null;

  /** @param isOwn tells nodes of our own interface, whose coming and going is no change */
  constructor(isOwn: (node: Node) => boolean, signal: AbortSignal) {
    this.#isOwn = isOwn;
    this.#observer = new MutationObserver((records) => this.#note(records));
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** What the page says of its article. @param url its address now */
  metadata(url: string): ArticleMetadata {
    this.#refresh(url);
    this.#metadata ??= readMetadata(document, url);
    return this.#metadata;
  }

  /** Whether it is one. @param url its address now */
  detection(url: string): Detection {
    this.#refresh(url);
    this.#detection ??= detectArticle(document, url);
    return this.#detection;
  }

  /** Forgets what was read before the last change. From here on the first change counts, and only that. */
  #refresh(url: string): void {
    this.#note(this.#observer.takeRecords());
    if (this.#isFresh && this.#url === url) return;
    this.#url = url;
    this.#metadata = null;
    this.#detection = null;
    this.#isFresh = true;
    this.#observer.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: TELLING,
    });
  }

  #note(records: readonly MutationRecord[]): void {
    if (!records.some((record) => this.#isChange(record))) return;
    this.#isFresh = false;
    this.#observer.disconnect();
  }

  #isChange({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList') return true;
    return [...addedNodes, ...removedNodes].some((node) => !this.#isOwn(node));
  }
}
