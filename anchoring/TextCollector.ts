import { foldIfPlain, foldInto, foldUnit, normaliseText } from './foldText.ts';
import { standApart } from './standApart.ts';
import { isLetter } from './tokens.ts';
import type { TextVisitor } from './walkText.ts';

/** Caps against hostile pages; what lies beyond is not indexed and `truncated` says so. */
export const MAX_TEXT = 5_000_000;
export const MAX_NODES = 200_000;

/** How a text node's data became display text. */
export const MAPPED = 1;
export const LEADING_SPACE_DROPPED = 2;
/** The text is not the node's: it says in one line what stands in the formula that the node begins. */
export const FORMULA = 4;
/** Something that is not read stands between this node and the one before. */
export const AFTER_GAP = 8;
/** This node goes on with what the one before began, but browsers see two pieces. */
export const AFTER_SEAM = 16;

/** Nodes between two looks at the clock. */
const BATCH = 256;
/** Places of one page at which the browser is asked whether words touch. Only listings of programs have so many. */
const MOST_MEASURED = 2_000;
const NO_BREAK = 0xa0;
/** After and before these no word begins or ends: `(`, `[`, `{`, and what closes, by comparison codes. */
const OPENING = new Set([...'([{'].map(codeOf));
const CLOSING = new Set([...',.;:!?)]}\'"'].map(codeOf));

/**
 * Makes display text, comparison codes, block starts and a node table of the text nodes a walk meets.
 *
 * The walk only gathers; `settle` then looks at every unit, in one string of the whole page: units of a node's own
 * string are read several times slower, because they lie outside of the engine's heap.
 */
export class TextCollector implements TextVisitor {
  /** What is shown of the page, valid after `settle`. */
  readonly nodes: Text[] = [];
  readonly starts: number[] = [];
  readonly kinds: number[] = [];
  readonly blocks: number[] = [];
  codes: Uint16Array = new Uint16Array(0);
  truncated = false;
  /** True where a plain reading of the same nodes is another text. */
  differs = false;
  hasShadow = false;
  private readonly met: Text[] = [];
  private readonly raws: string[] = [];
  /** Numbers of met nodes before which a block begins or ends. */
  private readonly breaks: number[] = [];
  private lastBreak = -1;
  /** By numbers of met nodes: what stands between them and the node before, see the kinds. */
  private readonly marks = new Map<number, number>();
  /** The same where what was left out can be seen there. */
  private readonly apart = new Set<number>();
  private rawLength = 0;
  private readonly parts: string[] = [];
  private length = 0;
  private endsInSpace = true;
  // Where `settle` is: the page's raw text, how far it was read, the next break and the next run of spaces in it.
  private all = '';
  private rawAt = 0;
  private nextBreak = 0;
  private spaces = -1;
  private atBoundary = true;
  /** Marks of met nodes that show nothing, for the next that does. */
  private pending = 0;
  private room = new Uint16Array(0);
  /** Measures where letters stand; null where the page is read by its tags alone. */
  private readonly probe: Range | null;
  private measured = 0;

  constructor(probe: Range | null) {
    this.probe = probe;
  }

  get shown(): string {
    return this.parts.join('');
  }

  boundary(): void {
    const at = this.met.length;
    if (this.lastBreak === at) return;
    this.lastBreak = at;
    this.breaks.push(at);
  }

  shadow(): void {
    this.hasShadow = true;
  }

  gap(apart: boolean): void {
    this.differs = true;
    this.mark(AFTER_GAP);
    if (apart) this.apart.add(this.met.length);
  }

  seam(): void {
    this.mark(AFTER_SEAM);
  }

  styled(): void {
    this.differs = true;
  }

  formula(node: Text, text: string): boolean {
    this.mark(FORMULA);
    return this.meet(node, text);
  }

  /** Whether something was left out behind the last node. */
  get endsInGap(): boolean {
    return ((this.marks.get(this.met.length) ?? 0) & AFTER_GAP) !== 0;
  }

  private mark(kind: number): void {
    const at = this.met.length;
    this.marks.set(at, (this.marks.get(at) ?? 0) | kind);
  }

  text(node: Text): boolean {
    const raw = node.data;
    return raw.length === 0 || this.meet(node, raw);
  }

  private meet(node: Text, raw: string): boolean {
    if (this.rawLength + raw.length > MAX_TEXT || this.met.length >= MAX_NODES) {
      this.truncated = true;
      return false;
    }
    // White space that only indents mark-up shows nothing.
    if (raw.charCodeAt(0) <= 32 && this.lastBreak === this.met.length && raw.trim() === '') return true;
    this.met.push(node);
    this.raws.push(raw);
    this.rawLength += raw.length;
    return true;
  }

