import { HIGHLIGHT_PREFIX, HIGHLIGHT_STYLES, type HighlightStyle } from './highlightStyles.ts';
import { type View, viewOf } from './pageDocument.ts';

/** `highlightsFromPoint` (CSS Custom Highlight API), not yet in the shared types. */
interface HitTest {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => { highlight: Highlight; ranges: AbstractRange[] }[];
}

/** A window in Firefox, where content scripts see the page's objects through wrappers. */
type Waivable = View & { wrappedJSObject?: View };

/**
 * Our entries in one document's highlight registry: one Highlight per style.
 * The registry belongs to the page too, so only our own names are touched, and `clear()` never.
 */
export class DocumentHighlights {
  readonly #view: View;
  readonly #isWaived: boolean;
  readonly #highlights = new Map<HighlightStyle | 'focus', Highlight>();

  constructor(owner: Document) {
    const view = viewOf(owner);
    if (!view) throw new Error('This document is not shown.');
    // Seen through its wrapper for content scripts, Firefox gives every frame the registry of the page. Past the
    // wrapper there is the frame's own; all it is told is what stands in that registry anyway.
    const own = owner === document ? undefined : (view as Waivable).wrappedJSObject;
    this.#isWaived = own !== undefined;
    this.#view = own ?? view;
    for (const style of [...HIGHLIGHT_STYLES, 'focus' as const])
      this.#highlights.set(style, new view.Highlight());
    this.of('focus').priority = 1;
    this.register();
  }

  of(style: HighlightStyle | 'focus'): Highlight {
    const highlight = this.#highlights.get(style);
    if (!highlight) throw new Error(`No such style: ${style}`);
    return highlight;
  }

  /** Takes our names back where the page emptied the registry or took them. */
  register(): void {
    const { highlights } = this.#view.CSS;
    for (const [style, highlight] of this.#highlights)
      if (highlights.get(HIGHLIGHT_PREFIX + style) !== highlight)
        highlights.set(HIGHLIGHT_PREFIX + style, highlight);
  }

  /** Our ranges under a point of this document's viewport (CSS px); null where the browser cannot tell. */
  at(x: number, y: number, shadowRoots: ShadowRoot[]): Set<AbstractRange> | null {
    const registry = this.#view.CSS.highlights as HighlightRegistry & HitTest;
    // Ranges that come from past the wrapper are not the objects we know.
    if (!registry.highlightsFromPoint || this.#isWaived) return null;
    const ours = new Set(this.#highlights.values());
    const hits = registry.highlightsFromPoint(x, y, { shadowRoots });
    return new Set(hits.filter(({ highlight }) => ours.has(highlight)).flatMap(({ ranges }) => ranges));
  }

  stop(): void {
    for (const style of this.#highlights.keys()) this.#view.CSS.highlights.delete(HIGHLIGHT_PREFIX + style);
  }
}
