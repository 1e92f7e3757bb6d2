import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '#model/languages.ts';
import type { Words } from './translator.ts';

interface Messages {
  [key: string]: string | Messages;
}

/** @wxt-dev/i18n, which reads en.yml for the types, wants forms named by number. */
const FORMS: Record<string, string> = { 1: 'one', n: 'other' };
/** Names of plural forms: by the rules of the language, or for exactly none. */
const FORM = /^(?:[01n]|zero|one|two|few|many|other)$/u;
const isPlural = (messages: Messages) => Object.keys(messages).every((name) => FORM.test(name));

/** Words by the text of their file: a build asks for each language many times, and reading YAML takes half a second. */
const known = new Map<string, Words>();

/** @returns the words of a locale's file by key, as the file has them. */
export function readFile(language: Language): Words {
  const text = readFileSync(join(import.meta.dirname, `${language}.yml`), 'utf8');
  const read = known.get(text) ?? wordsIn(text);
  known.set(text, read);
  return read;
}

function wordsIn(text: string): Words {
  const words: Record<string, string> = {};
  const read = (messages: Messages, above: string) => {
    for (const [name, value] of Object.entries(messages))
      if (typeof value === 'object') read(value, `${above}${name}${isPlural(value) ? '#' : '.'}`);
      else words[above + (above.endsWith('#') ? (FORMS[name] ?? name) : name)] = String(value);
  };
  read(parse(text) as Messages, '');
  return words;
}

/** Key of a text without its plural form. */
export const stemOf = (key: string): string => key.replace(/#.*$/u, '');

/** The words of a language; what it lacks is English. Runs at build time. */
export function readWords(language: Language): Words {
  const own = readFile(language);
  const known = new Set(Object.keys(own).map(stemOf));
  const lacking = Object.entries(readFile('en')).filter(([key]) => !known.has(stemOf(key)));
  return { ...own, ...Object.fromEntries(lacking) };
}
