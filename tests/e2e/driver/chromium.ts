import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Frame, type KeyInput, type Page, type Target } from 'puppeteer-core';
import { chromiumPath } from '#scripts/browsers.mjs';
import { COMPANION_IN_CHROMIUM } from '#sync/companionIds.ts';
import type { Driver, LaunchOptions, View } from './Driver.ts';
import { killTree } from './killTree.ts';
import { type Act, PageCalls } from './PageCalls.ts';
import { boxOf, isQuick, isSentenceBar, selectBetween, selectLetterAt } from './places.ts';
import { until } from './until.ts';

/** The browser itself shall not call out; Chromium otherwise looks for updates and variations. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  '--disable-features=OptimizationHints,MediaRouter',
];

/** Acts in the page that is looked at. */
class FrameCalls extends PageCalls {
  protected readonly frame: () => Promise<Frame>;

  constructor(frame: () => Promise<Frame>) {
    super();
    this.frame = frame;
  }

  protected async run<T>(expression: string) {
    return (await (await this.frame()).evaluate(expression)) as T;
  }
}

class FrameView extends FrameCalls implements View {
  private readonly page: Page;

  constructor(frame: () => Promise<Frame>, page: Page) {
    super(frame);
    this.page = page;
  }

  async click(selector: string) {
    await this.waitFor(selector);
    const element = await (await this.frame()).$(selector);
    if (!element) throw new Error(`No ${selector}`);
    await element.click().catch((error: unknown) => {
      // A popup goes with the click on what it opens, now and then before the browser has answered for the click.
      if (!/Target closed|Session closed/.test(String(error))) throw error;
    });
  }

  async type(selector: string, text: string) {
    await this.click(selector);
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('a');
    await this.page.keyboard.up('Control');
    await this.page.keyboard.type(text);
  }

  async text(selector: string) {
    await this.waitFor(selector);
    return (await this.frame()).$eval(selector, (element) => element.textContent ?? '');
  }

  async screenshot(file: string) {
    await this.page.screenshot({ path: file as `${string}.png` });
  }
}

