import { type Browser, browser } from 'wxt/browser';

export type Sender = Browser.runtime.MessageSender;

/** Who may make a call: our content scripts in web pages, or our own extension pages. */
export type Caller = 'page' | 'extension';

/**
 * Who sent it. Our extension pages have an address of ours and may be in a tab too, so the address decides
 * first; a sender with neither tab nor address is our background. Null for a stranger.
 */
export function callerOf(sender: Sender, ownId: string, ownRoot: string): Caller | null {
  if (sender.id !== ownId) return null;
  if (sender.url?.startsWith(ownRoot)) return 'extension';
  if (sender.tab === undefined) return sender.url === undefined ? 'extension' : null;
  return sender.url === undefined ? null : 'page';
}

/** Whether a message comes from the background or one of our own pages. */
export const isExtension = (sender: Sender) =>
  callerOf(sender, browser.runtime.id, browser.runtime.getURL('/')) === 'extension';
