/**
 * One way to drive both browsers as a reader would. Tests and `npm start` speak only to this.
 *
 * The page is driven with real mouse and key events. `quick()` is our frame in the page, `popup()` and
 * `sidebar()` are the browser's real popup and side bar.
 */
export interface View {
  /** Waits until an element is there and visible. @throws when it does not come in time. */
  waitFor(selector: string, timeoutMs?: number): Promise<void>;
  /** Waits until a JavaScript expression is truthy in the view. */
  waitUntil(expression: string, timeoutMs?: number): Promise<void>;
  click(selector: string): Promise<void>;
  /** Replaces what stands in a field by typing. */
  type(selector: string, text: string): Promise<void>;
  /** Visible text of the first match. */
  text(selector: string): Promise<string>;
  /** Evaluates an expression in the view; plain data comes back. */
  evaluate<T>(expression: string): Promise<T>;
  screenshot(file: string): Promise<void>;
}

export interface LaunchOptions {
  /** The built extension. */
  extensionDir: string;
  /** A second extension, the companion. */
  companionDir?: string;
  /** Kept after `close` when given, so that the browser can be started again with it. */
  profileDir?: string;
  headless?: boolean;
  /** Where downloads are put without asking. */
  downloadDir?: string;
  /** `dark` or `light`, for pages and the extension's own. */
  colorScheme?: 'light' | 'dark';
  /** Further arguments and variables of the browser's process. */
  args?: string[];
  env?: Record<string, string>;
  /** Lets the extension into private windows. */
  inPrivate?: boolean;
  /** Firefox only. */
  prefs?: Record<string, boolean | number | string>;
  /** Of the page, CSS pixels (Firefox: with a touch screen only). */
  viewport?: { width: number; height: number };
  /** A screen that is touched, without a mouse. */
  isTouched?: boolean;
}

/** Where a drag of the mouse begins and ends, CSS pixels of the viewport. */
export type Drag = Record<'x1' | 'y1' | 'x2' | 'y2', number>;

export interface Driver {
  readonly name: 'chromium' | 'firefox';
  /** Address of the extension's own pages, without a slash at the end. */
  readonly root: string;
  /** Settles when the browser has ended, by `close` or because the reader closed it. */
  readonly ended: Promise<void>;
  /** Loads an address in the tab the reader looks at, and waits for its load event. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  /** Opens and closes further tabs; the new one is looked at. */
  newTab(url: string): Promise<void>;
  closeTab(): Promise<void>;
  /** Turns to a tab that the extension opened, once it is there, by a part of its address. */
  followTab(address: string): Promise<void>;
  /** Opens a second window; from then on the reader looks at it, until `focusWindow`. */
  newWindow(url: string): Promise<void>;
  /** As `newWindow`, a private one. Whether the browser lets the extension in is `inPrivate`. */
  newPrivateWindow(url: string): Promise<void>;
  /** Turns to the nth window, in the order they were opened. */
  focusWindow(nth: number): Promise<void>;
  /** Evaluates an expression in the page's own world. */
  evaluate<T>(expression: string): Promise<T>;
  waitUntil(expression: string, timeoutMs?: number): Promise<void>;
  /** Drags the mouse over the words from `from` to the end of `to` (default: `from`), the nth such place. */
  selectByMouse(from: string, to?: string, nth?: number): Promise<void>;
  /** Drags the mouse from one point of the page to another. */
  drag(path: Drag): Promise<void>;
  /** Selects with Shift and arrow keys, from the start of `text`. */
  selectByKeys(text: string): Promise<void>;
  clickText(text: string): Promise<void>;
  /** Picks our entry from the real context menu over the selection (Firefox only). */
  pickFromMenu(label: string): Promise<void>;
  /** Presses keys together in the page, e.g. `['Alt', 'Shift', 'h']`. */
  press(keys: string[]): Promise<void>;
  /** Types into whatever has the focus. */
  typeText(text: string): Promise<void>;
  /** Our frame in the page, once it is open. */
  quick(timeoutMs?: number): Promise<View>;
  hasQuick(): Promise<boolean>;
  /** The bar for reading by sentence, once it is there. */
  sentenceBar(timeoutMs?: number): Promise<View>;
  hasSentenceBar(): Promise<boolean>;
  /**
   * Presses the toolbar button. Chromium opens no popup at a press that lets the extension into the page; the next one
   * does.
   */
  pressButton(): Promise<void>;
  /** Opens the real popup. */
  popup(): Promise<View>;
  /** Opens the real side bar of the window looked at through the popup's button, or finds the open one. */
  sidebar(): Promise<View>;
  /** Ends the background as the browser does after thirty idle seconds. */
  stopBackground(): Promise<void>;
  /** Reloads the extension as an update does; open pages keep their old scripts (Chromium). */
  reloadExtension(): Promise<void>;
  /** Gives the extension access to all sites, to one host or to none, as the browser's own settings page does. */
  setSiteAccess(granted: boolean | { host: string }): Promise<void>;
  /** Says yes to the permission that the browser asks the reader for (Firefox only). */
  allowAsked(): Promise<void>;
  /**
   * The toolbar button for the current tab: its title, the text of its badge, the path of its icon (Firefox; Chromium
   * has no way to ask: null).
   */
  button(): Promise<{ title: string; badge: string; icon: string | null }>;
  /** Events that our scripts listen to in the page, by type (Chromium; Firefox has no way to ask: null). */
  listeners(): Promise<string[] | null>;
  /** Taps with a finger and then selects, as the handles of a touch screen do. */
  selectByTouch(text: string): Promise<void>;
  screenshot(file: string): Promise<void>;
  /** Every http(s) address the browser asked for since launch. */
  requests(): Promise<string[]>;
  close(): Promise<void>;
  /** Ends every process of the browser at once, as a crash of the machine does (Linux). */
  kill(): Promise<void>;
}

