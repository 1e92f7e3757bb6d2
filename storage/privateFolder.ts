import { logMended } from '#model/logFault.ts';

/**
 * A folder of the origin's private file system (`navigator.storage.getDirectory`), made where it is missing; undefined
 * where the browser has no private files, as in private windows.
 */
export async function privateFolder(name: string): Promise<FileSystemDirectoryHandle | undefined> {
  const manager = typeof navigator === 'undefined' ? undefined : navigator.storage;
  if (typeof manager?.getDirectory !== 'function') return undefined;
  try {
    return await (await manager.getDirectory()).getDirectoryHandle(name, { create: true });
  } catch (error) {
    logMended(error, 'no private files');
    return undefined;
  }
}
