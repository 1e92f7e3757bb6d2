import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOMS = ['entrypoints', 'background', 'panel', 'components', 'annotator', 'exchange', 'storage'];

type Words = { [key: string]: string | Words };

/** Keys of a plural are numbers and `n`: the key is the one above them. */
const isPlural = (words: Words) => Object.keys(words).every((key) => /^(?:\d+|n)$/.test(key));
const keysOf = (words: Words, above = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' || isPlural(value) ? [above + key] : keysOf(value, `${above}${key}.`),
  );

const files = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(ROOT, room, file)),
);
const code = [...files, join(ROOT, 'wxt.config.ts')].map((file) => readFileSync(file, 'utf8')).join('\n');
const words = parse(readFileSync(join(ROOT, 'locales', 'en.yml'), 'utf8')) as Words;

const literals = new Set(
  [...code.matchAll(/'([\w.]+)'/g), ...code.matchAll(/__MSG_(\w+)__/g)].map(([, text]) => text),
);
/** `counts.${state}` uses every key that it can spell; the browser's own look-up writes `_` for the dot. */
const templates = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*[._]\$\{[^`]+)`/g)].map(
  ([, text = '']) => new RegExp(`^${text.replace(/[._](?=\$)|\./g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

it('every word of the locale is shown somewhere', () => {
  const unused = keysOf(words).filter(
    (key) => !literals.has(key) && !templates.some((template) => template.test(key)),
  );
  expect(unused).toEqual([]);
});

it('every key that the code asks for is in the locale', () => {
  const known = new Set(keysOf(words));
  const asked = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});
