import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLAIMLIGHT_IN_FIREFOX } from '#sync/companionIds.ts';
import type { Bidi } from './bidi.ts';
import type { Drag, Driver, LaunchOptions, View } from './Driver.ts';
import { KEYS, keyActions, typing } from './firefoxKeys.ts';
import { FirefoxPanel } from './firefoxPanel.ts';
import { killTree } from './killTree.ts';
import { type Act, PageCalls } from './PageCalls.ts';
import { boxOf, isQuick, isSentenceBar, selectBetween, selectLetterAt } from './places.ts';
import { startFirefox, UUID } from './startFirefox.ts';
import { until } from './until.ts';

const ADDON = CLAIMLIGHT_IN_FIREFOX;

/** Acts in a page or frame with a browsing context of its own. */
class ContextCalls extends PageCalls {
  protected readonly bidi: Bidi;
  protected readonly context: () => Promise<string>;

  constructor(bidi: Bidi, context: () => Promise<string>) {
    super();
    this.bidi = bidi;
    this.context = context;
  }

  protected async run<T>(expression: string) {
    return this.bidi.evaluate<T>(await this.context(), expression);
  }
}

/** The same, driven with real input. */
class ContextView extends ContextCalls implements View {
  private readonly shot: (file: string) => Promise<void>;
  private readonly press: (actions: object[]) => Promise<unknown>;

  constructor(
    bidi: Bidi,
    context: () => Promise<string>,
    shot: (file: string) => Promise<void>,
    press: (actions: object[]) => Promise<unknown>,
  ) {
    super(bidi, context);
    this.shot = shot;
    this.press = press;
  }

  async #perform(actions: object[]) {
    await this.bidi.send('input.performActions', { context: await this.context(), actions });
  }

  /** The pointer moves in the page's own coordinates: Firefox finds no target for input sent to a frame in a shadow tree. */
  async click(selector: string) {
    await this.waitFor(selector);
    // A frame that shows something else now is measured and put in its place a little later: a click before that
    // would meet the page.
    const [x, y] = await this.evaluate(
      (page, css) =>
        new Promise<[number, number]>((resolve) => {
          let last = '';
          const look = () => {
            const inner = page.find(css)?.getBoundingClientRect();
            const frame = window.frameElement as HTMLElement;
            const outer = frame.getBoundingClientRect();
            const at: [number, number] | undefined = inner && [
              outer.left + inner.left + inner.width / 2,
              outer.top + inner.top + inner.height / 2,
            ];
            if (at && String(at) === last && frame.style.opacity === '1') return resolve(at);
            last = String(at);
            requestAnimationFrame(look);
          };
          // What changed is measured after the callbacks of the next frame: a look before it says nothing.
          requestAnimationFrame(look);
        }),
      selector,
    );
    await this.press([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
  }

  async type(selector: string, text: string) {
    await this.click(selector);
    await this.#perform([
      { type: 'key', id: 'keys', actions: [...keyActions(['Control', 'a']), ...typing(text)] },
    ]);
  }

  async text(selector: string) {
    await this.waitFor(selector);
    return this.evaluate((page, css) => page.get(css).innerText, selector);
  }

  screenshot = (file: string) => this.shot(file);
}

// What is done in the browser's own window stands in strings: it is privileged code, with names that no type knows.

/** Where the browser window keeps the `<browser>` element of our views. */
const BROWSER_OF = {
  popup: `[...document.querySelectorAll('.webextension-popup-browser')].find((one) => one.currentURI.spec.includes('popup.html') && one.getBoundingClientRect().width > 0)`,
  sidebar: `document.getElementById('sidebar').contentDocument.getElementById('webext-panels-browser')`,
} as const;

interface Context {
  context: string;
  url: string;
  children: Context[] | null;
}

