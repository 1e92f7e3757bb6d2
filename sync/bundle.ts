import { type Carrier, CarrierFault } from './Carrier.ts';
import { SyncError } from './faults.ts';
import { joinBytes } from './sealedFile.ts';

/*
 * A file carried by hand: the same files as in a folder, one after the other. "CLBF", a byte with the version, and for
 * each file the length of its path (2 bytes), the path, the length of its content (4 bytes), the content; at the end
 * an empty path. A bundle that was cut gives the files that are whole.
 */

const MAGIC = [0x43, 0x4c, 0x42, 0x46] as const;
const VERSION = 1;

/** A file that is being written. */
export function bundleOut(): { carrier: Carrier; file(): Uint8Array<ArrayBuffer> } {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    carrier: inMemory(files),
    file() {
      const pieces: Uint8Array[] = [new Uint8Array([...MAGIC, VERSION])];
      for (const [path, bytes] of files) {
        const name = new TextEncoder().encode(path);
        const sizes = new DataView(new ArrayBuffer(6));
        sizes.setUint16(0, name.length);
        sizes.setUint32(2, bytes.length);
        pieces.push(new Uint8Array(sizes.buffer), name, bytes);
      }
      pieces.push(new Uint8Array(6));
      return joinBytes(pieces);
    },
  };
}

/**
 * A file that came. `isWhole` is false where its end is missing.
 * @throws SyncError `notOurs`, or `newer`
 */
export function bundleIn(bytes: Uint8Array<ArrayBuffer>): { carrier: Carrier; isWhole: boolean } {
  if (MAGIC.some((byte, at) => bytes[at] !== byte))
    throw new SyncError('notOurs', 'No file of Claimlight for other devices');
  if ((bytes[MAGIC.length] ?? 0) > VERSION) throw new SyncError('newer', 'A later version of the file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = MAGIC.length + 1;
  while (at + 6 <= bytes.length) {
    const [nameLength, length] = [view.getUint16(at), view.getUint32(at + 2)];
    at += 6;
    if (nameLength === 0) return { carrier: inMemory(files), isWhole: true };
    if (at + nameLength + length > bytes.length) break;
    const path = new TextDecoder().decode(bytes.slice(at, at + nameLength));
    files.set(path, bytes.slice(at + nameLength, at + nameLength + length));
    at += nameLength + length;
  }
  return { carrier: inMemory(files), isWhole: false };
}

/** Files in memory. */
export function inMemory(files: Map<string, Uint8Array<ArrayBuffer>>): Carrier {
  return {
    list: async () => [...files.keys()],
    async read(path) {
      const bytes = files.get(path);
      if (!bytes) throw new CarrierFault('missing', path);
      return bytes.slice();
    },
    async writeOnce(path, bytes) {
      if (files.has(path)) throw new CarrierFault('exists', path);
      files.set(path, bytes.slice());
    },
    async remove(path) {
      files.delete(path);
    },
  };
}
