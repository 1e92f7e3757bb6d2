import { logMended } from '#model/logFault.ts';
import { writePassingFile } from '#storage/passingFile.ts';
import { inBlobs } from './inBlobs.ts';
import { saveFile } from './saveFile.ts';

/**
 * Hands a file to the browser's downloads that is made piece by piece, without all of it in memory where the browser has
 * private files. That way is the same in tabs, side panel, popup and Firefox; a dialog for the place (`showSaveFilePicker`) would close
 * the popup, is unknown to Firefox, and would ask once more at every export of the same form.
 * Where there is no room for a private file, it goes through memory: the reader may have another disk for it.
 * @param make begins the file anew at each call
 * @throws what making the pieces throws
 */
export async function savePieces(
  name: string,
  make: () => AsyncIterable<string | Uint8Array<ArrayBuffer>>,
  type: string,
): Promise<void> {
  const passing = await writePassingFile(make()).catch((error: unknown) => {
    if (!isFull(error)) throw error;
    logMended(error, 'the file goes through memory');
    return undefined;
  });
  if (passing) saveFile(name, [passing.file], type, passing.remove);
  else saveFile(name, await inBlobs(make()), type);
}

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';
