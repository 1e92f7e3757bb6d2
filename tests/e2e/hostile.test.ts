import { describe, expect, it } from 'vitest';
import { atDemo, type DemoSite } from './atDemo.ts';
import { closeView } from './closeView.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { BROWSERS } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { isSaved } from './pageActs.ts';
import { readLibrary } from './readLibrary.ts';

const WORDS = 'asked no question';
const SECRET = 'zebra secret';
/** Files of the extension that a page might ask for. */
const FILES = ['manifest.json', 'detector.js', 'annotator.js', 'icons/48.png', 'rescue.html', 'popup.html'];

/** How much we paint, asked of the registry alone: the page shadows what it can of its document. */
const paintedCount = () =>
  [...CSS.highlights]
    .filter(([name]) => name.startsWith('claimlight-') && name !== 'claimlight-focus')
    .flatMap(([, ranges]) => [...ranges]).length;

/** Everything of the reader's or of ours that a script of the page can look at. */
const spy = () => {
  const host: Element[] = [...Document.prototype.querySelectorAll.call(document, '*')];
  return JSON.stringify({
    html: new XMLSerializer().serializeToString(document),
    roots: host.filter((one) => one.shadowRoot).length,
    globals: Object.getOwnPropertyNames(window),
    storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
    loaded: performance.getEntries().map(({ name }) => name),
    sheets: [...document.styleSheets, ...document.adoptedStyleSheets].map((one) =>
      one.ownerNode instanceof Element ? one.ownerNode.outerHTML : 'adopted',
    ),
    highlights: [...CSS.highlights.keys()],
  });
};

/** How the extension's small store can be locked, and what its content scripts then read of it in the page that means harm. */
const lookIntoStore = async (page: PageParts): Promise<[string, unknown]> => {
  const api = page.extension();
  const tab = (await api.tabs.query({})).find(({ url }) => url?.includes('/attack/'));
  const [answer] = await api.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    func: async () => {
      const names = globalThis as unknown as Record<'browser' | 'chrome', typeof api | undefined>;
      try {
        return Object.keys((await (names.browser ?? names.chrome)?.storage.local.get(null)) ?? {}).length;
      } catch (error) {
        return String(error);
      }
    },
  });
  return [typeof api.storage.local.setAccessLevel, answer?.result];
};

/** `npm run test:faults` asks for pages that take a browser half a minute: two million nodes, twenty megabytes of linked data. */
const isLong = process.env.CLAIMLIGHT_FAULTS !== undefined;

