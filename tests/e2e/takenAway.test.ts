import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { PAINTED } from './facts.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark, wayOver } from './mark.ts';
import { yellowShare } from './paint.ts';

/** Where the story stands, words to be marked, and others. */
const PLACES = [
  {
    where: 'the page',
    path: PAGES.hospital,
    words: 'They see me sooner',
    other: 'Recruiters have been looking',
    view: 'window',
  },
  {
    where: 'a frame',
    path: '/times/culture/museum-returns-masks',
    words: 'A mask of 1880',
    other: 'In the villages they',
    view: `document.querySelector('iframe').contentWindow`,
  },
] as const;

/** What a page can do to what stands in it; `view` is its window or the one of its frame. */
const TAKEN: [what: string, attack: string][] = [
  ['the registry is emptied', `view.CSS.highlights.clear()`],
  [
    'our names are deleted',
    `for (const name of [...view.CSS.highlights.keys()]) view.CSS.highlights.delete(name)`,
  ],
  ['our names are given away', `view.CSS.highlights.set('claimlight-yellow', new view.Highlight())`],
  ['our highlight is emptied', `view.CSS.highlights.get('claimlight-yellow').clear()`],
  [
    'our ranges are shut',
    `for (const range of view.CSS.highlights.get('claimlight-yellow')) range.collapse()`,
  ],
  [
    'our ranges are put on other words',
    `for (const range of view.CSS.highlights.get('claimlight-yellow')) range.selectNodeContents(view.document.body.querySelector('p'))`,
  ],
  [
    'a highlight of the page’s lies over ours',
    `(view.CSS.highlights.get('claimlight-yellow').priority = -5, view.CSS.highlights.get('claimlight-yellow').type = 'spelling-error')`,
  ],
  [
    'built-ins are taken away, then the registry',
    `(() => {
      const { highlights } = view.CSS;
      highlights.clear();
      const taken = () => { throw new Error('taken'); };
      for (const type of [view.HighlightRegistry, view.Highlight, view.MutationObserver, view.EventTarget])
        for (const name of Object.getOwnPropertyNames(type.prototype))
          if (Object.getOwnPropertyDescriptor(type.prototype, name).value) type.prototype[name] = taken;
      for (const name of ['cloneRange', 'collapse', 'compareBoundaryPoints']) view.Range.prototype[name] = taken;
      for (const name of ['Highlight', 'HighlightRegistry', 'CSS', 'MutationObserver', 'setTimeout']) view[name] = undefined;
      view.takenRegistry = highlights;
    })()`,
  ],
  [
    'all style sheets go',
    `(view.document.adoptedStyleSheets = [], view.document.querySelectorAll('style, link[rel=stylesheet]').forEach((one) => one.remove()))`,
  ],
  [
    'rules of the page’s speak of our names',
    `(() => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(\`html body *::highlight(claimlight-yellow), ::highlight(claimlight-yellow) {
        all: unset !important; background-color: transparent !important; text-decoration: none !important; color: inherit !important }
        @layer first { ::highlight(claimlight-yellow) { background-color: transparent !important } }\`);
      view.document.adoptedStyleSheets = [sheet];
    })()`,
  ],
  [
    'every timer is stopped, then the registry emptied',
    `(() => {
      for (let id = view.setTimeout(() => 0); id >= 0 && id > -1; id--) view.clearTimeout(id);
      view.CSS.highlights.clear();
    })()`,
  ],
  ['the body is replaced', `view.document.body.replaceWith(view.document.body.cloneNode(true))`],
  [
    'the root element is replaced',
    `view.document.documentElement.replaceWith(view.document.documentElement.cloneNode(true))`,
  ],
  [
    'the root element is away for a while',
    `(() => { const root = view.document.documentElement; root.remove(); setTimeout(() => view.document.append(root.cloneNode(true)), 900); })()`,
  ],
  [
    'the whole document is written anew',
    `(() => {
      const html = view.document.documentElement.outerHTML;
      view.document.open();
      view.document.write('<!doctype html>' + html);
      view.document.close();
    })()`,
  ],
];

const HOST = `document.documentElement.lastElementChild`;
/** The same with the editor open, whose element stands last in the page. */
const EDITOR_TAKEN: [what: string, attack: string][] = [
  ['is taken out', `${HOST}.remove()`],
  [
    'is put into an element that is not shown',
    `(document.body.prepend(Object.assign(document.createElement('div'), { hidden: true })), document.body.firstChild.append(${HOST}))`,
  ],
  [
    'is hidden',
    `(${HOST}.hidden = true, ${HOST}.setAttribute('inert', ''), ${HOST}.style.cssText = 'display: none !important')`,
  ],
  ['is adopted by another document', `document.implementation.createHTMLDocument('').body.append(${HOST})`],
  ...TAKEN.filter(([what]) => /body|root|whole|timer/.test(what)).map(([what, attack]): [string, string] => [
    `is open when ${what}`,
    `((view) => { ${attack} })(window)`,
  ]),
];

