import { browser } from 'wxt/browser';

// Firefox for Android has no windows, context menus or keys (MDN, browser support for JavaScript APIs): undefined there.
export const windows = (): typeof browser.windows | undefined => browser.windows;
export const contextMenus = (): typeof browser.contextMenus | undefined => browser.contextMenus;
export const commands = (): typeof browser.commands | undefined => browser.commands;

/** The window that a page of ours stands in; -1 where the browser has no windows. */
export async function ownWindowId(): Promise<number> {
  return (await windows()?.getCurrent())?.id ?? -1;
}

/** Shows a tab to the reader, and its window. */
export async function bringToFront(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await windows()?.update(tab.windowId, { focused: true });
}
