import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';

/** Firefox's sidebar, which the shared types do not know. */
interface SidebarAction {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

const sidebarAction = () => (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;
const sidePanel = (): typeof browser.sidePanel | undefined => browser.sidePanel;

/** Whether the browser has a place beside the page; Firefox for Android and Safari have none. */
export const hasSidebar = (): boolean => sidebarAction() !== undefined || sidePanel() !== undefined;

/**
 * Opens the panel, or where the browser has none its page, which then speaks of the one tab. Must be called before any
 * await of a gesture's handler: both browsers refuse a panel afterwards.
 */
export function openSidebar(windowId: number, tabId?: number): void {
  const firefox = sidebarAction();
  const opened = firefox ? firefox.open() : (sidePanel()?.open({ windowId }) ?? openSidebarPage(tabId));
  opened.catch(logFault);
}

/** Opens the panel, or closes it where the browser can tell that it is open (Firefox). */
export function toggleSidebar(windowId: number, tabId?: number): void {
  const firefox = sidebarAction();
  if (firefox) firefox.toggle().catch(logFault);
  else openSidebar(windowId, tabId);
}

/** The panel as a page of its own, in the tab that has it open already or in a new one. */
async function openSidebarPage(tabId: number | undefined): Promise<void> {
  const page = browser.runtime.getURL('/sidepanel.html');
  const url = tabId === undefined ? page : `${page}#${new URLSearchParams({ tab: String(tabId) })}`;
  const open = (await browser.tabs.query({})).find((one) => one.url?.startsWith(page));
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { url, active: true });
}

/** The tab that the panel speaks of where it is a page of its own; null where it follows the reader. */
export function tabOfSidebarPage(hash: string): number | null {
  const tab = new URLSearchParams(hash.replace(/^#/, '')).get('tab') ?? '';
  return /^\d+$/.test(tab) ? Number(tab) : null;
}
