import { parse } from 'yaml';
import { setTranslator, type Translate } from '#components/strings.ts';
import source from '#locales/en.yml?raw';

type Messages = { [key: string]: string | Messages };

const messages = parse(source) as Messages;

function messageOf(key: string): string | Messages {
  let found: string | Messages | undefined = messages;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (found === undefined) throw new Error(`locales/en.yml holds no "${key}"`);
  return found;
}

/** Reads locales/en.yml the way the extension's i18n does: plural forms by number, `$1`, `{name}`. */
export function english(key: string, ...rest: (number | Record<string, string | number>)[]): string {
  const found = messageOf(key);
  const count = rest.find((value) => typeof value === 'number');
  const named = rest.find((value) => typeof value === 'object') ?? {};
  const form = typeof found === 'string' ? found : (found[String(count)] ?? found.n);
  if (typeof form !== 'string') throw new Error(`"${key}" is a group or needs a count`);
  const text = form.replace('$1', String(count ?? '$1'));
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = named[name];
    if (value === undefined) throw new Error(`"${key}" needs "${name}"`);
    return String(value);
  });
}

setTranslator(english as unknown as Translate, 'en-GB');