/** Starts Chromium with the extension loaded. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const profile = options.profileDir ?? mkdtempSync(join(tmpdir(), 'claimlight-chromium-'));
  const netLogDir = mkdtempSync(join(tmpdir(), 'claimlight-netlog-'));
  const netLog = join(netLogDir, 'net.json');
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium was found.');
  const dark = options.colorScheme === 'dark' ? ['--force-dark-mode', '--enable-features=WebUIDarkMode'] : [];
  const browser = await puppeteer.launch({
    executablePath,
    headless: options.headless ?? true,
    pipe: true,
    userDataDir: profile,
    enableExtensions: [options.extensionDir, ...(options.companionDir ? [options.companionDir] : [])],
    defaultViewport:
      options.headless === false
        ? null
        : {
            ...(options.viewport ?? { width: 1100, height: 820 }),
            ...(options.isTouched && { hasTouch: true, isMobile: true }),
          },
    ...(options.downloadDir
      ? { downloadBehavior: { policy: 'allow', downloadPath: options.downloadDir } }
      : {}),
    args: [
      '--no-sandbox',
      '--window-size=1100,900',
      `--log-net-log=${netLog}`,
      ...QUIET,
      ...dark,
      ...(options.args ?? []),
    ],
    ...(options.env ? { env: { ...process.env, ...options.env } } : {}),
  });
  const workerTarget = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && !target.url().includes(COMPANION_IN_CHROMIUM),
  );
  const id = new URL(workerTarget.url()).host;
  const scheme = [{ name: 'prefers-color-scheme', value: options.colorScheme ?? 'light' }];
  const [first] = await browser.pages();
  if (!first) throw new Error('Chromium has no tab.');
  /** The tabs of each window. */
  const windows: Page[][] = [[first]];
  let front = 0;
  const tabs = () => windows[front] ?? [];
  /** The side panel of each window. */
  const sidebars = new Map<number, Target>();
  await first.emulateMediaFeatures(scheme);
  const page = () => tabs().at(-1) ?? first;

  const calls = new FrameCalls(async () => page().mainFrame());
  const ownFrame = async (isOurs: Act<[], boolean>) => {
    for (const frame of page().frames()) {
      if (frame.parentFrame() !== page().mainFrame() || frame.url() !== 'about:blank') continue;
      // The page may have empty frames of its own.
      if (await new FrameCalls(async () => frame).evaluate(isOurs)) return frame;
    }
    return undefined;
  };
  const quickFrame = () => ownFrame(isQuick);
  const barFrame = () => ownFrame(isSentenceBar);
  const targetOf = (path: string, known: Target[] = []) =>
    browser.waitForTarget((one) => one.url().includes(`${id}/${path}`) && !known.includes(one), {
      timeout: 10_000,
    });
  const viewOf = async (target: Target): Promise<View> => {
    const view = await target.asPage();
    await view.emulateMediaFeatures(scheme);
    return new FrameView(async () => view.mainFrame(), view);
  };
  const worker = () =>
    browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(id));

  /** Changes what the browser's own page of extensions lets a reader change. */
  const configure = async (change: object, site?: string) => {
    const settings = await browser.newPage();
    await settings.goto('chrome://extensions');
    const run = (verb: string, ...given: unknown[]) =>
      settings.evaluate(`chrome.developerPrivate.${verb}(${given.map((one) => JSON.stringify(one))})`);
    // A change that reloads the extension would otherwise switch it off: it comes from no store.
    await run('updateProfileConfiguration', { inDeveloperMode: true });
    await run('updateExtensionConfiguration', { extensionId: id, ...change });
    if (site) await run('addHostPermission', id, site);
    await settings.close();
    await page().bringToFront();
  };
  if (options.inPrivate) await configure({ incognitoAccess: true });

  const ended = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));

  let privateWindows = 0;
  const driver: Driver = {
    name: 'chromium',
    root: `chrome-extension://${id}`,
    ended,
    open: async (url) => void (await page().goto(url)),
    reload: async () => void (await page().reload()),
    back: async () => void (await page().goBack()),
    newTab: async (url) => {
      const tab = await browser.newPage();
      await tab.emulateMediaFeatures(scheme);
      tabs().push(tab);
      await tab.goto(url);
    },
    closeTab: async () => {
      await tabs().pop()?.close();
      await page().bringToFront();
    },
    followTab: async (address) => {
      const tab = await until(`a tab at ${address}`, async () =>
        (await browser.pages()).find((one) => one.url().includes(address)),
      );
      await tab.emulateMediaFeatures(scheme);
      tabs().push(tab);
    },
    newWindow: async (url) => {
      const tab = await browser.newPage({ type: 'window' });
      await tab.emulateMediaFeatures(scheme);
      front = windows.push([tab]) - 1;
      await tab.goto(url);
    },
    newPrivateWindow: async (url) => {
      // An address of its own: the welcome page of a new installation may open meanwhile, and be taken for it.
      const address = `about:blank#private-${++privateWindows}`;
      const create = `chrome.windows.create({ incognito: true, url: '${address}' }).then(() => true)`;
      // In a page: a background that the extension's reload for private windows ends, or has just begun, may never answer.
      const own = await browser.newPage();
      await own.goto(`chrome-extension://${id}/options.html`);
      await own.evaluate(create);
      await own.close();
      const target = await browser.waitForTarget((one) => one.type() === 'page' && one.url() === address);
      const tab = await target.asPage();
      await tab.emulateMediaFeatures(scheme);
      front = windows.push([tab]) - 1;
      await tab.goto(url);
    },
    focusWindow: async (nth) => {
      front = nth;
      await page().bringToFront();
    },
    evaluate: (act, ...args) => calls.evaluate(act, ...args),
    evaluateBundle: (script) => calls.evaluateBundle(script),
    waitUntil: (act, ...args) => calls.waitUntil(act, ...args),
    waitUntilWithin: (timeoutMs, act, ...args) => calls.waitUntilWithin(timeoutMs, act, ...args),
    async selectByMouse(from, to = from, nth = 0) {
      await driver.drag(await calls.evaluate(boxOf, from, to, nth));
    },
    async drag({ x1, y1, x2, y2 }) {
      const { mouse } = page();
      await mouse.move(x1, y1);
      await mouse.down();
      await mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 });
      await mouse.move(x2, y2, { steps: 3 });
      await mouse.up();
    },
    async selectByKeys(text) {
      const { x1, y1 } = await calls.evaluate(boxOf, text, text, 0);
      // From there only by keys.
      await calls.evaluate(selectLetterAt, x1, y1);
      await page().keyboard.down('Shift');
      for (let i = 1; i < text.length; i += 1) await page().keyboard.press('ArrowRight');
      await page().keyboard.up('Shift');
    },
    async clickText(text) {
      const { x1, y1, x2, y2 } = await calls.evaluate(boxOf, text, text, 0);
      await page().mouse.click((x1 + (y1 === y2 ? x2 : x1 + 6)) / 2, y1);
    },
    pickFromMenu: async () => {
      throw new Error('Chromium’s protocol opens no context menu.');
    },
    async press(keys) {
      for (const key of keys) await page().keyboard.down(key as KeyInput);
      for (const key of [...keys].reverse()) await page().keyboard.up(key as KeyInput);
    },
    typeText: (text) => page().keyboard.type(text),
    async quick(timeoutMs = 10_000) {
      const view = new FrameView(() => until('our frame', quickFrame, timeoutMs), page());
      await view.waitFor('.quick', timeoutMs);
      return view;
    },
    hasQuick: async () => (await quickFrame()) !== undefined,
    async sentenceBar(timeoutMs = 10_000) {
      const view = new FrameView(() => until('the bar', barFrame, timeoutMs), page());
      await view.waitFor('.sentence-bar', timeoutMs);
      return view;
    },
    hasSentenceBar: async () => (await barFrame()) !== undefined,
    async pressButton() {
      await page().bringToFront();
      const extension = (await browser.extensions()).get(id);
      if (!extension) throw new Error('The extension is not there.');
      await page().triggerExtensionAction(extension);
    },
    async popup() {
      await driver.pressButton();
      const view = await viewOf(await targetOf('popup.html'));
      await view.waitFor('[data-testid=popup]');
      return view;
    },
    async sidebar() {
      const open = sidebars.get(front);
      const live = open && browser.targets().includes(open) ? open : null;
      if (!live) await (await driver.popup()).click('[data-testid=open-sidebar]');
      const target = live ?? (await targetOf('sidepanel.html', [...sidebars.values()]));
      sidebars.set(front, target);
      const view = await viewOf(target);
      await view.waitFor('[data-testid=sidebar]');
      return view;
    },
    async stopBackground() {
      const target = browser
        .targets()
        .find((one) => one.type() === 'service_worker' && one.url().includes(id));
      try {
        await (await target?.worker())?.close();
      } catch (error) {
        // It may end by itself between the look and the close; then it is stopped as was asked.
        if (!/No session with given id|Target closed/.test(String(error))) throw error;
      }
    },
    async reloadExtension() {
      await browser.installExtension(options.extensionDir);
    },
    async setSiteAccess(granted) {
      if (typeof granted === 'boolean')
        await configure({ hostAccess: granted ? 'ON_ALL_SITES' : 'ON_CLICK' });
      else await configure({ hostAccess: 'ON_SPECIFIC_SITES' }, `http://${granted.host}/*`);
      // The page of extensions answers before the change holds.
      const origins = [typeof granted === 'object' ? `http://${granted.host}/*` : 'http://*/*'];
      const holds = `chrome.permissions.contains(${JSON.stringify({ origins })})`;
      await until('the change of access', async () => {
        const live = await (await worker()).worker();
        return (await live?.evaluate(holds)) === (granted !== false);
      });
    },
    allowAsked: async () => {
      throw new Error('Chromium’s protocol does not reach its question for permissions.');
    },
    async button() {
      const live = await (await worker()).worker();
      const session = await page().createCDPSession();
      const { windowId } = await session.send('Browser.getWindowForTarget');
      await session.detach();
      const read = `(async () => {
        const [tab] = await chrome.tabs.query({ active: true, windowId: ${windowId} });
        return { title: await chrome.action.getTitle({ tabId: tab.id }), badge: await chrome.action.getBadgeText({ tabId: tab.id }), icon: null };
      })()`;
      return (await live?.evaluate(read)) as Awaited<ReturnType<Driver['button']>>;
    },
    async listeners() {
      const session = await page().createCDPSession();
      const worlds: number[] = [];
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.includes(id)) worlds.push(context.id);
      });
      await session.send('Runtime.enable');
      const types = new Set<string>();
      for (const contextId of worlds)
        for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
          const { result } = await session.send('Runtime.evaluate', { expression, contextId });
          const found = await session.send('DOMDebugger.getEventListeners', {
            objectId: result.objectId ?? '',
          });
          for (const { type } of found.listeners) types.add(type);
        }
      await session.detach();
      return [...types].sort();
    },
    async selectByTouch(text) {
      const box = await calls.evaluate(boxOf, text, text, 0);
      await page().touchscreen.tap(box.x1 + 4, box.y1);
      await calls.evaluate(selectBetween, box);
    },
    screenshot: async (file) => void (await page().screenshot({ path: file as `${string}.png` })),
    async requests() {
      // What a page or an extension asks for has an initiator; what the browser asks for itself has none.
      const log = readFileSync(netLog, 'utf8');
      const jobs = log.matchAll(
        /"initiator":"((?:https?|chrome-extension):[^"]*)"[^{}]*"url":"(https?:[^"]+)"/g,
      );
      return [...new Set([...jobs].map(([, , url]) => url ?? ''))];
    },
    async close() {
      await browser.close();
      rmSync(netLogDir, { recursive: true, force: true });
      if (!options.profileDir) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
    async kill() {
      const pid = browser.process()?.pid;
      if (pid === undefined) throw new Error('Chromium has no process.');
      await killTree(pid);
      await ended;
      rmSync(netLogDir, { recursive: true, force: true });
    },
  };
  return driver;
}
