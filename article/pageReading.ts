import { type Head, readHead } from './head.ts';
import { type LinkedData, readLinkedData } from './jsonLd.ts';
import { type Outline, readOutline } from './outline.ts';
import { type Prose, readProse } from './prose.ts';

/** What detection, metadata and body read alike of a page, each part when first asked for. */
export class PageReading {
  readonly document: Document;
  #watch: MutationObserver | null;
  #head: Head | null;
  #data: LinkedData | null;
  #outline: Outline | null;
  #prose: Prose | null;

  constructor(document: Document) {
    this.document = document;
    this.#watch = this.#head = this.#data = this.#outline = this.#prose = null;
  }

  /** Lets the calls of this stretch of script share the reading. Without observers (in Node) nothing is shared. */
  share(): void {
    if (this.#watch || typeof MutationObserver === 'undefined') return;
    latest?.end();
    latest = this;
    // Its records are taken by hand.
    this.#watch = new MutationObserver(() => undefined);
    this.#watch.observe(this.document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
    queueMicrotask(() => this.end());
  }

  /** Whether the page is still as it was read. */
  get isFresh(): boolean {
    return this.#watch?.takeRecords().length === 0;
  }

  end(): void {
    this.#watch?.disconnect();
    if (latest === this) latest = null;
  }

  get head(): Head {
    this.#head ??= readHead(this.document);
    return this.#head;
  }

  get data(): LinkedData {
    this.#data ??= readLinkedData(this.document);
    return this.#data;
  }

  /** The first `most` texts, or more where more were read before. */
  outline(most: number): Outline {
    if (!this.#outline || (this.#outline.most < most && !this.#outline.isWhole)) {
      this.#outline = readOutline(this.document, most);
      this.#prose = null;
    }
    return this.#outline;
  }

  prose(most: number): Prose {
    const outline = this.outline(most);
    this.#prose ??= readProse(outline);
    return this.#prose;
  }
}

let latest: PageReading | null = null;

/**
 * The reading of a page: shared by the calls of one stretch of script, as long as the page does not change, and
 * forgotten after it. Nothing is kept alive, and no later call sees an old page.
 * @param isGlance shared only from the `share` on: most pages are known by their head, and never read again
 */
export function readingOf(document: Document, isGlance = false): PageReading {
  if (latest?.document === document && latest.isFresh) return latest;
  const reading = new PageReading(document);
  if (!isGlance) reading.share();
  return reading;
}
