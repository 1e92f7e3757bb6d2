import { tell } from '#messaging/call.ts';
import type { Change } from '#storage/index.ts';
import { backupSoon } from './backups.ts';
import { noteDueDaysSoon } from './dueDays.ts';
import { library, onCommit } from './library.ts';
import { refreshTabs } from './tabs.ts';

/** Tells every open view of a committed write: extension pages by news, annotators in tabs by an order. */
export async function announce(change: Change): Promise<void> {
  const { articleIds, annotationIds } = change;
  backupSoon(library);
  noteDueDaysSoon(library, () => refreshTabs({ articleIds: [], annotationIds: [] }));
  await Promise.all([tell('changed', { articleIds, annotationIds }), refreshTabs(change)]);
}

/** Announces what the background itself writes. */
export function registerAnnouncements(): void {
  onCommit((change) => void announce(change));
}
