import { browser } from 'wxt/browser';
import { toggleSidebar } from '#messaging/openSidebar.ts';
import { markSelection } from './menus.ts';

/** Keyboard shortcuts. The panel is opened before any await. */
export function registerCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'toggle-sidebar') toggleSidebar(tab.windowId);
    if (command === 'highlight-selection')
      markSelection(tab.id, 'note').catch((error) => console.error('Claimlight:', error));
  });
}
