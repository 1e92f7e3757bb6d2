import {
  HIGHLIGHT_PREFIX,
  HIGHLIGHT_STYLES,
  type HighlightStyle,
  LIFTS,
  type Lift,
} from './highlightStyles.ts';
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
/** Firefox: gives an object its wrapper back, through which the page's own changes to it are not seen. */
declare const XPCNativeWrapper: (<T>(object: T) => T) | undefined;

interface Shown {
  highlight: Highlight;
  /** What is to be in it; the page can take it out and put others in. */
  ranges: Set<Range>;
  priority: number;
}

/**
 * Our entries in one document's highlight registry: one Highlight per style.
 * The registry belongs to the page too, so only our own names are touched, and `clear()` never; and what stands there
 * under our names the page may have changed.
 */
export class DocumentHighlights {
  readonly #registry: HighlightRegistry;
  readonly #isFramed: boolean;
  readonly #shown = new Map<HighlightStyle | Lift, Shown>();

  constructor(owner: Document) {
    const view = viewOf(owner);
    if (!view) throw new Error('This document is not shown.');
    // Seen through its wrapper for content scripts, Firefox gives every frame the registry of the page. Past the
    // wrapper there is the frame's own; all it is told is what stands in that registry anyway. It is asked for once:
    // the frame may put something else in its place.
    const own = owner === document ? undefined : (view as Waivable).wrappedJSObject;
    this.#isFramed = own !== undefined;
    this.#registry = own
      ? (XPCNativeWrapper?.(own.CSS.highlights) ?? own.CSS.highlights)
      : view.CSS.highlights;
    for (const style of [...HIGHLIGHT_STYLES, ...LIFTS])
      this.#shown.set(style, {
        highlight: new view.Highlight(),
        ranges: new Set(),
        priority: style === 'focus' ? 1 : style === 'sentence' ? -1 : 0,
      });
    this.restore();
  }

  #of(style: HighlightStyle | Lift): Shown {
    const shown = this.#shown.get(style);
    if (!shown) throw new Error(`No such style: ${style}`);
    return shown;
  }

  add(style: HighlightStyle | Lift, range: Range): void {
    const { ranges, highlight } = this.#of(style);
    ranges.add(range);
    highlight.add(range);
  }

  delete(style: HighlightStyle | Lift, range: Range): void {
    const { ranges, highlight } = this.#of(style);
    ranges.delete(range);
    highlight.delete(range);
  }

  /** Puts right what the page did to the registry and to our highlights. @returns whether it had done anything. */
  restore(): boolean {
    let took = false;
    for (const [style, { highlight, ranges, priority }] of this.#shown) {
      if (highlight.size !== ranges.size || [...ranges].some((range) => !highlight.has(range))) {
        took = true;
        highlight.clear();
        for (const range of ranges) highlight.add(range);
      }
      if (highlight.priority !== priority || highlight.type !== 'highlight') {
        took = true;
        highlight.priority = priority;
        highlight.type = 'highlight';
      }
      if (this.#registry.get(HIGHLIGHT_PREFIX + style) !== highlight) {
        took = true;
        this.#registry.set(HIGHLIGHT_PREFIX + style, highlight);
      }
    }
    return took;
  }

  /** Our ranges under a point of this document's viewport (CSS px); null where the browser cannot tell. */
  at(x: number, y: number, shadowRoots: ShadowRoot[]): Set<AbstractRange> | null {
    const registry = this.#registry as HighlightRegistry & HitTest;
    // Ranges that come from past the wrapper are not the objects we know.
    if (!registry.highlightsFromPoint || this.#isFramed) return null;
    const ours = new Set([...this.#shown.values()].map(({ highlight }) => highlight));
    const hits = registry.highlightsFromPoint(x, y, { shadowRoots });
    return new Set(hits.filter(({ highlight }) => ours.has(highlight)).flatMap(({ ranges }) => ranges));
  }

  stop(): void {
    for (const style of this.#shown.keys()) this.#registry.delete(HIGHLIGHT_PREFIX + style);
  }
}
