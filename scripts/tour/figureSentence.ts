import type { Drag } from '#tests/e2e/driver/Driver.ts';

export interface PageSentence {
  text: string;
  /** Where the mouse has to go to select it, after the page was scrolled there. */
  drag: Drag;
}

/**
 * Runs in the page (its source is sent there, so it uses nothing outside itself): scrolls to the nth sentence
 * with a figure in the text of the page, selects it when `mark` is set, and says where it stands. Null when there
 * is none.
 *
 * The text is the element whose own paragraphs hold the most words; where that has too few such sentences the whole
 * body counts. Enough for a demonstration on any saved page; the extension has its own, better way.
 */
export function figureSentence(nth: number, mark: boolean): PageSentence | null {
  /** A stretch of text with the node behind every character. */
  interface Block {
    text: string;
    nodes: { node: Text; start: number }[];
  }
  const body = Object.getOwnPropertyDescriptor(Document.prototype, 'body')?.get?.call(
    document,
  ) as HTMLElement;
  const skipped =
    'script, style, noscript, template, textarea, select, button, nav, aside, figure, h1, h2, h3';

  const blocks: Block[] = [];
  const weights = new Map<Element, number>();
  let holder: Element | null = null;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') holder = null;
    if (!(node instanceof Text)) continue;
    let parent = node.parentElement;
    if (!parent || !node.data.trim() || parent.closest(skipped) || !parent.checkVisibility()) continue;
    while (parent !== body && parent.parentElement && getComputedStyle(parent).display.startsWith('inline'))
      parent = parent.parentElement;
    if (parent !== holder || blocks.length === 0) blocks.push({ text: '', nodes: [] });
    holder = parent;
    const block = blocks.at(-1);
    block?.nodes.push({ node, start: block.text.length });
    if (block) block.text += node.data;
    const container = /^(P|LI|BLOCKQUOTE)$/.test(parent.nodeName) ? parent.parentElement : parent;
    if (container) weights.set(container, (weights.get(container) ?? 0) + node.data.trim().length);
  }
  const main = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
  const inMain = ({ nodes }: Block) => Boolean(nodes[0] && main?.contains(nodes[0].node));
  const segmenter = new Intl.Segmenter(document.documentElement.lang || 'en', { granularity: 'sentence' });
  const found: { block: Block; start: number; end: number; text: string }[] = [];
  for (const block of [...blocks.filter(inMain), ...blocks.filter((one) => !inMain(one))]) {
    for (const { segment, index } of segmenter.segment(block.text)) {
      const text = segment.trim();
      if (!/\p{Nd}/u.test(text) || text.length < 20 || text.length > 400) continue;
      const start = index + segment.indexOf(text);
      found.push({ block, start, end: start + text.length, text });
    }
  }

  const sentence = found[nth];
  if (!sentence) return null;
  const rangeOf = (start: number, end: number) => {
    const at = (offset: number) => sentence.block.nodes.findLast((one) => one.start <= offset);
    const [a, b] = [at(start), at(end - 1)];
    const range = document.createRange();
    if (a) range.setStart(a.node, start - a.start);
    if (b) range.setEnd(b.node, end - b.start);
    return range;
  };
  const middle = rangeOf(sentence.start, sentence.end);
  sentence.block.nodes[0]?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const above = middle.getBoundingClientRect().top - innerHeight / 3;
  scrollBy({ top: above, behavior: 'instant' });
  if (mark)
    getSelection()?.setBaseAndExtent(
      middle.startContainer,
      middle.startOffset,
      middle.endContainer,
      middle.endOffset,
    );

  const boxes = (range: Range) => [...range.getClientRects()].filter((box) => box.width > 0);
  const first = boxes(rangeOf(sentence.start, sentence.start + 1))[0];
  const last = boxes(rangeOf(sentence.end - 1, sentence.end)).at(-1);
  if (!first || !last) return null;
  const rtl = getComputedStyle(sentence.block.nodes[0]?.node.parentElement ?? body).direction === 'rtl';
  return {
    text: sentence.text.replace(/\s+/g, ' '),
    drag: {
      x1: rtl ? first.right : first.left,
      y1: first.top + first.height / 2,
      x2: rtl ? last.left : last.right,
      y2: last.top + last.height / 2,
    },
  };
}
