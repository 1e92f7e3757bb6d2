import { writePassingFile } from '#storage/passingFile.ts';
import { inBlobs } from './inBlobs.ts';
import { saveFile } from './saveFile.ts';

/**
 * Hands a file to the browser's downloads that is made piece by piece, without all of it in memory where the browser has
 * private files. That way is the same in tabs, side panel, popup and Firefox; a dialog for the place (`showSaveFilePicker`) would close
 * the popup, is unknown to Firefox, and would ask once more at every export of the same form.
 * @throws what `pieces` throws, DOMException where the disk is full
 */
export async function savePieces(
  name: string,
  pieces: AsyncIterable<string | Uint8Array<ArrayBuffer>>,
  type: string,
): Promise<void> {
  const passing = await writePassingFile(pieces);
  if (passing) saveFile(name, [passing.file], type, passing.remove);
  else saveFile(name, await inBlobs(pieces), type);
}
