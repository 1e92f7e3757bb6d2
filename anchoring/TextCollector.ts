import { foldIfPlain, foldInto, normaliseText } from './foldText';
import type { TextVisitor } from './walkText';

/** Caps against hostile pages; what lies beyond is not indexed and `truncated` says so. */
export const MAX_TEXT = 5_000_000;
export const MAX_NODES = 200_000;

/** How a text node's data became display text. */
export const MAPPED = 1;
export const LEADING_SPACE_DROPPED = 2;

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
  hasShadow = false;
  private readonly met: Text[] = [];
  private readonly raws: string[] = [];
  /** Numbers of met nodes before which a block begins or ends. */
  private readonly breaks: number[] = [];
  private rawLength = 0;
  private readonly parts: string[] = [];
  private length = 0;
  private endsInSpace = true;

  get shown(): string {
    return this.parts.join('');
  }

  boundary(): void {
    if (this.breaks.at(-1) !== this.met.length) this.breaks.push(this.met.length);
  }

  shadow(): void {
    this.hasShadow = true;
  }

  text(node: Text): boolean {
    const raw = node.data;
    if (raw.length === 0) return true;
    if (this.rawLength + raw.length > MAX_TEXT || this.met.length >= MAX_NODES) {
      this.truncated = true;
      return false;
    }
    // White space that only indents mark-up shows nothing.
    if (raw.charCodeAt(0) <= 32 && this.breaks.at(-1) === this.met.length && raw.trim() === '') return true;
    this.met.push(node);
    this.raws.push(raw);
    this.rawLength += raw.length;
    return true;
  }

  /** Turns what was met into what is shown; yields when `pause` says so. */
  *settle(pause: () => boolean): Generator<void, void> {
    const { raws, met, breaks } = this;
    const all = raws.join('');
    // A space may come in before every block.
    let codes = new Uint16Array(all.length + breaks.length);
    let next = 0;
    let spaces = -1;
    let atBoundary = true;
    let from = 0;
    for (let i = 0; i < met.length; i++) {
      if ((i & 255) === 255 && pause()) yield;
      const raw = raws[i] ?? '';
      const to = from + raw.length;
      while ((breaks[next] ?? Number.POSITIVE_INFINITY) <= i) {
        atBoundary = true;
        next++;
      }
      const afterSpace = this.endsInSpace || atBoundary;
      const at = this.length + (atBoundary && !this.endsInSpace ? 1 : 0);
      const drop = afterSpace && raw.charCodeAt(0) === 32 ? 1 : 0;
      let shown = drop === 1 ? raw.slice(1) : raw;
      let kind = drop === 1 ? LEADING_SPACE_DROPPED : 0;
      // Spelled out ligatures are longer than they were and may have taken the room of what comes now.
      if (codes.length < at + raw.length) codes = widened(codes, 2 * (at + raw.length));
      // Between two nodes there may be two spaces in a row, inside of one there must not be.
      if (spaces < from + drop) spaces = nextSpaces(all, from + drop);
      if (spaces + 1 < to || !foldIfPlain(all, from + drop, to, codes, at)) {
        shown = normaliseText(raw);
        kind = shown === raw ? 0 : MAPPED;
        if (afterSpace && shown.charCodeAt(0) === 32) {
          shown = shown.slice(1);
          kind |= LEADING_SPACE_DROPPED;
        }
        if (codes.length < at + shown.length) codes = widened(codes, 2 * (at + shown.length));
        foldInto(shown, codes, at);
      }
      from = to;
      if (shown.length === 0) continue;
      if (atBoundary) this.openBlock(codes);
      atBoundary = false;
      this.take(met[i] as Text, shown, kind);
    }
    this.codes = codes.subarray(0, this.length);
  }

  private openBlock(codes: Uint16Array): void {
    if (!this.endsInSpace) {
      this.parts.push(' ');
      codes[this.length] = 32;
      this.length++;
    }
    this.blocks.push(this.length);
  }

  private take(node: Text, shown: string, kind: number): void {
    this.nodes.push(node);
    this.starts.push(this.length);
    this.kinds.push(kind);
    this.parts.push(shown);
    this.length += shown.length;
    this.endsInSpace = shown.charCodeAt(shown.length - 1) === 32;
  }
}

function nextSpaces(text: string, from: number): number {
  const at = text.indexOf('  ', from);
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function widened(codes: Uint16Array<ArrayBuffer>, length: number): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(length);
  wider.set(codes);
  return wider;
}