describe.each(BROWSERS)('a page that means harm, in %s,', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  const count = (n: number) =>
    until(`${n} painted`, async () => (await browser.evaluate(paintedCount)) === n, 20_000);
  const visit = async (attack: string) => {
    await browser.open(`${demo.url}/times/attack/${attack}`);
    await until(
      'the button of an article',
      async () => /news article|highlight/.test((await browser.button()).title),
      60_000,
    );
    await annotatorIn(browser, 60_000);
  };
  /** Marks by key and writes a note, as a reader does. */
  const mark = async (words: string, note: string) => {
    await browser.selectByMouse(words);
    await browser.press(['Alt', 'Shift', 'H']);
    const editor = await browser.quick(30_000);
    await editor.waitUntil((page) => page.focused() === 'note-input');
    await editor.type('[data-testid=note-input]', note);
    await editor.waitUntil(isSaved);
    await editor.click('[data-testid=save]');
    await until('the editor to close', async () => !(await browser.hasQuick()));
  };
  const storedAt = async (attack: string) => {
    const { articles, annotations } = await readLibrary(browser);
    const url = `${demo.url}/times/attack/${attack}`;
    const own = annotations.filter((one) => one.url === url);
    return { own, article: articles.find(({ id }) => id === own[0]?.articleId) };
  };

  it.each(['clobber', 'names', isLong ? 'data' : 'someData', 'restless'])(
    'does not keep the reader from marking: %s',
    async (attack) => {
      await visit(attack);
      await mark(WORDS, SECRET);
      await count(1);
      await browser.reload();
      await count(1);
      const { own, article } = await storedAt(attack);
      expect(own).toMatchObject([{ note: SECRET, target: { exact: WORDS } }]);
      expect(article).toMatchObject({
        title: 'What the data broker knew about a village of 900',
        kind: 'news',
      });
      expect(await browser.evaluate(() => 'polluted' in {})).toBe(false);
    },
  );

  it('learns nothing by patching built-ins, and lies to itself only', async () => {
    await visit('patched');
    await browser.evaluate((page) => {
      page.global<unknown[]>('learned').length = 0;
    });
    await mark(WORDS, SECRET);
    await count(1);
    expect(await browser.evaluate((page) => page.global<unknown[]>('learned'))).toEqual([]);
    await browser.clickText(WORDS);
    expect(await (await browser.quick()).text('[data-testid=note]')).toContain(SECRET);
    expect(await browser.evaluate((page) => page.global<unknown[]>('learned'))).toEqual([]);
    await browser.press(['Escape']);
  });

  it('of more nodes than the cap is read up to it, and the side bar says so', async () => {
    await visit(isLong ? 'huge' : 'huge?nodes=400000');
    await mark(WORDS, SECRET);
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=too-large]', 30_000);
    const [card] = await sidebar.evaluate((page) => page.cards());
    expect(card).toMatchObject({ state: 'exact', quote: WORDS });
  });

  it('cannot pass itself off as another outlet’s story', async () => {
    await visit('canonical');
    await mark(WORDS, SECRET);
    const { article } = await storedAt('canonical');
    expect(article?.urls.join()).not.toContain('quay.example');
    expect(article?.canonicalUrl ?? '').not.toContain('quay.example');
  });

  it('has its headline of a megabyte clipped to one clean line', async () => {
    await visit('headline');
    await mark(WORDS, SECRET);
    const { article } = await storedAt('headline');
    const title = article?.title ?? '';
    expect(title).toContain('A headline');
    expect(title.length).toBeLessThanOrEqual(1_000);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(title).not.toMatch(/[\u0000-\u001f\u0085\u2028]/);
    expect(title.isWellFormed()).toBe(true);
    const sidebar = await browser.sidebar();
    await sidebar.waitUntil((page) => page.says('A headline'));
  });

  it('that changes its address while a mark is saved does not change the mark’s', async () => {
    await visit('moving');
    await browser.selectByMouse(WORDS);
    await browser.press(['Alt', 'Shift', 'H']);
    await browser.waitUntil(() => location.pathname.endsWith('elsewhere'));
    await until('the mark', async () => (await storedAt('moving')).own.length === 1);
    expect((await storedAt('elsewhere')).own).toEqual([]);
    expect(await browser.evaluate(paintedCount)).toBe(0);
    await visit('moving');
    await count(1);
  });

  it('that removes the marked words loses nothing of the reader’s', async () => {
    await visit('clobber');
    await count(1);
    const sidebar = await browser.sidebar();
    await sidebar.waitFor('[data-testid=card][data-state=exact]');
    await browser.evaluate((page, words) => {
      page
        .all('.text p')
        .find((one) => one.textContent.includes(words))
        ?.remove();
    }, WORDS);
    await sidebar.waitFor('[data-testid=card][data-state=missing]');
    await count(0);
    expect((await storedAt('clobber')).own).toMatchObject([{ note: SECRET, target: { exact: WORDS } }]);
    await browser.reload();
    await count(1);
  });

  it('finds no note, no id and no file of ours', async () => {
    await visit('clobber');
    await count(1);
    const { own, article } = await storedAt('clobber');
    await browser.clickText(WORDS);
    await (await browser.quick()).waitFor('[data-testid=note]');
    const seen = await browser.evaluate(spy);
    for (const secret of [SECRET, own[0]?.id, article?.id, browser.root, new URL(browser.root).host])
      expect(seen).not.toContain(secret);
    const { roots, highlights, loaded } = JSON.parse(seen) as {
      roots: number;
      highlights: string[];
      loaded: string[];
    };
    expect(roots).toBe(0);
    expect(highlights.every((one) => /^claimlight-[a-z-]+$/.test(one))).toBe(true);
    expect(loaded.filter((one) => /extension:/.test(one))).toEqual([]);
    await browser.press(['Escape']);
  });

  it('cannot load, frame or ask for anything of the extension, even where it knows the address', async () => {
    await visit('clobber');
    const answers = await browser.evaluate(
      (_page, files, root) =>
        Promise.all(
          files.flatMap((file) => {
            const url = `${root}/${file}`;
            const load = (element: HTMLImageElement | HTMLScriptElement | HTMLIFrameElement) =>
              new Promise<string>((resolve) => {
                const isKept = () => 'contentDocument' in element && element.contentDocument === null;
                element.onload = () => resolve(isKept() ? 'refused' : `${element.localName} ${file}`);
                element.onerror = () => resolve('refused');
                element.src = url;
                document.documentElement.append(element);
                // A browser that blocks a frame may say nothing at all.
                setTimeout(() => resolve('refused'), 1500);
              });
            return [
              fetch(url).then(
                () => `fetch ${file}`,
                () => 'refused',
              ),
              load(document.createElement('img')),
              load(document.createElement('script')),
              load(document.createElement('iframe')),
            ];
          }),
        ),
      FILES,
      browser.root,
    );
    expect(answers.filter((one) => one !== 'refused')).toEqual([]);
    const messages = await browser.evaluate((page) => typeof page.extension()?.runtime?.sendMessage);
    expect(messages).toBe('undefined');
  });

  it('whose story stands in a sandboxed frame is left alone, and nothing is stored', async () => {
    const before = (await readLibrary(browser)).annotations.length;
    await browser.open(`${demo.url}/times/attack/sandboxed`);
    await until('a verdict', async () => (await browser.button()).title !== '');
    const { x, y } = await browser.evaluate((page) => {
      const box = page.get('iframe').getBoundingClientRect();
      return { x: box.left + 60, y: box.top + 60 };
    });
    await browser.drag({ x1: x, y1: y, x2: x + 200, y2: y });
    await browser.press(['Alt', 'Shift', 'H']);
    const popup = await browser.popup();
    await popup.waitFor('[data-testid=popup]');
    await closeView(popup);
    expect((await readLibrary(browser)).annotations.length).toBe(before);
  });

  it('finds the extension’s small store closed, even from the world of its content scripts', async () => {
    await visit('patched');
    await browser.newTab(`${browser.root}/options.html`);
    const [kind, seen] = await browser.evaluate(lookIntoStore);
    // Firefox has no such lock yet (SECURITY.md): what stands there is the limit of what can be promised.
    if (name === 'firefox' && kind === 'undefined') expect(seen).toEqual(expect.any(Number));
    else expect(String(seen)).toContain('Access to storage is not allowed');
    await browser.closeTab();
  });
});
