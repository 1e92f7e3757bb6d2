import { commands } from '#messaging/browserParts.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import { toggleSidebar } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';
import { useSelection } from './claimInHand.ts';
import { markSelection } from './menus.ts';
import { readSentences } from './orderPage.ts';

/** Keyboard shortcuts. The panel is opened before any await. */
export function registerCommands(): void {
  commands()?.onCommand.addListener((command, tab) => {
    if (command === 'open-library') openLibraryPage().catch(logFault);
    if (tab?.id === undefined) return;
    if (command === 'toggle-sidebar') toggleSidebar(tab.windowId, tab.id);
    if (command === 'use-as-source') useSelection(tab.id).catch(logFault);
    if (command === 'read-sentences') readSentences(tab.id).catch(logFault);
    if (command === 'highlight-selection') markSelection(tab.id, 'note').catch(logFault);
  });
}
