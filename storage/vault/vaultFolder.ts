import { CarrierFault } from '#sync/Carrier.ts';
import { named } from '#sync/folder.ts';

/** Our folder inside the one the reader chose: a vault holds much else. */
const OURS = 'Claimlight notes';

/** What a folder of Markdown files can do; every failure is a `CarrierFault`. */
export interface VaultFolder {
  read(name: string): Promise<{ text: string; stamp: string } | null | undefined>;
  write(name: string, text: string, stamp: string | undefined): Promise<boolean>;
}

const isMissing = (error: unknown) => error instanceof CarrierFault && error.kind === 'missing';
const stampOf = ({ lastModified, size }: File): string => `${lastModified} ${size}`;

/**
 * The files of ours in a folder that the reader chose. Looks into no other file and removes none.
 * @throws CarrierFault `gone` where the chosen folder is not there
 */
export async function vaultFolder(chosen: FileSystemDirectoryHandle): Promise<VaultFolder> {
  // Who chooses our folder itself means the same.
  const folder = await named(async () =>
    chosen.name === OURS ? chosen : chosen.getDirectoryHandle(OURS, { create: true }),
  ).catch((error: unknown) => {
    throw isMissing(error) ? new CarrierFault('gone', 'The folder is not there', { cause: error }) : error;
  });

  const find = (name: string) =>
    named(async () => (await folder.getFileHandle(name)).getFile()).catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });

  return {
    async read(name) {
      const file = await find(name);
      if (!file) return undefined;
      const bytes = await named(() => file.arrayBuffer());
      try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        return { text, stamp: stampOf(file) };
      } catch {
        // Decoded otherwise, what is written back would not be what stood there.
        return null;
      }
    },

    async write(name, text, stamp) {
      const before = await find(name);
      if ((before && stampOf(before)) !== stamp) return false;
      await named(async () => {
        const handle = await folder.getFileHandle(name, { create: true });
        // The browser writes beside the file and puts it in its place when it is closed.
        const stream = await handle.createWritable();
        try {
          await stream.write(new TextEncoder().encode(text));
          await stream.close();
        } catch (error) {
          await stream.abort().catch(() => undefined);
          // An empty file of ours would stand for one.
          if (!before) await folder.removeEntry(name).catch(() => undefined);
          throw error;
        }
      });
      return true;
    },
  };
}
