import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Backend } from './backends.ts';

/** Every file below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

type Harm = 'deleted' | 'cut in half' | 'zeroed' | 'flipped bits' | 'emptied';
const HARMS: Record<Harm, (file: string) => void> = {
  deleted: (file) => rmSync(file),
  emptied: (file) => truncateSync(file, 0),
  'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  zeroed: (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
  'flipped bits': (file) => {
    const bytes = readFileSync(file);
    // One bit in each of 40 places spread over the file.
    const step = Math.max(1, Math.floor(bytes.length / 40));
    const open = openSync(file, 'r+');
    for (let at = Math.floor(step / 2); at < bytes.length; at += step)
      writeSync(open, Buffer.of((bytes[at] ?? 0) ^ 0x10), 0, 1, at);
    closeSync(open);
  },
};

/** Kinds of files that hold the library, by the end of their names. */
const FILES: Record<Backend['name'], [kind: string, pattern: RegExp][]> = {
  'Chromium with LevelDB': [
    ['CURRENT', /CURRENT$/],
    ['MANIFEST', /MANIFEST-\d+$/],
    ['.log', /\.log$/],
    ['.ldb', /\.ldb$/],
    ['LOG', /\/LOG$/],
  ],
  'Chromium with SQLite': [
    ['the databases', /(?<!-wal|-shm|-journal)$/],
    ['the write-ahead log', /-wal$/],
  ],
  Firefox: [
    ['the databases', /\.sqlite$/],
    ['the write-ahead log', /-wal$/],
  ],
};

export interface Damage {
  name: string;
  /** Does it to a folder of IndexedDB. @returns how many files it met. */
  apply: (folder: string) => number;
}

/** Every way of damaging the files of a backend. */
export function damagesOf(backend: Backend): Damage[] {
  const single = FILES[backend.name].flatMap(([kind, pattern]) =>
    (Object.keys(HARMS) as Harm[]).map((harm) => ({
      name: `${kind} ${harm}`,
      apply(folder: string) {
        const met = filesIn(folder).filter((file) => pattern.test(file));
        for (const file of met) HARMS[harm](file);
        return met.length;
      },
    })),
  );
  return [
    ...single,
    {
      name: 'the whole folder deleted',
      apply(folder) {
        const { length } = filesIn(folder);
        rmSync(folder, { recursive: true });
        return length;
      },
    },
  ];
}
