import { useDocument } from './dom';
import { type Head, readHead } from './head';
import { type LinkedData, readLinkedData } from './jsonLd';
import { type Outline, readOutline } from './outline';
import { type Prose, readProse } from './prose';

/** What detection, metadata and body read alike of a page, each part when first asked for. */
export class PageReading {
  readonly document: Document;
  readonly #watch: MutationObserver | null;
  #head: Head | null = null;
  #data: LinkedData | null = null;
  #outline: Outline | null = null;
  #prose: Prose | null = null;

  constructor(document: Document) {
    this.document = document;
    // Its records are taken by hand. Without observers (in Node) nothing is shared.
    this.#watch = typeof MutationObserver === 'undefined' ? null : new MutationObserver(() => undefined);
    this.#watch?.observe(document, {
      attributes: true,
      characterData: true,
      childList: true,
      subtree: true,
    });
  }

  /** Whether the page is still as it was read. */
  get isFresh(): boolean {
    return this.#watch?.takeRecords().length === 0;
  }

  end(): void {
    this.#watch?.disconnect();
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
 * The reading of a page: shared by the calls of one stretch of script, as long as the page does not change, and forgotten after it. Nothing is
 * kept alive, and no later call sees an old page.
 */
export function readingOf(document: Document): PageReading {
  useDocument(document);
  if (latest?.document === document && latest.isFresh) return latest;
  latest?.end();
  const reading = new PageReading(document);
  latest = reading;
  queueMicrotask(() => {
    reading.end();
    if (latest === reading) latest = null;
  });
  return reading;
}
