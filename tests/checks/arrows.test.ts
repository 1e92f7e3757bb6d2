import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

/** Who may know whom: left may import right, nothing else (ARCHITECTURE.md). Every room may import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  entrypoints: [
    'components',
    'annotator',
    'storage',
    'messaging',
    'exchange',
    'anchoring',
    'article',
    'evidence',
    'model',
    'assets',
  ],
  annotator: ['anchoring', 'article', 'messaging', 'model'],
  components: ['model', 'evidence', 'locales', 'assets'],
  storage: ['model'],
  messaging: ['model'],
  exchange: ['model', 'evidence'],
  article: ['model'],
  anchoring: ['model'],
  evidence: ['model'],
  model: [],
};
/** Rooms that also run in any page and in Node: no browser calls. */
const PURE = ['article', 'anchoring', 'evidence', 'exchange', 'model', 'components'];

const filesOf = (room: string) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, room, file));

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, path]) => path ?? '',
  );

function roomOf(file: string, path: string): string | undefined {
  if (path.startsWith('@/')) return path.split('/')[1];
  if (!path.startsWith('.')) return undefined;
  const target = relative(ROOT, join(file, '..', path));
  return target.split(/[\\/]/)[0];
}

it.each(Object.keys(MAY_IMPORT))('%s imports only what it may know', (room) => {
  const files = filesOf(room);
  expect(files.length).toBeGreaterThan(0);
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .map((path) => roomOf(file, path))
      .filter((to) => to !== undefined && to !== room && !MAY_IMPORT[room]?.includes(to))
      .map((to) => `${relative(ROOT, file)} -> ${to}`),
  );
  expect(wrong).toEqual([]);
});

it.each(PURE)('%s does not touch the browser', (room) => {
  const wrong = filesOf(room).filter(
    (file) =>
      importsOf(file).some((path) => path.startsWith('wxt')) || /\b(?:browser|chrome)\.\w/.test(code(file)),
  );
  expect(wrong.map((file) => relative(ROOT, file))).toEqual([]);
});

const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
