import { type Carrier, CarrierFault } from '#sync/Carrier.ts';
import type { Exchanged } from '#sync/exchange.ts';
import { type Folder, folderCarrier } from '#sync/folder.ts';
import type { Library } from '../library.ts';
import { companion } from './companion.ts';

/** What the File System Access API adds to a handle, which the shared types do not know. */
export interface AskedHandle extends FileSystemDirectoryHandle {
  queryPermission?: (what: { mode: 'readwrite' }) => Promise<PermissionState>;
  requestPermission?: (what: { mode: 'readwrite' }) => Promise<PermissionState>;
}

/** A browser's handle as the carrier uses it. */
export const carrierOf = (handle: FileSystemDirectoryHandle) => folderCarrier(handle as unknown as Folder);

/** The folder while the browser asks again: an exchange ends at once, and popup and options tell why. */
const denied = () => Promise.reject(new CarrierFault('denied', 'The browser asks again for the folder'));
const NOT_ALLOWED: Carrier = { list: denied, read: denied, writeOnce: denied, remove: denied };

/**
 * Exchanges over the folder or the server that the reader chose. Undefined where there is none, or sync is paused.
 * @param ask whether the browser may ask the reader; only after a click.
 * @throws CarrierFault `denied` where the browser does not let us, `noCompanion` and what else the companion tells
 */
export async function exchangeNow(
  library: Library,
  { ask = false, evenIfEmpty = false } = {},
): Promise<Exchanged | undefined> {
  const standing = await library.sync.standing();
  if (!standing || (standing.setup.paused && !ask)) return undefined;
  if (standing.setup.carrier === 'webdav') return library.sync.exchange(companion.carrier, { evenIfEmpty });
  const folder: AskedHandle | undefined = standing.setup.folder;
  if (!folder) return undefined;
  let state = (await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  if (state !== 'granted' && ask) state = (await folder.requestPermission?.({ mode: 'readwrite' })) ?? state;
  return library.sync.exchange(state === 'granted' ? carrierOf(folder) : NOT_ALLOWED, { evenIfEmpty });
}
