import { type Anchor, anchor, describe as describeRange, indexText, type Target } from '#anchoring/index.ts';

/** Puts markup into a fresh element of the page and returns it. */
export function show(html: string): HTMLElement {
  const root = document.createElement('main');
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return root;
}

/** Range from the first to the last unit of a text, which may run over several elements; spaces match any space. */
export function rangeOfText(root: Node, text: string): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const points: [Text, number][] = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data } = node as Text;
    for (let i = 0; i < data.length; i++) points.push([node as Text, i]);
    all += data;
  }
  const at = all.indexOf(text);
  const first = points[at];
  const last = points[at + text.length - 1];
  if (at < 0 || !first || !last) throw new Error(`No “${text}” in the page`);
  const range = document.createRange();
  range.setStart(first[0], first[1]);
  range.setEnd(last[0], last[1] + 1);
  return range;
}

export function rangeBetween(start: Node, startOffset: number, end: Node, endOffset: number): Range {
  const range = document.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range;
}

export const describeIn = (root: Element, range: Range): Target => describeRange(indexText(root), range);

/** Any range of a page, element boundaries included, from four free numbers. */
export function someRange(root: Element, a: number, b: number, c: number, d: number): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  const nodes: Node[] = [root];
  while (walker.nextNode())
    if (walker.currentNode.nodeType !== Node.COMMENT_NODE) nodes.push(walker.currentNode);
  const point = (which: number, offset: number): [Node, number] => {
    const node = nodes[which % nodes.length] ?? root;
    const length = node instanceof Text ? node.data.length : node.childNodes.length;
    return [node, offset % (length + 1)];
  };
  const range = document.createRange();
  range.setStart(...point(a, b));
  const [endNode, endOffset] = point(c, d);
  if (range.comparePoint(endNode, endOffset) >= 0) range.setEnd(endNode, endOffset);
  else {
    const [startNode, startOffset] = [range.startContainer, range.startOffset];
    range.setStart(endNode, endOffset);
    range.setEnd(startNode, startOffset);
  }
  return range;
}

/** The element a selector names; a test that names none is wrong. */
export function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
}

/** Describes a text in one page and looks for it in another; the target goes through JSON as in storage. */
export function reanchor(before: string, text: string, after: string): Anchor {
  const root = show(before);
  const target: Target = JSON.parse(JSON.stringify(describeIn(root, rangeOfText(root, text))));
  return anchor(indexText(show(after)), target);
}

/** A story around the lines a test is about, so that pages are as long as real ones. */
export const STORY = [
  'The ferry to Tarn Island left the eastern quay at dawn, three hours late and with half its usual load.',
  'Harbour pilot Edda Vesterholt said the fog had come in faster than any forecast had promised that week.',
  'On the far shore the market opened regardless, and the first traders were seen counting empty crates.',
  'A spokesman for the Brannock Line declined to say when the older of its two ships would be back at sea.',
  'Residents have asked for a bridge since the winter of the great ice, when the strait froze for a month.',
  'An engineer who measured the strait last summer put the depth at its narrowest point at eleven metres.',
];

export const story = (...lines: string[]): string =>
  [...STORY.slice(0, 3), ...lines, ...STORY.slice(3)].map((line) => `<p>${line}</p>`).join('\n');