/** Starts Firefox with the extension loaded. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const profile = options.profileDir ?? mkdtempSync(join(tmpdir(), 'claimlight-firefox-'));
  const { child, bidi } = await startFirefox(profile, options);
  const tree = async (params: object = {}) =>
    (await bidi.send<{ contexts: Context[] }>('browsingContext.getTree', params)).contexts;
  const firstTab = (await tree())[0]?.context ?? '';
  /** The browser's windows, and the tabs of each. */
  const chrome = async () => (await tree({ 'moz:scope': 'chrome' })).map(({ context }) => context);
  const [firstWindow = ''] = await chrome();
  const first = { win: firstWindow, tabs: [firstTab] };
  const windows = [first];
  let { win, tabs } = first;
  await bidi.evaluate(
    win,
    `(() => {
    window.asked = [];
    const observer = { observe: (subject) => {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      // What the browser asks for itself (its settings server) has the system's principal.
      const own = channel.loadInfo.triggeringPrincipal.isSystemPrincipal && !channel.isMainDocumentChannel;
      if (!own) window.asked.push(channel.URI.spec);
    } };
    Services.obs.addObserver(observer, 'http-on-modify-request');
    return true;
  })()`,
  );
  const extensionData = { type: 'path', path: options.extensionDir };
  const allow = options.inPrivate ? { 'moz:allowPrivateBrowsing': true } : {};
  await bidi.send('webExtension.install', { extensionData, ...allow });
  if (options.companionDir)
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: options.companionDir } });
  const tab = () => tabs.at(-1) ?? firstTab;
  const { isTouched, viewport } = options;
  if (isTouched && viewport) await bidi.send('browsingContext.setViewport', { context: firstTab, viewport });
  await bidi.send('browsingContext.activate', { context: firstTab });

  const snapshot = async (file: string, element: string) => {
    // A view that was just opened may be moved to its final place while it is drawn; the browser then drops the drawing.
    const data = await until('a picture of the view', () =>
      bidi.evaluate<string>(
        win,
        `(async () => {
        const target = ${element};
        const bitmap = await target.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL().split(',')[1];
      })()`,
      ),
    );
    writeFileSync(file, Buffer.from(data, 'base64'));
  };
  const pageShot = async (file: string) => {
    const { data } = await bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: tab(),
    });
    writeFileSync(file, Buffer.from(data, 'base64'));
  };
  const callsIn = (context: string) => new ContextCalls(bidi, async () => context);
  const calls = new ContextCalls(bidi, async () => tab());
  const ownContext = async (isOurs: Act<[], boolean>) => {
    const [page] = await tree({ root: tab() });
    for (const { url, context } of page?.children ?? [])
      if (url === 'about:blank' && (await callsIn(context).evaluate(isOurs))) return context;
    return undefined;
  };
  const quickContext = () => ownContext(isQuick);
  const barContext = () => ownContext(isSentenceBar);
  const perform = (actions: object[]) => bidi.send('input.performActions', { context: tab(), actions });
  const pressKeys = async (actions: object[]) => void (await perform([{ type: 'key', id: 'keys', actions }]));
  const boxes = (from: string, to: string, nth: number) => calls.evaluate(boxOf, from, to, nth);
  const point = (type: string, x: number, y: number) => ({
    type,
    x: Math.round(x),
    y: Math.round(y),
    duration: 20,
  });
  const drag = async ({ x1, y1, x2, y2 }: Drag) =>
    void (await perform([
      {
        type: 'pointer',
        id: 'mouse',
        actions: [
          point('pointerMove', x1, y1),
          { type: 'pointerDown', button: 0 },
          point('pointerMove', (x1 + x2) / 2, (y1 + y2) / 2),
          point('pointerMove', x2, y2),
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]));
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension`;
  const panel = (kind: 'popup' | 'sidebar') =>
    new FirefoxPanel(bidi, win, BROWSER_OF[kind], (file) => snapshot(file, BROWSER_OF[kind]));

  /** Opens a window by `ask`, which gives its tab, and turns to it. */
  const openWindow = async (url: string, ask: () => Promise<string>) => {
    const known = await chrome();
    const context = await ask();
    const opened = await until('the new window', async () =>
      (await chrome()).find((one) => !known.includes(one)),
    );
    const own = { win: opened, tabs: [context] };
    windows.push(own);
    ({ win, tabs } = own);
    await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  };

  const pressButton = async () => {
    await bidi.evaluate(
      win,
      `(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        ExtensionParent.apiManager.global.browserActionFor(${extension}).triggerAction(window);
        return true;
      })()`,
    );
    await panel('popup').waitFor('[data-testid=popup]');
  };

  return {
    name: 'firefox',
    root: `moz-extension://${UUID}`,
    ended,
    open: async (url) =>
      void (await bidi.send('browsingContext.navigate', { context: tab(), url, wait: 'complete' })),
    reload: async () =>
      void (await bidi.send('browsingContext.reload', { context: tab(), wait: 'complete' })),
    back: async () =>
      void (await bidi.send('browsingContext.traverseHistory', { context: tab(), delta: -1 })),
    newTab: async (url) => {
      const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
      tabs.push(context);
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    closeTab: async () => {
      await bidi.send('browsingContext.close', { context: tabs.pop() });
      await bidi.send('browsingContext.activate', { context: tab() });
    },
    followTab: async (address) => {
      const opened = await until(`a tab at ${address}`, async () =>
        (await tree()).find(({ url }) => url.includes(address)),
      );
      tabs.push(opened.context);
    },
    newWindow: (url) =>
      openWindow(
        url,
        async () =>
          (await bidi.send<{ context: string }>('browsingContext.create', { type: 'window' })).context,
      ),
    newPrivateWindow: (url) =>
      // BiDi has no command for one: its user contexts are containers, not private.
      openWindow(url, async () => {
        await bidi.evaluate(firstWindow, `(OpenBrowserWindow({ private: true }), true)`);
        const tab = await until('the private tab', async () =>
          (await tree()).find((one) => one.url === 'about:privatebrowsing'),
        );
        // Sent on while it still loads its own page, the tab would never answer.
        await until('the private tab to be at rest', () =>
          callsIn(tab.context).evaluate(() => document.readyState === 'complete'),
        );
        return tab.context;
      }),
    focusWindow: async (nth) => {
      const window = windows[nth];
      if (!window) throw new Error(`There is no window ${nth}.`);
      ({ win, tabs } = window);
      await bidi.send('browsingContext.activate', { context: tab() });
    },
    evaluate: (act, ...args) => calls.evaluate(act, ...args),
    evaluateBundle: (script) => calls.evaluateBundle(script),
    waitUntil: (act, ...args) => calls.waitUntil(act, ...args),
    waitUntilWithin: (timeoutMs, act, ...args) => calls.waitUntilWithin(timeoutMs, act, ...args),
    selectByMouse: async (from, to = from, nth = 0) => drag(await boxes(from, to, nth)),
    drag,
    async selectByKeys(text) {
      const { x1, y1 } = await boxes(text, text, 0);
      await calls.evaluate(selectLetterAt, x1, y1);
      const arrows = [...text].slice(1).flatMap(() => keyActions(['ArrowRight']));
      await pressKeys([
        { type: 'keyDown', value: KEYS.Shift },
        ...arrows,
        { type: 'keyUp', value: KEYS.Shift },
      ]);
    },
    async clickText(text) {
      const { x1, y1, x2, y2 } = await boxes(text, text, 0);
      const x = y1 === y2 ? (x1 + x2) / 2 : x1 + 4;
      await perform([
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            point('pointerMove', x, y1),
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
    },
    async pickFromMenu(label) {
      const { x, y } = await calls.evaluate(() => {
        const box = getSelection()?.getRangeAt(0).getClientRects()[0];
        if (!box) throw new Error('Nothing is selected.');
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
      await perform([
        {
          type: 'pointer',
          id: 'mouse',
          actions: [
            point('pointerMove', x, y),
            { type: 'pointerDown', button: 2 },
            { type: 'pointerUp', button: 2 },
          ],
        },
      ]);
      const menu = `document.getElementById('contentAreaContextMenu')`;
      await until('the context menu', () => bidi.evaluate<boolean>(win, `${menu}.state === 'open'`));
      await bidi.evaluate(
        win,
        `(() => {
        const find = () => [...${menu}.querySelectorAll('menuitem')].find((one) => !one.hidden && one.label.includes(${JSON.stringify(label)}));
        const item = find();
        if (!item) throw new Error('The menu has no such entry: ' + [...${menu}.querySelectorAll('menuitem')].map((one) => one.label).join(', '));
        const sub = item.closest('menupopup');
        if (sub === ${menu}) { sub.activateItem(item); return true; }
        return new Promise((resolve) => {
          sub.addEventListener('popupshown', () => { sub.activateItem(item); resolve(true); }, { once: true });
          sub.parentElement.openMenu(true);
        });
      })()`,
      );
    },
    press: async (keys) => {
      // The welcome tab of a new installation may have drawn the focus away from the page.
      await bidi.send('browsingContext.activate', { context: tab() });
      await pressKeys(keyActions(keys));
    },
    typeText: async (text) => void (await perform([{ type: 'key', id: 'keys', actions: typing(text) }])),
    async quick(timeoutMs = 10_000) {
      const view = new ContextView(
        bidi,
        () => until('our frame', quickContext, timeoutMs),
        pageShot,
        perform,
      );
      await view.waitFor('.quick', timeoutMs);
      return view;
    },
    hasQuick: async () => (await quickContext()) !== undefined,
    async sentenceBar(timeoutMs = 10_000) {
      const view = new ContextView(bidi, () => until('the bar', barContext, timeoutMs), pageShot, perform);
      await view.waitFor('.sentence-bar', timeoutMs);
      return view;
    },
    hasSentenceBar: async () => (await barContext()) !== undefined,
    pressButton,
    async popup() {
      // Pressed again, the button would close an open popup.
      const open = panel('popup');
      if (await open.evaluate(() => true).catch(() => false)) return open;
      await pressButton();
      return open;
    },
    async sidebar() {
      const open = await bidi.evaluate<boolean>(win, `SidebarController.isOpen`);
      if (!open)
        await bidi.evaluate(
          win,
          `(async () => {
          const id = [...SidebarController.sidebars.keys()].find((one) => one.startsWith('claimlight'));
          await SidebarController.show(id);
          return true;
        })()`,
        );
      const view = panel('sidebar');
      await view.waitFor('[data-testid=sidebar]');
      return view;
    },
    async stopBackground() {
      await bidi.evaluate(
        win,
        `${extension}.terminateBackground({ ignoreDevToolsAttached: true }).then(() => true)`,
      );
    },
    reloadExtension: async () => {
      await bidi.send('webExtension.install', {
        extensionData: { type: 'path', path: options.extensionDir },
      });
    },
    async setSiteAccess(granted) {
      await bidi.evaluate(
        win,
        `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(ADDON)});
        const change = (verb, origins) => ExtensionPermissions[verb](${JSON.stringify(ADDON)}, { permissions: [], origins }, extension);
        const before = (await ExtensionPermissions.get(${JSON.stringify(ADDON)})).origins;
        const next = ${JSON.stringify(typeof granted === 'object' ? [`http://${granted.host}/*`] : granted ? ['http://*/*', 'https://*/*'] : [])};
        await change('add', next);
        await change('remove', before.filter((one) => !next.includes(one)));
        return true;
      })()`,
      );
    },
    allowAsked: () =>
      until('the browser to ask', () =>
        bidi.evaluate<boolean>(
          win,
          `(() => {
          const question = document.getElementById('addon-webext-permissions-notification');
          if (!question || question.hidden) return false;
          question.button.click();
          return true;
        })()`,
        ),
      ).then(() => undefined),
    button: () =>
      bidi.evaluate(
        win,
        `(() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { action } = ExtensionParent.apiManager.global.browserActionFor(${extension});
        const read = (name) => action.getProperty(gBrowser.selectedTab, name) ?? '';
        return { title: read('title'), badge: read('badgeText'), icon: new URL(Object.values(read('icon'))[0]).pathname };
      })()`,
      ),
    listeners: async () => null,
    async selectByTouch(text) {
      const box = await boxes(text, text, 0);
      await perform([
        {
          type: 'pointer',
          id: 'finger',
          parameters: { pointerType: 'touch' },
          actions: [
            point('pointerMove', box.x1 + 4, box.y1),
            { type: 'pointerDown', button: 0 },
            { type: 'pointerUp', button: 0 },
          ],
        },
      ]);
      await calls.evaluate(selectBetween, box);
    },
    screenshot: pageShot,
    requests: async () => [...new Set(await bidi.evaluate<string[]>(firstWindow, 'window.asked'))],
    async close() {
      await bidi.send('browser.close').catch((error: unknown) => {
        // The browser may hang up before it answers.
        if (!/closed the connection/.test(String(error))) throw error;
      });
      await ended;
      bidi.close();
      if (!options.profileDir) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
    async kill() {
      if (child.pid === undefined) throw new Error('Firefox has no process.');
      await killTree(child.pid);
      await ended;
      bidi.close();
    },
  };
}
