import { foldCodes, isNormal, normaliseText } from './foldText';
import { PageText } from './PageText';
import { walkText } from './walkText';

/** Caps against hostile pages; what lies beyond is not indexed and `truncated` says so. */
export const MAX_TEXT = 5_000_000;
export const MAX_NODES = 200_000;

/** How a text node's data became display text. */
export const MAPPED = 1;
export const LEADING_SPACE_DROPPED = 2;

/** The text of a page and where each stretch of it comes from. One per version of the document. */
export interface TextIndex {
  readonly root: Element;
  readonly page: PageText;
  /** Display text: one space for any white space, invisible marks dropped, blocks separated by one space. */
  readonly text: string;
  /** Offsets at which blocks begin. */
  readonly blockStart: Int32Array;
  /** Text nodes in reading order, where each starts in `text`, and how its data was changed. */
  readonly nodes: readonly Text[];
  readonly nodeStart: Int32Array;
  readonly kind: Uint8Array;
  /** True if shadow trees were read in place of their hosts' children. */
  readonly hasShadow: boolean;
  /** True if the page was larger than the caps and only its beginning was read. */
  readonly truncated: boolean;
}

/** Collects text nodes into display text, block starts and a node table. */
export class TextCollector {
  readonly parts: string[] = [];
  readonly nodes: Text[] = [];
  readonly starts: number[] = [];
  readonly kinds: number[] = [];
  readonly blocks: number[] = [];
  length = 0;
  truncated = false;
  hasShadow = false;
  private endsInSpace = true;
  private atBoundary = true;

  readonly boundary = (): void => {
    this.atBoundary = true;
  };

  readonly shadow = (): void => {
    this.hasShadow = true;
  };

  readonly text = (node: Text): boolean => {
    const raw = node.data;
    if (raw.length === 0) return true;
    if (this.length + raw.length > MAX_TEXT || this.nodes.length >= MAX_NODES) {
      this.truncated = true;
      return false;
    }
    let shown = raw;
    let kind = 0;
    if (!isNormal(raw)) {
      // Most of what is not normal is the white space that indents mark-up.
      shown = raw.charCodeAt(0) <= 32 && raw.trim() === '' ? ' ' : normaliseText(raw);
      if (shown.length === 0) return true;
      if (shown !== raw) kind = MAPPED;
    }
    if (shown === ' ' && (this.endsInSpace || this.atBoundary)) return true;
    if (this.atBoundary) this.openBlock();
    if (this.endsInSpace && shown.charCodeAt(0) === 32) {
      shown = shown.slice(1);
      kind |= LEADING_SPACE_DROPPED;
    }
    this.nodes.push(node);
    this.starts.push(this.length);
    this.kinds.push(kind);
    this.parts.push(shown);
    this.length += shown.length;
    this.endsInSpace = shown.charCodeAt(shown.length - 1) === 32;
    return true;
  };

  private openBlock(): void {
    if (!this.endsInSpace) {
      this.parts.push(' ');
      this.length++;
      this.endsInSpace = true;
    }
    this.blocks.push(this.length);
    this.atBoundary = false;
  }
}

/**
 * Reads the text below `root` once. O(nodes + characters): about a millisecond per 200 KB.
 * For pages of megabytes use `indexSlices`, which never holds the main thread for long.
 */
export function indexText(root: Element): TextIndex {
  const collector = new TextCollector();
  walkText(root, collector, never).next();
  return assemble(root, collector);
}

const never = (): boolean => false;

/** Units folded between two looks at the clock. */
const FOLD_SLICE = 100_000;

/** Like `indexText`, but yields whenever `budgetMs` of main-thread time have passed. */
export function* indexSlices(root: Element, budgetMs = 8): Generator<void, TextIndex> {
  const collector = new TextCollector();
  let since = performance.now();
  const spent = (): boolean => performance.now() - since > budgetMs;
  const walk = walkText(root, collector, spent);
  while (!walk.next().done) {
    yield;
    since = performance.now();
  }
  const codes = new Uint16Array(collector.length);
  let at = 0;
  for (let from = 0; from < collector.parts.length; ) {
    let to = from;
    for (let length = 0; to < collector.parts.length && length < FOLD_SLICE; to++) {
      length += collector.parts[to]?.length ?? 0;
    }
    const piece = foldCodes(collector.parts.slice(from, to).join(''));
    codes.set(piece, at);
    at += piece.length;
    from = to;
    if (!spent()) continue;
    yield;
    since = performance.now();
  }
  return assemble(root, collector, codes);
}

function assemble(root: Element, collector: TextCollector, codes?: Uint16Array): TextIndex {
  const page = new PageText(collector.parts.join(''), Int32Array.from(collector.blocks), codes);
  return {
    root,
    page,
    text: page.text,
    blockStart: page.blockStart,
    nodes: collector.nodes,
    nodeStart: Int32Array.from(collector.starts),
    kind: Uint8Array.from(collector.kinds),
    hasShadow: collector.hasShadow,
    truncated: collector.truncated,
  };
}
