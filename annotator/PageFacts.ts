import { detectArticle, readMetadata } from '#article/index.ts';
import { NOTHING } from '#article/readMetadata.ts';
import type { ArticleMetadata, Detection } from '#model/records.ts';
import { later } from './later.ts';
import { headOf } from './pageDocument.ts';
import { PATIENCE, StoryHead } from './StoryHead.ts';

/** Attributes by which a page says something of its article. */
const TELLING = ['content', 'href', 'datetime', 'lang'];
/** The head is looked at so long after a change in it, ms: it changes in several steps. */
const SETTLE = 700;

/**
 * What the page says about its article. Both readings go through the whole document, some ten milliseconds on one of
 * megabytes, and are asked for at every note that is saved: they are made again only where something changed.
 */
export class PageFacts {
  readonly #isOwn: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  /** Follows the head also while nobody asks: what was there before an address changed is told by nothing else. */
  readonly #headWatch: MutationObserver;
  readonly #story = new StoryHead();
  readonly #onNews: () => void;
  #isNewsDue = false;
  #isLookDue = false;
  #url = '';
  #isFresh = false;
  #metadata: ArticleMetadata | null = null;
  #detection: Detection | null = null;

  /**
   * @param isOwn tells nodes of our own interface, whose coming and going is no change
   * @param onNews called when more of another story came after the address changed to it
   */
  constructor(isOwn: (node: Node) => boolean, signal: AbortSignal, onNews: () => void = () => undefined) {
    this.#isOwn = isOwn;
    this.#onNews = onNews;
    this.#observer = new MutationObserver((records) => this.#note(records));
    this.#headWatch = new MutationObserver(() => this.#lookSoon());
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#headWatch.disconnect();
    });
  }

  /** Whether the page shows the story of its address: a single-page site changes the address first. */
  get hasArrived(): boolean {
    return this.#story.hasArrived;
  }

  /** What the page says of its article. @param url its address now */
  metadata(url: string): ArticleMetadata {
    this.#refresh(url);
    this.#metadata ??= this.#story.hasArrived
      ? readMetadata(document, url, this.#story.stale())
      : { ...NOTHING, authors: [] };
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
    const isWaiting = !this.#story.hasArrived;
    if (this.#isFresh && this.#url === url && !isWaiting) return;
    this.#story.look(url);
    if (this.#story.isMoving) this.#tellSoon(this.#story.hasArrived ? SETTLE : PATIENCE + SETTLE);
    if (this.#isFresh && this.#url === url && isWaiting && !this.#story.hasArrived) return;
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
    const head = headOf(document);
    if (head)
      this.#headWatch.observe(head, {
        childList: true,
        characterData: true,
        attributes: true,
        subtree: true,
      });
  }

  /** While the page stays at its address, what comes into its head is of its story. */
  #lookSoon(): void {
    if (this.#isLookDue) return;
    this.#isLookDue = true;
    later(SETTLE, () => {
      this.#isLookDue = false;
      if (this.#url === location.href) this.#story.look(this.#url);
    });
  }

  #tellSoon(ms: number): void {
    if (this.#isNewsDue) return;
    this.#isNewsDue = true;
    later(ms, () => {
      this.#isNewsDue = false;
      if (!this.#isFresh || !this.#story.hasArrived) this.#onNews();
    });
  }

  #note(records: readonly MutationRecord[]): void {
    if (!records.some((record) => this.#isChange(record))) return;
    this.#isFresh = false;
    this.#observer.disconnect();
    if (this.#story.isMoving) this.#tellSoon(SETTLE);
  }

  #isChange({ type, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList') return true;
    return [...addedNodes, ...removedNodes].some((node) => !this.#isOwn(node));
  }
}
