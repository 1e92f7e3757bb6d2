import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';

/** What the shared types do not know of the area, and Firefox does not have. */
interface Closable {
  setAccessLevel?(options: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
}

/**
 * Closes `storage.local` to content scripts: unsaved texts, settings and the beacon stand there, and a page that took
 * over its process could read and forge them past every check of messages. At each start, as it costs nothing and holds
 * for the scripts that come after. Pages ask by message and need nothing of it.
 */
export function closeStorage(): void {
  const area: Closable = browser.storage.local;
  area
    .setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
    .catch((error: unknown) => logFault(error, 'storage stays open'));
}
