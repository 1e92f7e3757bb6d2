import * as v from 'valibot';
import { logMended } from '#model/logFault.ts';
import { LibraryError } from '../errors.ts';
import { isWhole } from './isWhole.ts';
import type { SnapshotInfo, Snapshots } from './Snapshots.ts';

/** Says which copies are which. The copies themselves say what is in them. */
const SHELF = 'copies.json';
const COPY = /^copy-(\d+)\.jsonl$/;

const InfoSchema = v.object({
  key: v.picklist(['latest', 'previous']),
  generation: v.number(),
  seq: v.number(),
  takenAt: v.string(),
  at: v.string(),
  count: v.number(),
  sha256: v.string(),
  bytes: v.number(),
});
const ShelfSchema = v.array(InfoSchema);

const copyName = (generation: number) => `copy-${generation}.jsonl`;

/** Copies as files of the origin's private file system. `name` is that of the lock between contexts. */
export function fileSnapshots(folder: FileSystemDirectoryHandle, name: string): Snapshots {
  async function fileNamed(file: string): Promise<File | undefined> {
    try {
      return await (await folder.getFileHandle(file)).getFile();
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
      throw error;
    }
  }

  /** Writes a file whole or not at all: the new bytes take the old ones' place when it is closed. */
  async function write(file: string, content: Blob): Promise<void> {
    const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
    try {
      await stream.write(content);
    } catch (error) {
      await stream.abort();
      throw error;
    }
    await stream.close();
  }

  async function shelf(): Promise<SnapshotInfo[]> {
    const file = await fileNamed(SHELF);
    if (!file) return [];
    try {
      return v.parse(ShelfSchema, JSON.parse(await file.text()));
    } catch (error) {
      // The next copy writes a new one; the rescue page finds the copies without it.
      logMended(error, 'the list of copies is not readable');
      return [];
    }
  }

  async function generations(): Promise<number[]> {
    const found: number[] = [];
    for await (const file of folder.keys()) {
      const number = COPY.exec(file)?.[1];
      if (number !== undefined) found.push(Number(number));
    }
    return found;
  }

  const infoOf = async (which: SnapshotInfo['key']) => (await shelf()).find(({ key }) => key === which);

  return {
    // One copy at a time, whichever page or worker takes it.
    take: (backup, takenAt) =>
      navigator.locks.request(`copies of ${name}`, async () => {
        const before = await infoOf('latest');
        const known = await generations();
        const generation = Math.max(0, ...known) + 1;
        await write(copyName(generation), backup.file);
        const copy = await fileNamed(copyName(generation));
        if (!copy || !(await isWhole(copy, backup.info.sha256))) {
          throw new LibraryError('damaged', 'The snapshot did not read back as it was written');
        }
        const latest: SnapshotInfo = { key: 'latest', generation, seq: backup.seq, takenAt, ...backup.info };
        const list = before ? [latest, { ...before, key: 'previous' }] : [latest];
        await write(SHELF, new Blob([JSON.stringify(list)]));
        const kept = new Set([generation, before?.generation]);
        for (const outdated of known.filter((number) => !kept.has(number))) {
          await folder.removeEntry(copyName(outdated));
        }
        return latest;
      }),

    info: (which = 'latest') => infoOf(which),

    async open(which = 'latest') {
      const info = await infoOf(which);
      return info && fileNamed(copyName(info.generation));
    },
  };
}
