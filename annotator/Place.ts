import { type Anchor, isRendered, rangesOf, type Span, type TextIndex } from '#anchoring/index.ts';
import type { AnchorState } from '#model/records.ts';
import type { WordChange } from '#model/WordChange.ts';
import type { DocumentReader } from './DocumentReader.ts';

const RANK: Record<AnchorState, number> = { exact: 3, changed: 2, suggested: 1, missing: 0 };

/** Where one annotation stands now, in which of the page's documents. */
export class Place {
  readonly state: AnchorState;
  readonly ranges: readonly Range[];
  readonly #text: string;
  /** Which ends of it were rendered when it was found. */
  readonly #seen: string;

  readonly anchor: Anchor | null;
  /** Null while it is missing. */
  readonly home: DocumentReader | null;
  readonly span: Span | null;
  /** Revision of the annotation that was looked for. */
  readonly revision: number;

  private constructor(
    anchor: Anchor | null,
    home: DocumentReader | null,
    span: Span | null,
    ranges: readonly Range[],
    revision: number,
    seen = seenOf(ranges),
  ) {
    this.anchor = anchor;
    this.home = home;
    this.span = span;
    this.revision = revision;
    this.state = anchor?.state ?? 'missing';
    this.ranges = ranges;
    this.#text = textOf(ranges);
    this.#seen = seen;
  }

  /** What `anchor` found in a document's text. */
  static found(anchor: Anchor, home: DocumentReader, revision: number): Place {
    if (!anchor.span) return Place.missing(revision);
    return new Place(anchor, home, anchor.span, anchor.ranges, revision);
  }

  static missing(revision: number): Place {
    return new Place(null, null, null, [], revision);
  }

  /** The same words after the text around them changed; new ranges where the page replaced the nodes. */
  movedTo(index: TextIndex, span: Span): Place {
    const ranges = this.isIntact ? this.ranges : rangesOf(index, span);
    return new Place(this.anchor, this.home, span, ranges, this.revision, this.#seen);
  }

  /** Whether the live ranges still hold the words they were made for. */
  get isIntact(): boolean {
    return (
      this.ranges.every(
        ({ startContainer, endContainer }) => isAlive(startContainer) && isAlive(endContainer),
      ) && textOf(this.ranges) === this.#text
    );
  }

  /**
   * Whether it is rendered, or not, as when it was found. Style sheets fold and unfold parts of a page (`:checked`, `:target`, a
   * width) and no mutation tells.
   */
  get isAsShown(): boolean {
    return seenOf(this.ranges) === this.#seen;
  }

  /** The same place, taken as it is shown now. */
  asShownNow(): Place {
    return new Place(this.anchor, this.home, this.span, this.ranges, this.revision);
  }

  /** Whether hidden words, which have no place among those that are shown, are no longer in the page. */
  get isLost(): boolean {
    return this.span !== null && this.span.start === this.span.end && !this.isIntact;
  }

  isBetterThan(other: Place | undefined): boolean {
    if (!other) return true;
    const by = RANK[this.state] - RANK[other.state];
    return by > 0 || (by === 0 && (this.anchor?.confidence ?? 0) > (other.anchor?.confidence ?? 0));
  }

  get textNow(): string {
    return this.anchor?.textNow ?? '';
  }

  get changes(): WordChange[] {
    return this.anchor?.changes ?? [];
  }

  /** The words are there but not rendered just now. */
  get isHidden(): boolean {
    const first = this.ranges[0];
    return first !== undefined && !isRendered(first.startContainer);
  }
}

const textOf = (ranges: readonly Range[]) => ranges.join('');

const seenOf = (ranges: readonly Range[]) =>
  `${isRendered(ranges[0]?.startContainer)} ${isRendered(ranges.at(-1)?.endContainer)}`;

/** A range whose text node was removed stands in an element, or outside of the page. */
const isAlive = (node: Node) =>
  node.isConnected && (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE);
