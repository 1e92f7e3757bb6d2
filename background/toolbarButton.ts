import { browser } from 'wxt/browser';
import type { TabState } from '#messaging/tabState.ts';
import { logFault } from '#model/logFault.ts';

import { dueCount } from './dueDays.ts';
import { translate } from './manner.ts';

const ICON_SIZES = [16, 32, 48] as const;
const BADGE = { fill: '#1d2433', text: '#ffffff' };

const iconPaths = (folder: string) =>
  Object.fromEntries(ICON_SIZES.map((size) => [size, `/${folder}/${size}.png`]));

/** Shows that Claimlight is switched off in a tab. */
export async function showOff(tabId: number): Promise<void> {
  await paint(tabId, 'icons-idle', '', (await translate())('badge.off'));
}

/** Shows that the browser keeps Claimlight out of a tab. */
export async function showNoAccess(tabId: number): Promise<void> {
  await paint(tabId, 'icons-idle', '', (await translate())('badge.noAccess'));
}

/** Shows that an order of the reader's did not reach the page. */
export async function showUnreached(tabId: number): Promise<void> {
  await paint(tabId, 'icons-idle', '!', (await translate())('badge.unreached'));
}

/** Shows on the toolbar button whether the page is an article, and how many annotations it has. */
export async function showState(tabId: number, state: TabState): Promise<void> {
  const isArticle = state.detection.kind !== 'other' || state.count > 0;
  const due = await dueCount().catch((error) => {
    logFault(error);
    return 0;
  });
  const t = await translate();
  // The page's own number comes first; the title says both.
  const text = state.count > 0 ? String(state.count) : due > 0 ? '!' : '';
  const page =
    state.count > 0 ? t('badge.count', state.count) : t(isArticle ? 'badge.article' : 'badge.notArticle');
  const title = due > 0 ? `${page}\n${t('badge.due', due)}` : page;
  await paint(tabId, isArticle ? 'icons' : 'icons-idle', text, title);
}

async function paint(tabId: number, icons: string, text: string, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setIcon({ tabId, path: iconPaths(icons) }),
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.fill }),
      browser.action.setBadgeTextColor({ tabId, color: BADGE.text }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch (error) {
    // The tab may have been closed while we were reading the library.
    if (!/no tab with id|invalid tab id/i.test(String(error))) logFault(error);
  }
}
