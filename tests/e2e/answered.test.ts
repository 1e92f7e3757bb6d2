import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Drag, Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { readLibrary } from './readLibrary.ts';

const STORY = '/culture/museum-returns-masks';
const FRAMED = 'A mask of 1880';
const WORDS = ['They see me sooner', 'Recruiters have been looking'];

/** All windows of the page, however deep. */
const VIEWS = `((all) => all(window))(function all(view) { return [view, ...Array.from({ length: view.length }, (_, nth) => view[nth]).flatMap(all)]; })`;
const PAINTED = `${VIEWS}.flatMap((view) => [...(view.CSS?.highlights ?? [])]).filter(([name]) => name === 'claimlight-yellow').flatMap(([, ranges]) => [...ranges].map(String))`;

/** The way of the mouse over words in any frame. */
const wayInFrames = (words: string) => `(() => {
  for (const view of ${VIEWS}) {
    const walker = view.document.createTreeWalker(view.document.documentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(${JSON.stringify(words)});
      if (at < 0) continue;
      const range = view.document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + ${words.length});
      walker.currentNode.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getClientRects()[0];
      let [x, y] = [box.x, box.y + box.height / 2];
      for (let one = view; one !== window; one = one.parent) {
        const outer = one.frameElement.getBoundingClientRect();
        x += outer.x + one.frameElement.clientLeft;
        y += outer.y + one.frameElement.clientTop;
      }
      return { x1: x + 1, y1: y, x2: x + box.width, y2: y };
    }
  }
  throw new Error('No such words');
})()`;

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
      await browser.evaluate(`(() => {
      const editor = document.createElement('div');
      editor.setAttribute('contenteditable', ${JSON.stringify(kind)});
      editor.innerHTML = '<p>What I think of it.</p><p contenteditable="false">A quoted answer stands here.</p>';
      document.querySelector('p').before(editor);
      return true;
    })()`);
      await browser.drag(await browser.evaluate<Drag>(wayInFrames('What I think of it')));
      await chord('C');
      expect(await said()).toContain('writing yourself');
      await browser.press(['Escape']);
      await noQuick();
      await browser.drag(await browser.evaluate<Drag>(wayInFrames('A quoted answer')));
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
    await browser.evaluate(`(() => {
      const selection = getSelection();
      selection.removeAllRanges();
      for (const words of ${JSON.stringify(WORDS)}) {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode() && !walker.currentNode.data.includes(words));
        const range = document.createRange();
        range.setStart(walker.currentNode, walker.currentNode.data.indexOf(words));
        range.setEnd(walker.currentNode, walker.currentNode.data.indexOf(words) + words.length);
        selection.addRange(range);
      }
      return selection.rangeCount;
    })()`);
    await chord('H');
    const editor = await browser.quick();
    expect(await editor.text('.quick-quote')).toBe(WORDS[0]);
    await browser.press(['Escape']);
    await noQuick();
    expect((await browser.evaluate<string[]>(PAINTED)).sort()).toEqual([...WORDS].sort());
    const { annotations } = await readLibrary(browser);
    expect(annotations.map(({ target }) => target.exact).sort()).toEqual([...WORDS].sort());
  });

  it.each([
    ['a frame within a frame', 'nested'],
    ['a frameset', 'frameset'],
  ])('is done in %s', async (_where, kind) => {
    await browser.open(`${demo.url}/times/${kind}${STORY}`);
    await browser.waitUntil(
      `${VIEWS}.some((view) => view.document.body?.innerText?.includes(${JSON.stringify(FRAMED)}))`,
    );
    if (kind === 'frameset') {
      const popup = await browser.popup();
      await popup.click('[data-testid=annotate-anyway]');
    }
    await annotatorIn(browser);
    await browser.drag(await browser.evaluate<Drag>(wayInFrames(FRAMED)));
    const toolbar = await browser.quick();
    await toolbar.click('[data-testid=mark-yellow]');
    await browser.waitUntil(`${PAINTED}.join() === ${JSON.stringify(FRAMED)}`);
    await browser.reload();
    await browser.waitUntil(`${PAINTED}.join() === ${JSON.stringify(FRAMED)}`);
  });
});
