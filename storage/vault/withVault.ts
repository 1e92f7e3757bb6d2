import { CarrierFault } from '#sync/Carrier.ts';
import type { Library } from '../library.ts';
import type { AskedHandle } from '../sync/exchangeNow.ts';
import { type VaultFolder, vaultFolder } from './vaultFolder.ts';

/** Held while the folder is written, in whichever context. */
const LOCK = 'claimlight vault';

/**
 * Writes into the folder that the reader chose, and remembers how that went. One context at a time; whoever comes
 * meanwhile does nothing, because the one that writes looks again before it ends. Does nothing where there is none.
 * @param ask whether the browser may ask the reader; only after a click
 * @throws CarrierFault where it can't be written
 */
export async function withVault(
  library: Library,
  write: (folder: VaultFolder) => Promise<{ busy: number }>,
  { ask = false } = {},
): Promise<void> {
  const standing = await library.vault.standing();
  if (!standing) return;
  const handle: AskedHandle = standing.folder;
  const note = (fault: string | null) =>
    library.vault.note({ fault, ...(fault === null && { at: new Date().toISOString() }) });
  // Before any lock is waited for: browsers want the click.
  let state = (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (state !== 'granted' && ask) state = (await handle.requestPermission?.({ mode: 'readwrite' })) ?? state;
  await navigator.locks.request(LOCK, { ifAvailable: !ask }, async (lock) => {
    if (!lock) return;
    try {
      if (state !== 'granted') throw new CarrierFault('denied', 'The browser asks again for the folder');
      const { busy } = await write(await vaultFolder(handle));
      await note(busy > 0 ? 'interrupted' : null);
    } catch (error) {
      await note(error instanceof CarrierFault ? error.kind : 'interrupted');
      throw error;
    }
  });
}
