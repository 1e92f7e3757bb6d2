import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Drag, Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const STORY = '/culture/museum-returns-masks';
const FRAMED = 'A mask of 1880';
const WORDS = ['They see me sooner', 'Recruiters have been looking'];

/** Words painted in all windows of the page. */
const painted = (page: PageParts) =>
  page
    .windows()
    .flatMap((view) => [...(view.CSS?.highlights ?? [])])
    .filter(([name]) => name === 'claimlight-yellow')
    .flatMap(([, ranges]) => [...ranges].map(String));

/** The way of the mouse over words in any frame. */
const wayInFrames = (page: PageParts, words: string): Drag => {
  for (const view of page.windows()) {
    const walker = view.document.createTreeWalker(view.document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(words);
      if (at < 0) continue;
      const range = view.document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      page.intoView(range);
      const [box] = range.getClientRects();
      if (!box) throw new Error('The words are not shown');
      let [x, y] = [box.x, box.y + box.height / 2];
      for (let one: Window = view; one !== window; one = one.parent) {
        const frame = one.frameElement;
        if (!frame) throw new Error('The frame is gone');
        const outer = frame.getBoundingClientRect();
        x += outer.x + frame.clientLeft;
        y += outer.y + frame.clientTop;
      }
      return { x1: x + 1, y1: y, x2: x + box.width, y2: y };
    }
  }
  throw new Error('No such words');
};

describe.each(BROWSERS)('what the reader asks for, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const noQuick = () => until('the frame to go', async () => !(await browser.hasQuick()));
  const open = async (path: string) => {
    await browser.open(demo.url + path);
    await annotatorIn(browser);
  };
  const chord = (key: string) => browser.press(['Alt', 'Shift', key]);
  const paintedInFrames = () =>
    until(`“${FRAMED}” to be painted`, async () => (await browser.evaluate(painted)).join() === FRAMED);
  const said = async () => (await browser.quick()).text('[role=status]');

  it('is said not to be possible where nothing is selected', async () => {
    await open(PAGES.hospital);
    await chord('H');
    expect(await said()).toContain('Nothing is selected');
    await browser.press(['Escape']);
    await noQuick();
  });

  it.each(['plaintext-only', 'TRUE'])(
    'is said not to be possible in the reader’s own draft: %s',
    async (kind) => {
      await open(PAGES.hospital);
      await browser.evaluate((page, editable) => {
        const editor = document.createElement('div');
        editor.setAttribute('contenteditable', editable);
        editor.innerHTML =
          '<p>What I think of it.</p><p contenteditable="false">A quoted answer stands here.</p>';
        page.get('p').before(editor);
      }, kind);
      await browser.drag(await browser.evaluate(wayInFrames, 'What I think of it'));
      await chord('C');
      expect(await said()).toContain('writing yourself');
      await browser.press(['Escape']);
      await noQuick();
      await browser.drag(await browser.evaluate(wayInFrames, 'A quoted answer'));
      await (await browser.quick()).waitFor('[data-testid=mark-yellow]');
      await browser.press(['Escape']);
      await noQuick();
    },
  );

  it('is said not to be possible without a claim in hand', async () => {
    await open(PAGES.hospital);
    await browser.selectByMouse(WORDS[0] ?? '');
    await chord('U');
    await until('the answer', async () => (await said()).includes('No claim is in hand'));
    await browser.press(['Escape']);
    await noQuick();
  });

  // Chromium selects one range at a time.
  it.runIf(name === 'firefox')('is done with every range of a selection', async () => {
    await open(PAGES.hospital);
    await browser.evaluate((page, all) => {
      const selection = getSelection();
      selection?.removeAllRanges();
      for (const words of all) {
        const text = page.textWith(words);
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(words));
        range.setEnd(text, text.data.indexOf(words) + words.length);
        selection?.addRange(range);
      }
    }, WORDS);
    await chord('H');
    const editor = await browser.quick();
    expect(await editor.text('.quick-quote')).toBe(WORDS[0]);
    await browser.press(['Escape']);
    await noQuick();
    expect((await browser.evaluate(painted)).sort()).toEqual([...WORDS].sort());
    const { annotations } = await readLibrary(browser);
    expect(annotations.map(({ target }) => target.exact).sort()).toEqual([...WORDS].sort());
  });

  it.each([
    ['a frame within a frame', 'nested'],
    ['a frameset', 'frameset'],
  ])('is done in %s', async (_where, kind) => {
    await browser.open(`${demo.url}/times/${kind}${STORY}`);
    await browser.waitUntil(
      (page, words) => page.windows().some((view) => view.document.body?.innerText?.includes(words)),
      FRAMED,
    );
    if (kind === 'frameset') {
      const popup = await browser.popup();
      await popup.click('[data-testid=annotate-anyway]');
    }
    await annotatorIn(browser);
    await browser.drag(await browser.evaluate(wayInFrames, FRAMED));
    const toolbar = await browser.quick();
    await toolbar.click('[data-testid=mark-yellow]');
    await paintedInFrames();
    await browser.reload();
    await paintedInFrames();
  });
});
