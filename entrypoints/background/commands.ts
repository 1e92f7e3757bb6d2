import { browser } from 'wxt/browser';
import { markSelection } from './menus';
import { toggleSidebar } from './openSidebar';

/** Keyboard shortcuts. The panel is opened before any await. */
export function registerCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'toggle-sidebar') toggleSidebar(tab.windowId);
    if (command === 'highlight-selection')
      markSelection(tab.id, 'note').catch((error) => console.error('Claimlight:', error));
  });
}
