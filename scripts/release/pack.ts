import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { zipSync } from 'fflate';
import type { Files } from './packages.ts';

/** The first time that a zip can name, in the time of the machine, as zips have it: the same bytes everywhere. */
const longAgo = () => new Date(1980, 0, 1);

/**
 * All files of a folder, by path with `/`, in the order of their code points.
 */
export function filesOf(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]));
}

/**
 * A zip of files: the same files give the same bytes on every day and machine.
 */
export const pack = (files: Files): Uint8Array =>
  zipSync(files, { level: 9, mtime: longAgo(), os: 3, attrs: 0o644 << 16 });
