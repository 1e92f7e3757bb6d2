import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isPageWord, isSentenceWord } from '#locales/pageWords.ts';
import { readFile, stemOf } from '#locales/readWords.ts';
import { LANGUAGES } from '#model/languages.ts';
import { CARRIER_FAULTS } from '#sync/Carrier.ts';
import { SYNC_FAULTS } from '#sync/faults.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOMS = [
  'entrypoints',
  'background',
  'panel',
  'components',
  'annotator',
  'exchange',
  'storage',
  'companion',
];

const files = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file).replaceAll('\\', '/')),
);
const codeOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const code = [...files, 'model/pageActions.ts', 'wxt.config.ts', 'public/rescue.html'].map(codeOf).join('\n');

const english = readFile('en');
const keys = [...new Set(Object.keys(english).map(stemOf))];
const known = new Set(keys);
const untranslated = new Set(
  readFileSync(join(ROOT, 'locales', 'untranslated.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#')),
);

const literals = new Set(
  [...code.matchAll(/'([\w.]+)'/g), ...code.matchAll(/__MSG_(\w+)__/g)].map(([, text]) => text),
);
/** `counts.${state}` uses every key that it can spell; the browser's own look-up writes `_` for the dot. */
const templates = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*[._]\$\{[^`]+)`/g)].map(
  ([, text = '']) => new RegExp(`^${text.replace(/[._](?=\$)|\./g, '\\.').replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

it('every word of the locale is shown somewhere', () => {
  const unused = keys.filter(
    (key) => !literals.has(key) && !templates.some((template) => template.test(key)),
  );
  expect(unused).toEqual([]);
});

it('everything that can be wrong with other devices is told in words', () => {
  expect([...SYNC_FAULTS, ...CARRIER_FAULTS].filter((kind) => !known.has(`syncFault.${kind}`))).toEqual([]);
});

it('every key that the code asks for is in the locale', () => {
  const asked = [...code.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter((key) => !known.has(key))).toEqual([]);
});

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}|\$\d/g) ?? [])].sort();
/** Plural forms that whole numbers up to a thousand take, and how many of them take each. */
const formsOf = (language: string) => {
  const rules = new Intl.PluralRules(language);
  const forms = Array.from({ length: 1_001 }, (_, count) => rules.select(count));
  return new Map([...Map.groupBy(forms, (form) => form)].map(([form, { length }]) => [String(form), length]));
};

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  const own = readFile(language);
  const stems = new Set(Object.keys(own).map(stemOf));

  it('has every key, and no other (or list it in locales/untranslated.txt)', () => {
    const missing = keys.filter((key) => !stems.has(key) && !untranslated.has(key));
    const stale = [...stems].filter((key) => !known.has(key) && !untranslated.has(key));
    expect({ missing, stale }).toEqual({ missing: [], stale: [] });
  });

  it('keeps every placeholder', () => {
    const wrong = Object.entries(own).flatMap(([key, text]) => {
      const stem = stemOf(key);
      const original = english[`${stem}#other`] ?? english[stem];
      if (original === undefined) return [];
      const [mine, theirs] = [placeholders(text), placeholders(original)];
      // "One highlight", "تظليلان": a form that only one number takes may leave the figure out.
      const form = key.slice(stem.length + 1);
      const isOneNumber = form !== '' && (formsOf(language).get(form) ?? 1) === 1;
      const rest = isOneNumber ? theirs.filter((name) => name !== '$1' || mine.includes(name)) : theirs;
      return `${mine}` === `${rest}` ? [] : [`${key}: ${text}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has the plural forms of the language, and no others', () => {
    const plurals = keys.filter((key) => english[`${key}#other`] !== undefined && stems.has(key));
    expect(plurals.length).toBeGreaterThan(10);
    const wrong = plurals.flatMap((key) => {
      const forms = Object.keys(own).filter((one) => one !== key && stemOf(one) === key);
      const names = forms.map((one) => one.slice(key.length + 1)).filter((name) => name !== '0');
      return `${names.sort()}` === `${[...formsOf(language).keys()].sort()}` ? [] : [`${key}: ${names}`];
    });
    expect(wrong).toEqual([]);
  });
});

it('lists as untranslated only what is', () => {
  const done = [...untranslated].filter((key) =>
    LANGUAGES.every((language) => Object.keys(readFile(language)).map(stemOf).includes(key)),
  );
  expect(done).toEqual([]);
});

it.each([
  ['the background', 'entrypoints/annotator/index.tsx', 30, isPageWord],
  [
    'reading by sentence, with it,',
    'entrypoints/sentences/index.tsx',
    9,
    (key: string) => isSentenceWord(key) || isPageWord(key),
  ],
] as const)('%s carries what the views in pages say', (_who, entry, least, isCarried) => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path = ''] of codeOf(file).matchAll(/from '([^']+\.tsx?)'/g)) {
      const next = path.startsWith('#') ? path.slice(1) : join(file, '..', path).replaceAll('\\', '/');
      if (/^(?:components|entrypoints)\//.test(next)) visit(next);
    }
  };
  visit(entry);
  const said = [...seen, ...files.filter((file) => file.startsWith('background/'))].map(codeOf).join('\n');
  const asked = [...said.matchAll(/\b(?:t|translate\(\)\))\(\s*[`'"]([\w.]+)/g)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(least);
  const lacking = asked.filter((key) =>
    keys.some(
      (one) => (one === key || one.startsWith(key.endsWith('.') ? key : `${key}.`)) && !isCarried(one),
    ),
  );
  expect(lacking).toEqual([]);
});

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
/** Attributes whose value is said or shown. */
const SAID = /^(?:label|title|placeholder|alt|hint|aria-(?:label|description|roledescription|valuetext))$/;
/** Names and examples that are the same in every language. */
const SAME_EVERYWHERE = new Set(['https://', 'example.org', 'en']);

/** Texts between tags and in attributes, as written in the code. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node)) return [];
  const below = Object.values(node).flatMap(textsIn);
  if (node.type === 'JSXText') return [String(node.value), ...below];
  const { name, value } = node;
  if (node.type !== 'JSXAttribute' || !isNode(name) || !SAID.test(String(name.name))) return below;
  return isNode(value) && value.type === 'Literal' ? [String(value.value), ...below] : below;
}

it.each(files.filter((file) => file.endsWith('.tsx')))('%s has no words of its own', (file) => {
  const { program } = parseSync(file, codeOf(file), { lang: 'tsx' });
  const words = textsIn(program).filter((text) => /\p{L}/u.test(text) && !SAME_EVERYWHERE.has(text));
  expect(words).toEqual([]);
});

describe('the words of the trade', () => {
  const termsOf = (language: string) =>
    parse(readFileSync(join(ROOT, 'locales', 'terms', `${language}.yml`), 'utf8')) as Record<string, string>;

  it.each(LANGUAGES.filter((language) => language !== 'en'))('are listed for %s, and used', (language) => {
    const terms = termsOf(language);
    expect(Object.keys(terms)).toEqual(Object.keys(termsOf('de')));
    const words = Object.values(readFile(language)).join('\n').toLowerCase();
    expect(Object.values(terms).filter((term) => !words.includes(term.toLowerCase()))).toEqual([]);
  });
});
