import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';

/** Firefox's sidebar, which the shared types do not know. */
interface SidebarAction {
  open(): Promise<void>;
  toggle(): Promise<void>;
}

const sidebarAction = () => (browser as unknown as { sidebarAction?: SidebarAction }).sidebarAction;

/** Opens the panel. Must be called before any await of a gesture's handler: both browsers refuse it afterwards. */
export function openSidebar(windowId: number): void {
  const firefox = sidebarAction();
  (firefox ? firefox.open() : browser.sidePanel.open({ windowId })).catch(logFault);
}

/** Opens the panel, or closes it where the browser can tell that it is open (Firefox). */
export function toggleSidebar(windowId: number): void {
  const firefox = sidebarAction();
  (firefox ? firefox.toggle() : browser.sidePanel.open({ windowId })).catch(logFault);
}
