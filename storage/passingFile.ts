import { logMended } from '#model/logFault.ts';
import { inParts } from './inParts.ts';
import { privateFolder } from './privateFolder.ts';

const FOLDER = 'passing';
/** A file as old as this was left behind by a page that closed, ms. */
const OLD = 10 * 60_000;

/** A file on its way out of the browser. */
export interface PassingFile {
  file: File;
  /** Once the browser has it. Never rejects. */
  remove: () => Promise<void>;
}

/**
 * Writes a file into the origin's private file system while its pieces are made, so that what is in memory is a part of it,
 * however long it becomes. Blobs are no such place: Firefox holds their bytes in memory, and Chromium does up to a bound.
 * undefined, with no piece taken, where the browser has no private files.
 * @throws what `pieces` throws, DOMException where the disk is full; nothing is left behind then
 */
export async function writePassingFile(
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
): Promise<PassingFile | undefined> {
  const folder = await privateFolder(FOLDER);
  if (!folder) return undefined;
  await removeOld(folder);
  const name = crypto.randomUUID();
  const remove = () =>
    folder.removeEntry(name).catch((error) => logMended(error, 'the file goes with a later one'));
  let stream: FileSystemWritableFileStream | undefined;
  try {
    const handle = await folder.getFileHandle(name, { create: true });
    stream = await handle.createWritable();
    for await (const part of inParts(pieces)) await stream.write(part);
    await stream.close();
    return { file: await handle.getFile(), remove };
  } catch (error) {
    await stream?.abort().catch(() => undefined);
    await remove();
    throw error;
  }
}

/** Removes what pages left behind that closed before the browser had it. Never rejects. */
export async function removePassed(): Promise<void> {
  const folder = await privateFolder(FOLDER);
  if (folder) await removeOld(folder);
}

async function removeOld(folder: FileSystemDirectoryHandle): Promise<void> {
  for await (const [name, entry] of folder.entries())
    try {
      const { lastModified } = await (entry as FileSystemFileHandle).getFile();
      if (lastModified < Date.now() - OLD) await folder.removeEntry(name);
    } catch (error) {
      // Another view is writing it, or has just removed it.
      logMended(error, 'it goes the next time');
    }
}
