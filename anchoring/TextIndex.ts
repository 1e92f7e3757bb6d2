import { FoldedText } from './FoldedText.ts';
import { closest } from './readNode.ts';
import { StyleReader } from './StyleReader.ts';
import { TextCollector } from './TextCollector.ts';
import { walkText } from './walkText.ts';

/** The text of a page as it is shown, and where each stretch of it comes from. One per version of the document. */
export interface TextIndex {
  readonly root: Element;
  readonly page: FoldedText;
  /** BCP 47 tag of the text's language, as the page says; '' where it says none. */
  readonly language: string;
  /** Display text: one space for any white space, invisible marks dropped, blocks separated by one space. */
  readonly text: string;
  /** Offsets at which blocks begin. */
  readonly blockStart: Int32Array;
  /** Text nodes in reading order, where each starts in `text`, and how its data was changed. */
  readonly nodes: readonly Text[];
  readonly nodeStart: Int32Array;
  readonly kind: Uint8Array;
  /** True if not all text is in it, or not as the tags alone would have it: `plainReading` is another then. */
  readonly differs: boolean;
  /** True if the browser was asked how elements are shown. */
  readonly isLaidOut: boolean;
  /** True if shadow trees were read in place of their hosts' children. */
  readonly hasShadow: boolean;
  /** True if the page was larger than the caps and only its beginning was read. */
  readonly truncated: boolean;
}

/**
 * How a page is read: as the browser shows it, with as few elements asked as will do or with all of them, or all text in
 * it by its tags alone, seen or not.
 */
export type Reading = 'shown' | 'asked' | 'plain';

/**
 * Reads the text below `root` once. O(nodes + characters): about a millisecond per 200 KB.
 * For pages of megabytes use `indexSlices`, which never holds the main thread for long.
 * Where nothing is laid out (Node, a parsed document) it is read by its tags.
 */
export function indexText(root: Element, reading: Reading = 'shown'): TextIndex {
  const work = indexSlices(root, Number.POSITIVE_INFINITY, reading);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Like `indexText`, but yields whenever `budgetMs` of main-thread time have passed. */
export function* indexSlices(
  root: Element,
  budgetMs = 8,
  reading: Reading = 'shown',
): Generator<void, TextIndex> {
  const styles = reading === 'plain' ? null : StyleReader.for(root, reading === 'asked');
  let since = performance.now();
  const spent = (): boolean => performance.now() - since > budgetMs;
  const collector = new TextCollector(styles?.probe ?? null);
  const walk = walkText(root, collector, spent, styles);
  for (const work of [walk, collector.settle(spent)]) {
    if (reading === 'shown' && work !== walk && styles?.isUnsure)
      return yield* indexSlices(root, budgetMs, 'asked');
    while (!work.next().done) {
      yield;
      since = performance.now();
    }
  }
  const page = new FoldedText(collector.shown, new Int32Array(collector.blocks), collector.codes);
  return {
    root,
    page,
    language: languageOf(root),
    text: page.text,
    blockStart: page.blockStart,
    nodes: collector.nodes,
    nodeStart: new Int32Array(collector.starts),
    kind: new Uint8Array(collector.kinds),
    differs: collector.differs,
    isLaidOut: styles !== null,
    hasShadow: collector.hasShadow,
    truncated: collector.truncated,
  };
}

const languageOf = (root: Element): string =>
  closest(root, '[lang]')?.getAttribute('lang')?.slice(0, 35) ?? '';

const plain = new WeakMap<TextIndex, TextIndex>();
const asked = new WeakMap<TextIndex, TextIndex>();

/** The page read once more, with each element asked how it is shown just now. */
export function askedReading(index: TextIndex): TextIndex {
  const known = asked.get(index) ?? indexText(index.root, 'asked');
  asked.set(index, known);
  return known;
}

/**
 * All text of the page by its tags alone, also what is not shown just now: as it was read by versions that asked no
 * styles, so that what they stored is found, and what is hidden can be. The index itself where that is the same.
 */
export function plainReading(index: TextIndex): TextIndex {
  const work = plainSlices(index, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same in slices; at once where it was read before. */
export function* plainSlices(index: TextIndex, budgetMs = 8): Generator<void, TextIndex> {
  if (!index.differs) return index;
  let known = plain.get(index);
  if (!known) {
    known = yield* indexSlices(index.root, budgetMs, 'plain');
    plain.set(index, known);
  }
  return known;
}
