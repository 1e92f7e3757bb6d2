import { browser } from 'wxt/browser';
import type { TabState } from '#messaging/tabState.ts';
import { logFault } from '#model/logFault.ts';

import { dueCount } from './dueDays.ts';
import { translate } from './manner.ts';

const ICON_SIZES = [16, 32, 48] as const;
const BADGE = { fill: '#1d2433', text: '#ffffff' };

const iconPaths = (folder: string) =>
  Object.fromEntries(ICON_SIZES.map((size) => [size, `/${folder}/${size}.png`]));

/** What the button shows in a tab. */
interface Look {
  icons: 'icons' | 'icons-idle';
  text: string;
  title: string;
}

/** The last order for each tab's button. A look is worked out with waits; one that was overtaken meanwhile is not shown. */
const orders = new Map<number, symbol>();

/** Shows that Claimlight is switched off in a tab. */
export const showOff = (tabId: number): Promise<void> =>
  paint(tabId, async () => ({ icons: 'icons-idle', text: '', title: (await translate())('badge.off') }));

/** Shows that the browser keeps Claimlight out of a tab. */
export const showNoAccess = (tabId: number): Promise<void> =>
  paint(tabId, async () => ({ icons: 'icons-idle', text: '', title: (await translate())('badge.noAccess') }));

/** Shows that an order of the reader's did not reach the page. */
export const showUnreached = (tabId: number): Promise<void> =>
  paint(tabId, async () => ({
    icons: 'icons-idle',
    text: '!',
    title: (await translate())('badge.unreached'),
  }));

/** Shows on the toolbar button whether the page is an article, and how many annotations it has. */
export const showState = (tabId: number, state: TabState): Promise<void> => paint(tabId, () => lookOf(state));

/** The page of a tab was left, and the browser cleared its button: what was on its way for that page comes too late. */
export function leaveButton(tabId: number): void {
  orders.delete(tabId);
}

async function lookOf(state: TabState): Promise<Look> {
  const isArticle = state.detection.kind !== 'other' || state.count > 0;
  const due = await dueCount().catch((error) => {
    logFault(error);
    return 0;
  });
  const t = await translate();
  const page =
    state.count > 0 ? t('badge.count', state.count) : t(isArticle ? 'badge.article' : 'badge.notArticle');
  return {
    icons: isArticle ? 'icons' : 'icons-idle',
    // The page's own number comes first; the title says both.
    text: state.count > 0 ? String(state.count) : due > 0 ? '!' : '',
    title: due > 0 ? `${page}\n${t('badge.due', due)}` : page,
  };
}

async function paint(tabId: number, look: () => Promise<Look>): Promise<void> {
  const order = Symbol('order');
  orders.set(tabId, order);
  try {
    const { icons, text, title } = await look();
    if (orders.get(tabId) !== order) return;
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