/** Whether our element stays where it is: one that is just being put back may be drawn anew, and a click would meet the page. */
const AT_REST = `new Promise((resolve) => {
  let looks = 0;
  let last = '';
  const look = () => {
    const { left, top, width, height } = ${HOST}.getBoundingClientRect();
    const now = [left, top, width, height].join();
    if (now !== last) looks = 0;
    last = now;
    if (++looks > 20) resolve(true);
    else requestAnimationFrame(look);
  };
  look();
})`;
/** `npm run test:faults` takes its time: the whole table in frames too, and a fight of a minute. */
const isLong = process.env.CLAIMLIGHT_FAULTS !== undefined;
/** In frames one row of each kind: a registry, built-ins, the body, the whole document. */
const IN_FRAMES = isLong
  ? TAKEN
  : TAKEN.filter(([what]) => /^the registry|^built-ins|^the body|^the whole/.test(what));
const FIGHT_MS = isLong ? 60_000 : 6_000;

/** The page empties the registry as often as it can and counts how often ours was there again. */
const FIGHT = `new Promise((resolve) => {
  let times = 0;
  const end = performance.now() + ${FIGHT_MS};
  const round = () => {
    if (CSS.highlights.size > 0) times++;
    CSS.highlights.clear();
    if (performance.now() < end) setTimeout(round, 4);
    else resolve(times);
  };
  round();
})`;

describe.each(BROWSERS)('what a page takes away, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });
  beforeAll(async () => {
    for (const { path, words } of PLACES) {
      await browser.open(demo.url + path);
      await annotatorIn(browser);
      await mark(browser, words);
    }
  });

  /** Asked of the registry that the page hid, where it did. */
  const painted = PAINTED.replace('view?.CSS.highlights', 'view?.takenRegistry ?? view?.CSS?.highlights');
  const noQuick = () => until('the frame to go', async () => !(await browser.hasQuick()));
  const open = async (path: string, words: string) => {
    await browser.open(demo.url + path);
    await browser.waitUntil(`${PAINTED}.join() === 'yellow: ${words}'`);
  };

  describe.each(PLACES)('from $where,', ({ where, path, words, other, view }) => {
    it.each(where === 'a frame' ? IN_FRAMES : TAKEN)(
      'comes back, and all goes on: %s',
      async (_what, attack) => {
        await open(path, words);
        await browser.evaluate(`((view) => { ${attack}; return true; })(${view})`);
        await browser.waitUntil(`${painted}.join() === 'yellow: ${words}'`).catch(async (error: unknown) => {
          expect(await browser.evaluate<string[]>(painted), String(error)).toEqual([`yellow: ${words}`]);
        });
        if (!attack.includes('undefined')) expect(await yellowShare(browser)).toBeGreaterThan(0.3);
        await browser.drag(await wayOver(browser, other));
        await browser.quick();
        await browser.press(['Escape']);
        await noQuick();
      },
    );
  });

  const [{ path, words, other }] = PLACES;

  it.each(EDITOR_TAKEN)('keeps what is being typed where the editor %s', async (_what, attack) => {
    await open(path, words);
    await browser.clickText(words);
    const card = await browser.quick();
    await card.click('[data-testid=add-note]');
    await card.type('[data-testid=note-input]', 'first');
    const typed = `document.querySelector('[data-testid=note-input]')?.value`;
    await card.waitUntil(`${typed} === 'first'`);
    await browser.evaluate(`(${attack}, true)`);
    await browser.waitUntil(
      `[...document.documentElement.children].some((one) => one.localName === 'div' && getComputedStyle(one).display === 'block' && !one.inert)`,
    );
    await browser.waitUntil(AT_REST);
    const editor = await until('the editor', async () => {
      const quick = await browser.quick();
      return (await quick.evaluate<string>(typed)) === 'first' && quick;
    });
    await editor.type('[data-testid=note-input]', `second`);
    await editor.click('[data-testid=save]');
    await noQuick();
    await browser.reload();
    await browser.waitUntil(`${PAINTED}.join() === 'yellow: ${words}'`);
    await browser.clickText(words);
    expect(await (await browser.quick()).text('[data-testid=note]')).toBe('second');
    await browser.press(['Escape']);
    await noQuick();
  });

  it('comes back less often where the page fights on, and once it gave up', async () => {
    await open(path, words);
    const times = await browser.evaluate<number>(FIGHT);
    expect(times).toBeGreaterThan(5);
    expect(times).toBeLessThan(40);
    await browser.waitUntil(`${PAINTED}.join() === 'yellow: ${words}'`);
    await browser.drag(await wayOver(browser, other));
    await browser.quick();
  });
});
