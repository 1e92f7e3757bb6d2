import type { PageCalls } from './PageCalls.ts';

/**
 * One way to drive both browsers as a reader would. Tests and `npm start` speak only to this.
 *
 * The page is driven with real mouse and key events. `quick()` is our frame in the page, `popup()` and
 * `sidebar()` are the browser's real popup and side bar.
 */
export interface View extends Pick<PageCalls, 'evaluate' | 'waitFor' | 'waitUntil' | 'waitUntilWithin'> {
  click(selector: string): Promise<void>;
  /** Replaces what stands in a field by typing. */
  type(selector: string, text: string): Promise<void>;
  /** Visible text of the first match. */
  text(selector: string): Promise<string>;
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

/** Its acts are done in the page's own world. */
export interface Driver
  extends Pick<PageCalls, 'evaluate' | 'evaluateBundle' | 'waitUntil' | 'waitUntilWithin'> {
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