/** True in our frame in the page, false in an empty frame of the page's own. */
export const IS_QUICK = `document.querySelector('.quick-root') !== null`;

/** True in the frame of the bar for reading by sentence. */
export const IS_SENTENCE_BAR = `document.querySelector('.sentence-root') !== null`;

/** Selects the words between two points, as the handles of a touch screen do. */
export const selectBetween = ({ x1, x2, y1, y2 }: Drag): string => `(() => {
  const a = document.caretPositionFromPoint(${x1}, ${y1});
  const b = document.caretPositionFromPoint(${x2}, ${y2});
  if (a && b) getSelection()?.setBaseAndExtent(a.offsetNode, a.offset, b.offsetNode, b.offset);
  return true;
})()`;

/** Waits until `read` gives something truthy. For drivers and tests: no fixed sleeps. */
export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | null | false>,
  timeoutMs = 10_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await read();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms for ${what}; last: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * An expression that finds the nth place of `text` in the page and gives its box and how to select it. Text in
 * one text node only: the tests choose their words so.
 */
export const boxOf = (from: string, to: string, nth: number) => `(() => {
  const find = (words, nth) => {
    // The hostile page shadows document.body.
    const body = Object.getOwnPropertyDescriptor(Document.prototype, 'body').get.call(document);
    const walker = Document.prototype.createTreeWalker.call(document, body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
        if (nth-- === 0) return { node, start: at, end: at + words.length };
      }
    }
    throw new Error('The page has no words "' + words + '"');
  };
  const a = find(${JSON.stringify(from)}, ${nth});
  const b = ${to === from ? 'a' : `find(${JSON.stringify(to)}, 0)`};
  a.node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = (node, start, end) => {
    const range = Document.prototype.createRange.call(document);
    range.setStart(node, start);
    range.setEnd(node, end);
    const boxes = [...range.getClientRects()].filter((one) => one.width > 0);
    const side = (box) => getComputedStyle(node.parentElement).direction === 'rtl' ? [box.right, box.left] : [box.left, box.right];
    return { first: boxes[0], last: boxes.at(-1), side };
  };
  const start = box(a.node, a.start, a.start + 1);
  const end = box(b.node, b.end - 1, b.end);
  const [x1] = start.side(start.first);
  const [, x2] = end.side(end.last);
  return { x1, y1: start.first.top + start.first.height / 2, x2, y2: end.last.top + end.last.height / 2 };
})()`;
