import type { Drag, Driver } from './driver/Driver.ts';
import type { CardFacts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';

/** The way of the mouse over words, also in a shadow tree or a frame. */
export const wayOver = (browser: Driver, words: string) =>
  browser.evaluate((page, sought): Drag => {
    const range = page.rangeOf(sought);
    page.intoView(range);
    // Where the words begin a new line depends on the fonts of the machine.
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [box, last] = [boxes[0], boxes.at(-1)];
    const view = range.startContainer.ownerDocument?.defaultView;
    if (!box || !last || !view) throw new Error('The words are not shown');
    const outer = view === window ? { x: 0, y: 0 } : view.frameElement?.getBoundingClientRect();
    if (!outer) throw new Error('The frame is gone');
    const middle = ({ y, height }: DOMRect) => outer.y + y + height / 2;
    return {
      x1: outer.x + box.left + 1,
      y1: middle(box),
      x2: outer.x + last.right,
      y2: middle(last),
    };
  }, words);

/** Waits for the annotator in the page the browser shows. */
export const annotatorIn = (browser: Driver, timeoutMs = 10_000) =>
  until('an annotator', () => browser.evaluate((page) => page.isAnnotated()), timeoutMs);

/** Waits until these words are painted, with their style, and no others. */
export async function paintedIs(browser: Driver, ...wanted: string[]): Promise<void> {
  await browser
    .waitUntil(
      (page, all) => JSON.stringify(page.painted().sort()) === JSON.stringify(all),
      wanted.toSorted(),
    )
    .catch(async (error: unknown) => {
      const painted = await browser.evaluate((page) => page.painted());
      throw new Error(`${String(error)}; painted: ${JSON.stringify(painted)}`);
    });
}

/** Marks words with the keyboard's shortcut and closes the editor, without a note. */
export async function mark(browser: Driver, words: string): Promise<void> {
  const before = (await browser.evaluate((page) => page.painted())).length;
  await browser.evaluate((page, sought) => {
    const range = page.rangeOf(sought);
    page.intoView(range);
    const selection = range.startContainer.ownerDocument?.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }, words);
  await browser.press(['Alt', 'Shift', 'H']);
  await browser.waitUntil((page, count) => page.painted().length > count, before);
  // The words may be painted, by the news of them, before the editor opens.
  await (await browser.quick()).waitFor('[data-testid=note-input]');
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
      cards = await sidebar.evaluate((page) => page.cards());
      return settled(cards);
    },
    15_000,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${JSON.stringify(cards, null, 1)}`);
  });
  return cards;
}
