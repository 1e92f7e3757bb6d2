import { PageText } from './PageText.ts';
import { TextCollector } from './TextCollector.ts';
import { walkText } from './walkText.ts';

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

/**
 * Reads the text below `root` once. O(nodes + characters): about a millisecond per 200 KB.
 * For pages of megabytes use `indexSlices`, which never holds the main thread for long.
 */
export function indexText(root: Element): TextIndex {
  const work = indexSlices(root, Number.POSITIVE_INFINITY);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Like `indexText`, but yields whenever `budgetMs` of main-thread time have passed. */
export function* indexSlices(root: Element, budgetMs = 8): Generator<void, TextIndex> {
  const collector = new TextCollector();
  let since = performance.now();
  const spent = (): boolean => performance.now() - since > budgetMs;
  for (const work of [walkText(root, collector, spent), collector.settle(spent)]) {
    while (!work.next().done) {
      yield;
      since = performance.now();
    }
  }
  const page = new PageText(collector.shown, new Int32Array(collector.blocks), collector.codes);
  return {
    root,
    page,
    text: page.text,
    blockStart: page.blockStart,
    nodes: collector.nodes,
    nodeStart: new Int32Array(collector.starts),
    kind: new Uint8Array(collector.kinds),
    hasShadow: collector.hasShadow,
    truncated: collector.truncated,
  };
}
