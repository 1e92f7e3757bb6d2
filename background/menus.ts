import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { openSidebar } from '#messaging/openSidebar.ts';
import { injectAnnotator } from './inject.ts';
import { tellAnnotator } from './tabs.ts';

const WEB = ['http://*/*', 'https://*/*'];

/** Marks what is selected in a tab, bringing the annotator there first where it is missing. */
export async function markSelection(tabId: number, then: 'note' | 'source' | null): Promise<void> {
  const order = { color: null, then } as const;
  if (await tellAnnotator(tabId, 'markSelection', order)) return;
  await injectAnnotator(tabId);
  await tellAnnotator(tabId, 'markSelection', order);
}

/** The context menu: the same three things that popup and shortcuts do. */
export function registerMenus(): void {
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: 'highlight-selection',
      title: i18n.t('menu.highlightSelection'),
      contexts: ['selection'],
      documentUrlPatterns: WEB,
    });
    browser.contextMenus.create({
      id: 'annotate-page',
      title: i18n.t('menu.annotatePage'),
      contexts: ['page'],
      documentUrlPatterns: WEB,
    });
    browser.contextMenus.create({
      id: 'open-sidebar',
      title: i18n.t('menu.openSidebar'),
      contexts: ['page', 'selection'],
      documentUrlPatterns: WEB,
    });
  });

  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (tab?.id === undefined) return;
    // Both browsers open a panel only before the first await of the gesture's handler.
    if (menuItemId === 'open-sidebar') openSidebar(tab.windowId);
    else if (menuItemId === 'highlight-selection')
      markSelection(tab.id, 'note').catch((error) => console.error('Claimlight:', error));
    else if (menuItemId === 'annotate-page')
      injectAnnotator(tab.id).catch((error) => console.error('Claimlight:', error));
  });
}
