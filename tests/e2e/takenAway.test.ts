import { beforeAll, describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn, mark, paintedIs, wayOver } from './mark.ts';
import { yellowShare } from './paint.ts';

/** Where the story stands, words to be marked, and others. */
const PLACES = [
  {
    where: 'the page',
    path: PAGES.hospital,
    words: 'They see me sooner',
    other: 'Recruiters have been looking',
    isFramed: false,
  },
  {
    where: 'a frame',
    path: '/times/culture/museum-returns-masks',
    words: 'A mask of 1880',
    other: 'In the villages they',
    isFramed: true,
  },
] as const;

/** What a page can do to what stands in it, or in its frame. */
type Attack = (page: PageParts, isFramed: boolean) => void;
const TAKEN: [what: string, attack: Attack][] = [
  ['the registry is emptied', (page, isFramed) => page.view(isFramed).CSS.highlights.clear()],
  [
    'our names are deleted',
    (page, isFramed) => {
      const { highlights } = page.view(isFramed).CSS;
      for (const name of [...highlights.keys()]) highlights.delete(name);
    },
  ],
  [
    'our names are given away',
    (page, isFramed) => {
      const view = page.view(isFramed);
      view.CSS.highlights.set('claimlight-yellow', new view.Highlight());
    },
  ],
  ['our highlight is emptied', (page, isFramed) => page.yellow(isFramed).clear()],
  [
    'our ranges are shut',
    (page, isFramed) => {
      for (const range of page.yellow(isFramed)) (range as Range).collapse();
    },
  ],
  [
    'our ranges are put on other words',
    (page, isFramed) => {
      const others = page.view(isFramed).document.body.querySelector('p') as Node;
      for (const range of page.yellow(isFramed)) (range as Range).selectNodeContents(others);
    },
  ],
  [
    'a highlight of the page’s lies over ours',
    (page, isFramed) => {
      const ours = page.yellow(isFramed);
      ours.priority = -5;
      ours.type = 'spelling-error';
    },
  ],
  [
    'built-ins are taken away, then the registry',
    (page, isFramed) => {
      const view = page.view(isFramed);
      const { highlights } = view.CSS;
      highlights.clear();
      const taken = () => {
        throw new Error('taken');
      };
      for (const { prototype } of [
        view.HighlightRegistry,
        view.Highlight,
        view.MutationObserver,
        view.EventTarget,
      ] as { prototype: object }[])
        for (const name of Object.getOwnPropertyNames(prototype))
          if (Object.getOwnPropertyDescriptor(prototype, name)?.value)
            (prototype as Record<string, unknown>)[name] = taken;
      for (const name of ['cloneRange', 'collapse', 'compareBoundaryPoints'] as const)
        view.Range.prototype[name] = taken;
      const globals = view as unknown as Record<string, unknown>;
      for (const name of ['Highlight', 'HighlightRegistry', 'CSS', 'MutationObserver', 'setTimeout'])
        globals[name] = undefined;
      globals.takenRegistry = highlights;
    },
  ],
  [
    'all style sheets go',
    (page, isFramed) => {
      const { document } = page.view(isFramed);
      document.adoptedStyleSheets = [];
      for (const one of document.querySelectorAll('style, link[rel=stylesheet]')) one.remove();
    },
  ],
  [
    'rules of the page’s speak of our names',
    (page, isFramed) => {
      const view = page.view(isFramed);
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(`html body *::highlight(claimlight-yellow), ::highlight(claimlight-yellow) {
        all: unset !important; background-color: transparent !important; text-decoration: none !important; color: inherit !important }
        @layer first { ::highlight(claimlight-yellow) { background-color: transparent !important } }`);
      view.document.adoptedStyleSheets = [sheet];
    },
  ],
  [
    'every timer is stopped, then the registry emptied',
    (page, isFramed) => {
      const view = page.view(isFramed);
      for (let id = Number(view.setTimeout(() => 0)); id >= 0 && id > -1; id--) view.clearTimeout(id);
      view.CSS.highlights.clear();
    },
  ],
  [
    'the body is replaced',
    (page, isFramed) => {
      const { body } = page.view(isFramed).document;
      body.replaceWith(body.cloneNode(true));
    },
  ],
  [
    'the root element is replaced',
    (page, isFramed) => {
      const root = page.view(isFramed).document.documentElement;
      root.replaceWith(root.cloneNode(true));
    },
  ],
  [
    'the root element is away for a while',
    (page, isFramed) => {
      const { document } = page.view(isFramed);
      const root = document.documentElement;
      root.remove();
      setTimeout(() => document.append(root.cloneNode(true)), 900);
    },
  ],
  [
    'the whole document is written anew',
    (page, isFramed) => {
      const { document } = page.view(isFramed);
      const html = document.documentElement.outerHTML;
      document.open();
      document.write(`<!doctype html>${html}`);
      document.close();
    },
  ],
];

