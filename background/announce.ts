import { browser } from 'wxt/browser';
import { tell } from '#messaging/call.ts';
import type { Change } from '#storage/index.ts';
import { backupSoon } from './backups.ts';
import { registerDueDays } from './dueDays.ts';
import { exchangeSoon, registerExchanges } from './exchanges.ts';
import { followClaims } from './followClaims.ts';
import { library, onCommit } from './library.ts';
import { refreshTabs } from './tabs.ts';
import { vaultSoon } from './vault.ts';

/** Tells every open view of a committed write: extension pages by news, annotators in tabs by an order. */
export async function announce(change: Change): Promise<void> {
  const { articleIds, annotationIds } = change;
  backupSoon(library);
  exchangeSoon(library);
  vaultSoon(library);
  followClaims(library, showButtons);
  await Promise.all([tell('changed', { articleIds, annotationIds }), refreshTabs(change)]);
}

/** Draws every tab's button anew. */
const showButtons = () => refreshTabs({ articleIds: [], annotationIds: [] });

/** Announces what the background itself writes, what came from other devices, and that a day has come. */
export function registerAnnouncements(): void {
  registerDueDays(showButtons);
  registerExchanges(library);
  // The menu of the last claims is kept for a session only.
  browser.runtime.onStartup.addListener(() => followClaims(library, showButtons));
  onCommit((change) => void announce(change));
}
