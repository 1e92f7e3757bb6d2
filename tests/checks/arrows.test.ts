import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

const PURE_CORES = ['exchange', 'article', 'anchoring', 'evidence', 'model'];
const BELOW_PANEL = [
  'components',
  'typing',
  'storage',
  'sync',
  'messaging',
  'identity',
  'locales',
  'assets',
  ...PURE_CORES,
];

/** Who may know whom: left may import right, nothing else (ARCHITECTURE.md). Every room may import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  entrypoints: ['background', 'panel', 'annotator', ...BELOW_PANEL],
  panel: BELOW_PANEL,
  background: ['annotator', 'typing', 'storage', 'sync', 'messaging', 'identity', 'locales', ...PURE_CORES],
  annotator: ['anchoring', 'article', 'evidence', 'messaging', 'typing', 'model'],
  components: ['model', 'evidence', 'locales', 'assets'],
  companion: ['components', 'sync', 'locales', 'assets', 'model'],
  storage: ['evidence', 'sync', 'model'],
  sync: ['model'],
  messaging: ['model'],
  typing: ['model'],
  identity: ['article', 'model'],
  exchange: ['model', 'evidence'],
  article: ['model'],
  anchoring: ['model'],
  evidence: ['model'],
  locales: ['model'],
  model: [],
};
/** Rooms that also run in any page and in Node: no browser calls. */
const PURE = [
  'article',
  'anchoring',
  'evidence',
  'exchange',
  'identity',
  'typing',
  'sync',
  'model',
  'components',
];
/** Rooms whose folders are rooms of their own: what they share lies beside the folders, not in one of them. */
const DIVIDED = ['panel', 'entrypoints'];

const filesOf = (room: string) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file).replaceAll('\\', '/'));

const importsOf = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, path]) => path ?? '',
  );

/** The file of ours that an import names, from the project's root; undefined for packages. */
function targetOf(file: string, path: string): string | undefined {
  if (/^#\w+\//.test(path)) return path.slice(1);
  return path.startsWith('.')
    ? relative(ROOT, join(ROOT, file, '..', path)).replaceAll('\\', '/')
    : undefined;
}

const ALL = Object.keys(MAY_IMPORT).flatMap(filesOf);
const EDGES = ALL.flatMap((file) =>
  importsOf(file).flatMap((path) => {
    const to = targetOf(file, path)?.replace(/\?.*$/, '');
    return to === undefined ? [] : [{ file, path, to }];
  }),
);

const roomOf = (file: string) => file.split('/')[0] ?? '';

it.each(Object.keys(MAY_IMPORT))('%s imports only what it may know', (room) => {
  expect(filesOf(room).length).toBeGreaterThan(0);
  const wrong = EDGES.filter(
    ({ file, to }) => roomOf(file) === room && roomOf(to) !== room && !MAY_IMPORT[room]?.includes(roomOf(to)),
  );
  expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
});

it('names other rooms by their key and files by their whole name', () => {
  const wrong = EDGES.filter(
    ({ file, path, to }) =>
      path.startsWith('#') === (roomOf(file) === roomOf(to)) || !/\.(?:tsx?|css|svg|mjs|yml)$/.test(to),
  );
  expect(wrong.map(({ file, path }) => `${file}: ${path}`)).toEqual([]);
});

it.each(DIVIDED)('the folders of %s do not import sideways', (room) => {
  const folderOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1] : undefined);
  const wrong = EDGES.filter(
    ({ file, to }) =>
      roomOf(file) === room &&
      roomOf(to) === room &&
      folderOf(to) !== undefined &&
      folderOf(to) !== folderOf(file),
  );
  expect(wrong.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
});

it('has no circles, of values or of types', () => {
  const next = Map.groupBy(EDGES, ({ file }) => file);
  const settled = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    else if (!settled.has(file)) {
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
      settled.add(file);
    }
  };
  for (const file of ALL) visit(file, []);
  expect(circles).toEqual([]);
});

it.each(PURE)('%s does not touch the browser', (room) => {
  const wrong = filesOf(room).filter(
    (file) =>
      importsOf(file).some((path) => path.startsWith('wxt')) || /\b(?:browser|chrome)\.\w/.test(code(file)),
  );
  expect(wrong).toEqual([]);
});

const code = (file: string) =>
  readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
