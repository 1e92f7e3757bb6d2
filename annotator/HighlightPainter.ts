import { DocumentHighlights } from './DocumentHighlights.ts';
import type { HighlightStyle } from './highlightStyles.ts';
import { ownerOf, viewOf } from './pageDocument.ts';

interface Painted {
  /** One, or several where the words run through shadow trees. */
  ranges: readonly Range[];
  style: HighlightStyle;
}

/**
 * Paints ranges with the CSS Custom Highlight API: one Highlight per style and document, no element added or split.
 * (One Highlight object per note is measurably slower: 278 ms against 10 ms for 1,000.)
 */
export class HighlightPainter {
  readonly #documents = new Map<Document, DocumentHighlights>();
  readonly #painted = new Map<string, Painted>();
  readonly #owners = new WeakMap<AbstractRange, string>();
  #sentence: readonly Range[] = [];
  #focused: { id: string; ranges: readonly Range[] } | null = null;

  constructor(signal: AbortSignal) {
    this.#highlightsOf(document);
    signal.addEventListener('abort', () => this.stop());
  }

  #highlightsOf(owner: Document): DocumentHighlights {
    let highlights = this.#documents.get(owner);
    if (!highlights) {
      highlights = new DocumentHighlights(owner);
      this.#documents.set(owner, highlights);
    }
    return highlights;
  }

  /** Shows exactly these; ranges of ids that are not named are taken away. */
  show(entries: Iterable<[id: string, ranges: readonly Range[], style: HighlightStyle]>): void {
    const wanted = new Map<string, Painted>();
    for (const [id, ranges, style] of entries) wanted.set(id, { ranges, style });
    for (const id of [...this.#painted.keys()]) if (!wanted.has(id)) this.remove(id);
    for (const [id, { ranges, style }] of wanted) this.put(id, ranges, style);
    this.restore();
  }

  get isEmpty(): boolean {
    return this.#painted.size === 0 && this.#focused === null && this.#sentence.length === 0;
  }

  /** Puts back what pages took out of their registries. @returns whether they had taken anything. */
  restore(): boolean {
    let took = false;
    for (const [owner, highlights] of this.#documents) {
      if (!viewOf(owner)) this.#documents.delete(owner);
      else if (highlights.restore()) took = true;
    }
    return took;
  }

  put(id: string, ranges: readonly Range[], style: HighlightStyle): void {
    const before = this.#painted.get(id);
    if (before?.ranges === ranges && before.style === style) return;
    const focused = this.#focused?.id === id;
    this.remove(id);
    for (const range of ranges) {
      this.#of(range)?.add(style, range);
      this.#owners.set(range, id);
    }
    this.#painted.set(id, { ranges, style });
    if (focused) this.focus(id);
  }

  remove(id: string): void {
    const before = this.#painted.get(id);
    if (!before) return;
    for (const range of before.ranges) this.#of(range)?.delete(before.style, range);
    if (this.#focused?.id === id) this.focus(null);
    this.#painted.delete(id);
  }

  /** The registry of the document a range stands in; none where that document is no longer shown. */
  #of({ startContainer }: Range): DocumentHighlights | undefined {
    const owner = ownerOf(startContainer);
    return viewOf(owner) ? this.#highlightsOf(owner) : undefined;
  }

  /** Lifts one highlight out for a moment; null ends it. */
  focus(id: string | null): void {
    this.focusOn(id, (id !== null && this.#painted.get(id)?.ranges) || []);
  }

  /** Lifts out ranges that are not painted, such as a place to be asked about. */
  focusOn(id: string | null, ranges: readonly Range[]): void {
    for (const range of this.#focused?.ranges ?? []) this.#of(range)?.delete('focus', range);
    this.#focused = id === null ? null : { id, ranges };
    for (const range of ranges) this.#of(range)?.add('focus', range);
  }

  /** Shows which sentence is in hand; no ranges end it. */
  hold(ranges: readonly Range[]): void {
    for (const range of this.#sentence) this.#of(range)?.delete('sentence', range);
    this.#sentence = ranges;
    for (const range of ranges) this.#of(range)?.add('sentence', range);
  }

  /**
   * Ids under a point of a document's viewport (CSS px), the shortest first: where highlights overlap, the reader
   * can reach the inner one.
   */
  at(x: number, y: number, owner: Document = document, shadowRoots: ShadowRoot[] = []): string[] {
    const hit = this.#documents.get(owner)?.at(x, y, shadowRoots);
    const ids = hit
      ? [...hit].flatMap((range) => this.#owners.get(range) ?? [])
      : [...this.#painted.keys()].filter((id) => this.#isOver(id, x, y, owner));
    const length = (id: string) => this.#painted.get(id)?.ranges.join('').length ?? 0;
    return [...new Set(ids)].filter((id) => this.#painted.has(id)).sort((a, b) => length(a) - length(b));
  }

  /** Whether a box of a highlight covers the point; the bounding box is asked first because it is cheap. */
  #isOver(id: string, x: number, y: number, owner: Document): boolean {
    const inside = (box: DOMRect) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    return (this.#painted.get(id)?.ranges ?? []).some(
      (range) =>
        ownerOf(range.startContainer) === owner &&
        inside(range.getBoundingClientRect()) &&
        [...range.getClientRects()].some(inside),
    );
  }

  stop(): void {
    for (const [owner, highlights] of this.#documents) if (viewOf(owner)) highlights.stop();
    this.#documents.clear();
    this.#painted.clear();
  }
}
