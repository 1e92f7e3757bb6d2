import type { HighlightPainter } from './HighlightPainter.ts';
import { later } from './later.ts';
import type { PageAnnotations } from './PageAnnotations.ts';

/** For how long a highlight that the reader asked for may come late, ms. */
const PATIENCE = 10_000;
/** How long a highlight the reader jumped to stands out, ms. */
const FLASH = 2_400;

/** The annotation the reader wants to see: told once, perhaps in an answer that is overtaken or before its text came. */
export class WantedHighlight {
  readonly #page: PageAnnotations;
  readonly #painter: HighlightPainter;
  #wanted: { id: string; until: number } | null = null;

  constructor(page: PageAnnotations, painter: HighlightPainter) {
    this.#page = page;
    this.#painter = painter;
  }

  /** From now on this one is sought; nothing where `id` is null. */
  want(id: string | null | undefined): void {
    this.#wanted = id ? { id, until: performance.now() + PATIENCE } : null;
  }

  /** Goes to the wanted annotation once it is there; later than that a jump would only disturb. */
  seek = (): void => {
    // Unseen, the way there would not move and the mark would fade before the reader looks.
    if (!this.#wanted || document.visibilityState === 'hidden') return;
    if (performance.now() > this.#wanted.until || this.scrollTo(this.#wanted.id)) this.#wanted = null;
  };

  /** Brings an annotation into view and has it stand out for a moment. @returns whether it stands in the page. */
  scrollTo(id: string): boolean {
    const ranges = this.#page.rangesOf(id);
    const element = ranges[0]?.startContainer.parentElement;
    if (!element) return false;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    // Also a place that is only suggested, and so not painted.
    this.#painter.focusOn(id, ranges);
    later(FLASH, () => this.#painter.focus(null));
    return true;
  }
}