  /** Turns what was met into what is shown; yields when `pause` says so. */
  *settle(pause: () => boolean): Generator<void, void> {
    this.all = this.raws.join('');
    // A space may come in before every block.
    this.room = new Uint16Array(this.all.length + this.breaks.length);
    for (let from = 0; from < this.met.length; from += BATCH) {
      if (from > 0 && pause()) yield;
      this.settleSome(from, Math.min(this.met.length, from + BATCH));
    }
    this.codes = this.room.subarray(0, this.length);
  }

  private settleSome(first: number, end: number): void {
    const { all, raws, breaks } = this;
    let { rawAt, spaces } = this;
    for (let i = first; i < end; i++) {
      const raw = raws[i] ?? '';
      const from = rawAt;
      const to = from + raw.length;
      rawAt = to;
      while ((breaks[this.nextBreak] ?? end) <= i) {
        this.atBoundary = true;
        this.nextBreak++;
      }
      if (!this.endsInSpace && !this.atBoundary && this.isApart(i, raw)) this.atBoundary = true;
      const afterSpace = this.endsInSpace || this.atBoundary;
      const at = this.length + (this.atBoundary && !this.endsInSpace ? 1 : 0);
      const drop = afterSpace && raw.charCodeAt(0) === 32 ? 1 : 0;
      // Spelled out ligatures are longer than they were and may have taken the room of what comes now.
      this.makeRoom(at + raw.length);
      // Between two nodes there may be two spaces in a row, inside of one there must not be.
      if (spaces < from + drop) spaces = nextSpaces(all, from + drop);
      if (spaces + 1 >= to && foldIfPlain(all, from + drop, to, this.room, at)) {
        if (to > from + drop)
          this.take(i, drop === 1 ? raw.slice(1) : raw, drop === 1 ? LEADING_SPACE_DROPPED : 0);
        else this.pending |= this.marks.get(i) ?? 0;
        continue;
      }
      let shown = normaliseText(raw);
      let kind = shown === raw ? 0 : MAPPED;
      if (afterSpace && shown.charCodeAt(0) === 32) {
        shown = shown.slice(1);
        kind |= LEADING_SPACE_DROPPED;
      }
      if (shown.length === 0) {
        this.pending |= this.marks.get(i) ?? 0;
        continue;
      }
      this.makeRoom(at + shown.length);
      foldInto(shown, this.room, at);
      this.take(i, shown, kind);
    }
    this.rawAt = rawAt;
    this.spaces = spaces;
  }

  /** Whether what was met stands apart from the words before it, though nothing in the mark-up says so. */
  private isApart(number: number, raw: string): boolean {
    const last = this.room[this.length - 1] ?? 32;
    const first = raw.charCodeAt(0);
    if (this.apart.size > 0 && this.apart.has(number) && isLetter(last) && isLetter(foldUnit(first)))
      return true;
    if (this.probe === null || OPENING.has(last) || first <= 32 || first === NO_BREAK) return false;
    if (CLOSING.has(foldUnit(first)) || this.measured >= MOST_MEASURED) return false;
    const kinds = (this.kinds[this.kinds.length - 1] ?? 0) | (this.marks.get(number) ?? 0);
    const before = this.nodes[this.nodes.length - 1];
    if (before === undefined || kinds & FORMULA) return false;
    this.measured++;
    const isApart = standApart(this.probe, before, this.met[number] as Text);
    this.differs ||= isApart;
    return isApart;
  }

  private makeRoom(length: number): void {
    if (this.room.length >= length) return;
    const wider = new Uint16Array(2 * length);
    wider.set(this.room);
    this.room = wider;
  }

  /** Adds a met node whose codes are already in their place. */
  private take(number: number, shown: string, kind: number): void {
    if (this.atBoundary) {
      if (!this.endsInSpace) {
        this.parts.push(' ');
        this.room[this.length] = 32;
        this.length++;
      }
      this.blocks.push(this.length);
      this.atBoundary = false;
    }
    this.nodes.push(this.met[number] as Text);
    this.starts.push(this.length);
    this.kinds.push(kind | this.pending | (this.marks.get(number) ?? 0));
    this.pending = 0;
    this.parts.push(shown);
    this.length += shown.length;
    this.endsInSpace = shown.charCodeAt(shown.length - 1) === 32;
  }
}

function codeOf(unit: string): number {
  return unit.charCodeAt(0);
}

function nextSpaces(text: string, from: number): number {
  const at = text.indexOf('  ', from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
