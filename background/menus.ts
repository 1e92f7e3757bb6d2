import { browser } from 'wxt/browser';
import { contextMenus } from '#messaging/browserParts.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import { openSidebar } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';
import { MENU_ACTIONS } from '#model/pageActions.ts';
import { LINK_MENU, refreshMenus, SELECTION_MENU, useLink, useSelection } from './claimInHand.ts';
import { translate } from './manner.ts';
import { annotatePage, orderPage } from './orderPage.ts';
import { claimOfItem, createRecentClaims, LINK_OF_MENU } from './recentClaims.ts';

const WEB = ['http://*/*', 'https://*/*'];

/** Marks what is selected in a tab. */
export const markSelection = (tabId: number, then: 'note' | 'source' | null): Promise<void> =>
  orderPage(tabId, 'markSelection', { color: null, then });

/** Menus speak the reader's language, also where it was changed since they were made. */
export async function nameMenus(): Promise<void> {
  if (!contextMenus()) return;
  const t = await translate();
  await Promise.all(
    Object.entries(MENU_ACTIONS).map(([id, name]) => browser.contextMenus.update(id, { title: t(name) })),
  );
  await refreshMenus();
}

/** The context menu: what popup and shortcuts do, and sources for the claim in hand. */
export function registerMenus(): void {
  if (!contextMenus()) return;
  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    const t = await translate();
    for (const [id, ...contexts] of [
      ['highlight-selection', 'selection'],
      ['annotate-page', 'page'],
      ['open-sidebar', 'page', 'selection'],
    ] as const)
      browser.contextMenus.create({
        id,
        title: t(MENU_ACTIONS[id]),
        contexts: [...contexts],
        documentUrlPatterns: WEB,
      });
    browser.contextMenus.create({
      id: 'open-library',
      title: t(MENU_ACTIONS['open-library']),
      contexts: ['page', 'action'],
    });
    for (const [id, context] of [
      [LINK_MENU, 'link'],
      [SELECTION_MENU, 'selection'],
    ] as const)
      browser.contextMenus.create({
        id,
        title: t('menu.openSidebar'),
        contexts: [context],
        documentUrlPatterns: WEB,
        visible: false,
      });
    createRecentClaims(t(MENU_ACTIONS[LINK_OF_MENU]), WEB);
    await refreshMenus();
  });

  // The browser may speak another language than when it was closed.
  browser.runtime.onStartup.addListener(() => {
    nameMenus().catch(logFault);
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    const { menuItemId } = info;
    if (menuItemId === 'open-library') openLibraryPage().catch(logFault);
    if (tab?.id === undefined) return;
    // Both browsers open a panel only before the first await of the gesture's handler.
    if (menuItemId === 'open-sidebar') openSidebar(tab.windowId, tab.id);
    else if (menuItemId === 'highlight-selection') markSelection(tab.id, 'note').catch(logFault);
    else if (menuItemId === SELECTION_MENU) useSelection(tab.id).catch(logFault);
    else if (menuItemId === 'annotate-page') annotatePage(tab.id).catch(logFault);
    else if (info.linkUrl) linkAsSource(tab.id, info as LinkClick).catch(logFault);
  });
}

interface LinkClick {
  menuItemId: string | number;
  linkUrl: string;
  /** Only Firefox tells the link's words. */
  linkText?: string;
}

/** A link becomes a source of the claim in hand, or of the one that was chosen in the menu. */
async function linkAsSource(tabId: number, { menuItemId, linkUrl, linkText = '' }: LinkClick): Promise<void> {
  const chosen = await claimOfItem(menuItemId);
  if (chosen || menuItemId === LINK_MENU) await useLink(tabId, linkUrl, linkText, chosen);
}
