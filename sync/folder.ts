import { type Carrier, CarrierFault, type CarrierFaultKind } from './Carrier.ts';
import { LIBRARY_ID } from './names.ts';
import { DEVICE_ID } from './stamps.ts';

/** What is used of a folder's handle (File System Access). */
export interface Folder {
  readonly name: string;
  entries(): AsyncIterable<[string, Folder | FolderFile]>;
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<Folder>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FolderFile>;
  removeEntry(name: string): Promise<void>;
}
interface FolderFile {
  readonly kind: 'file' | 'directory';
  getFile(): Promise<Blob>;
  createWritable(): Promise<{
    write(data: Uint8Array<ArrayBuffer>): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
}

/** Our folder inside the one the reader chose. */
const OURS = 'claimlight';

/** A folder that the reader chose. Other programs' files in it are left alone, and only what is ours is looked into. */
export function folderCarrier(chosen: Folder): Carrier {
  // Who chooses our folder itself means the same.
  const base = (create: boolean) =>
    named(async () => (chosen.name === OURS ? chosen : chosen.getDirectoryHandle(OURS, { create })));

  async function within(path: string, create: boolean): Promise<{ folder: Folder; file: string }> {
    const [library = '', device = '', file = ''] = path.split('/');
    const ours = await base(create);
    return named(async () => {
      const ofLibrary = await ours.getDirectoryHandle(library, { create });
      return { folder: await ofLibrary.getDirectoryHandle(device, { create }), file };
    });
  }

  return {
    async list() {
      // An error of the folder itself is one; our own may not be there yet.
      await isThere(chosen);
      const paths: string[] = [];
      const ours = await base(false).catch((error: unknown) => {
        if (error instanceof CarrierFault && error.kind === 'missing') return undefined;
        throw error;
      });
      if (!ours) return paths;
      for (const library of await names(ours, 'directory'))
        if (LIBRARY_ID.test(library)) {
          const ofLibrary = await named(() => ours.getDirectoryHandle(library));
          for (const device of await names(ofLibrary, 'directory'))
            if (DEVICE_ID.test(device)) {
              const ofDevice = await named(() => ofLibrary.getDirectoryHandle(device));
              for (const file of await names(ofDevice, 'file')) paths.push(`${library}/${device}/${file}`);
            }
        }
      return paths;
    },

    async read(path) {
      const { folder, file } = await within(path, false);
      return named(async () => {
        const handle = await folder.getFileHandle(file);
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      });
    },

    async writeOnce(path, bytes) {
      const { folder, file } = await within(path, true);
      if ((await names(folder, 'file')).includes(file)) throw new CarrierFault('exists', path);
      await named(async () => {
        const handle = await folder.getFileHandle(file, { create: true });
        // The browser writes beside the file and puts it in its place when it is closed.
        const stream = await handle.createWritable();
        try {
          await stream.write(bytes);
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          // An empty file of ours would stand for one.
          await folder.removeEntry(file).catch(() => undefined);
          throw error;
        }
      });
    },

    async remove(path) {
      try {
        const { folder, file } = await within(path, false);
        await named(() => folder.removeEntry(file));
      } catch (error) {
        if (!(error instanceof CarrierFault && error.kind === 'missing')) throw error;
      }
    },
  };
}

/** @throws CarrierFault `gone` where the chosen folder itself can't be found */
async function isThere(chosen: Folder): Promise<void> {
  try {
    await names(chosen, 'file');
  } catch (error) {
    if (error instanceof CarrierFault && error.kind === 'missing')
      throw new CarrierFault('gone', 'The folder is not there', { cause: error });
    throw error;
  }
}

async function names(folder: Folder, kind: 'file' | 'directory'): Promise<string[]> {
  return named(async () => {
    const found: string[] = [];
    for await (const [name, entry] of folder.entries())
      if ((entry as { kind: string }).kind === kind) found.push(name);
    return found;
  });
}

/** Names of DOMExceptions of the File System Access API, and what they mean. */
const KINDS: Record<string, CarrierFaultKind> = {
  NotFoundError: 'missing',
  TypeMismatchError: 'missing',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NoModificationAllowedError: 'readOnly',
  QuotaExceededError: 'full',
  InvalidStateError: 'gone',
};

/** Does what a folder is asked for; its errors become faults. */
export async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CarrierFault) throw error;
    const { name = '', message = '' } = error instanceof Error || error instanceof DOMException ? error : {};
    throw new CarrierFault(KINDS[name] ?? 'interrupted', message || name, { cause: error });
  }
}