/** The same with the editor open, whose element stands last in the page. */
const EDITOR_TAKEN: [what: string, attack: Attack][] = [
  ['is taken out', (page) => page.host().remove()],
  [
    'is put into an element that is not shown',
    (page) => {
      const hidden = document.createElement('div');
      hidden.hidden = true;
      document.body.prepend(hidden);
      hidden.append(page.host());
    },
  ],
  [
    'is hidden',
    (page) => {
      const host = page.host();
      host.hidden = true;
      host.setAttribute('inert', '');
      host.style.cssText = 'display: none !important';
    },
  ],
  [
    'is adopted by another document',
    (page) => document.implementation.createHTMLDocument('').body.append(page.host()),
  ],
  ...TAKEN.filter(([what]) => /body|root|whole|timer/.test(what)).map(([what, attack]): [string, Attack] => [
    `is open when ${what}`,
    attack,
  ]),
];

/** Whether our element stays where it is: one that is just being put back may be drawn anew, and a click would meet the page. */
const isAtRest = (page: PageParts) =>
  new Promise<boolean>((resolve) => {
    let looks = 0;
    let last = '';
    const look = () => {
      const { left, top, width, height } = page.host().getBoundingClientRect();
      const now = [left, top, width, height].join();
      if (now !== last) looks = 0;
      last = now;
      if (++looks > 20) resolve(true);
      else requestAnimationFrame(look);
    };
    look();
  });
/** `npm run test:faults` takes its time: the whole table in frames too, and a fight of a minute. */
const isLong = process.env.CLAIMLIGHT_FAULTS !== undefined;
/** In frames one row of each kind: a registry, built-ins, the body, the whole document. */
const IN_FRAMES = isLong
  ? TAKEN
  : TAKEN.filter(([what]) => /^the registry|^built-ins|^the body|^the whole/.test(what));
const FIGHT_MS = isLong ? 60_000 : 6_000;

/** The page empties the registry as often as it can and counts how often ours was there again. */
const fight = (_page: PageParts, forMs: number) =>
  new Promise<number>((resolve) => {
    let times = 0;
    const end = performance.now() + forMs;
    const round = () => {
      if (CSS.highlights.size > 0) times++;
      CSS.highlights.clear();
      if (performance.now() < end) setTimeout(round, 4);
      else resolve(times);
    };
    round();
  });

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

  const isPainted = (words: string) => paintedIs(browser, `yellow: ${words}`);
  /** What stands in our frame, for a test that failed. */
  const withItsWords = async (error: unknown) => {
    const quick = await browser.quick(500);
    const words = await quick.evaluate((page) => [
      document.body.innerText,
      page.find('[data-testid=note-input]')?.value ?? 'no field',
    ]);
    throw new Error(`${error}; our frame says: ${words}`);
  };
  const noQuick = () => until('the frame to go', async () => !(await browser.hasQuick())).catch(withItsWords);
  const open = async (path: string, words: string) => {
    await browser.open(demo.url + path);
    await isPainted(words);
  };

  describe.each(PLACES)('from $where,', ({ where, path, words, other, isFramed }) => {
    it.each(where === 'a frame' ? IN_FRAMES : TAKEN)(
      'comes back, and all goes on: %s',
      async (what, attack) => {
        await open(path, words);
        await browser.evaluate(attack, isFramed);
        await isPainted(words);
        if (!what.startsWith('built-ins')) expect(await yellowShare(browser)).toBeGreaterThan(0.3);
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
    await card
      .waitUntil((page) => page.find('[data-testid=note-input]')?.value === 'first')
      .catch(withItsWords);
    await browser.evaluate(attack, false);
    await browser.waitUntil(() =>
      ([...document.documentElement.children] as HTMLElement[]).some(
        (one) => one.localName === 'div' && getComputedStyle(one).display === 'block' && !one.inert,
      ),
    );
    await browser.waitUntil(isAtRest);
    const editor = await until('the editor', async () => {
      const quick = await browser.quick();
      return (
        (await quick.evaluate((page) => page.find('[data-testid=note-input]')?.value)) === 'first' && quick
      );
    });
    await editor.type('[data-testid=note-input]', `second`);
    await editor.click('[data-testid=save]');
    await noQuick();
    await browser.reload();
    await isPainted(words);
    await browser.clickText(words);
    expect(await (await browser.quick()).text('[data-testid=note]')).toBe('second');
    await browser.press(['Escape']);
    await noQuick();
  });

  it('comes back less often where the page fights on, and once it gave up', async () => {
    await open(path, words);
    const times = await browser.evaluate(fight, FIGHT_MS);
    expect(times).toBeGreaterThan(5);
    expect(times).toBeLessThan(40);
    await isPainted(words);
    await browser.drag(await wayOver(browser, other));
    await browser.quick();
  });
});
