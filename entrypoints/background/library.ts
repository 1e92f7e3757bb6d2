import { tell } from '@/messaging/call';
import { type Change, type Library, openLibrary } from '@/storage';
import { backupSoon } from './backups';
import { refreshTabs } from './tabs';

let opening: Promise<Library> | undefined;

/** The library, opened on first use in this life of the worker; a memory of a connection, not of truth. */
export function library(): Promise<Library> {
  opening ??= openLibrary({ announce: (change) => void announce(change) });
  return opening;
}

/** Tells every open view of a committed write: extension pages by news, annotators in tabs by an order. */
export async function announce(change: Change): Promise<void> {
  const { articleIds, annotationIds } = change;
  backupSoon(library);
  await Promise.all([tell('changed', { articleIds, annotationIds }), refreshTabs(change)]);
}
