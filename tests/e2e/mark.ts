import type { Drag, Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { CARDS, type CardFacts, PAINTED } from './facts.ts';

/** Finds the first place of some words, which may run over several elements: in the page, its open shadow trees, its first frame. */
export const wordsIn = (words: string) => `(() => {
  const texts = (root) => [...root.childNodes].flatMap((node) =>
    node.nodeType === 3 ? [node]
    : node.nodeType !== 1 || /^(SCRIPT|STYLE|TEMPLATE)$/.test(node.nodeName) ? []
    : texts(node.shadowRoot ?? node));
  const find = (document) => {
    const nodes = texts(document.body);
    const at = nodes.map((node) => node.data).join('').indexOf(${JSON.stringify(words)});
    if (at < 0) return null;
    const point = (offset) => {
      for (const node of nodes) {
        if (offset <= node.data.length) return [node, offset];
        offset -= node.data.length;
      }
    };
    const range = document.createRange();
    range.setStart(...point(at + 1));
    range.setStart(range.startContainer, range.startOffset - 1);
    range.setEnd(...point(at + ${words.length}));
    return range;
  };
  const frame = document.querySelector('iframe');
  const range = find(document) ?? (frame && find(frame.contentDocument));
  if (!range) throw new Error('The page has no such words');
  return range;
})()`;

const INTO_VIEW = `range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });`;

const select = (words: string) => `(() => {
  const range = ${wordsIn(words)};
  ${INTO_VIEW}
  const selection = range.startContainer.ownerDocument.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return true;
})()`;

/** The way of the mouse over words on one line, also in a shadow tree or a frame. */
export const wayOver = (browser: Driver, words: string) =>
  browser.evaluate<Drag>(`(() => {
    const range = ${wordsIn(words)};
    ${INTO_VIEW}
    const [box] = range.getClientRects();
    const view = range.startContainer.ownerDocument.defaultView;
    const outer = view === window ? { x: 0, y: 0 } : view.frameElement.getBoundingClientRect();
    const y = outer.y + box.y + box.height / 2;
    return { x1: outer.x + box.left + 1, y1: y, x2: outer.x + box.right, y2: y };
  })()`);

/** Waits for the annotator in the page the browser shows. */
export const annotatorIn = (browser: Driver) =>
  until('an annotator', () => browser.evaluate<boolean>(`CSS.highlights.has('claimlight-focus')`));

/** Marks words with the keyboard's shortcut and closes the editor, without a note. */
export async function mark(browser: Driver, words: string): Promise<void> {
  const before = (await browser.evaluate<string[]>(PAINTED)).length;
  await browser.evaluate(select(words));
  await browser.press(['Alt', 'Shift', 'H']);
  await browser.waitUntil(`${PAINTED}.length > ${before}`);
  await browser.quick();
  await browser.press(['Escape']);
  await until('the editor to close', async () => !(await browser.hasQuick()));
}

/** The side bar's cards, once the page was looked at and `settled` holds. */
export async function cardsOnce(
  browser: Driver,
  settled: (cards: CardFacts[]) => boolean,
): Promise<CardFacts[]> {
  const sidebar = await browser.sidebar();
  let cards: CardFacts[] = [];
  await until(
    'the cards of the side bar',
    async () => {
      cards = await sidebar.evaluate<CardFacts[]>(CARDS);
      return settled(cards);
    },
    15_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${JSON.stringify(cards, null, 1)}`);
  });
  return cards;
}
