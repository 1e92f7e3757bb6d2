import type { UnsavedText } from '#model/drafts.ts';
import type { KeptText } from '#model/KeptText.ts';
import { typedKey } from '#model/typedKey.ts';

/** Where something is typed. The same note may be typed in both, and neither takes the other's words. */
export type Place = 'page' | 'panel';

const PREFIX = 'typed:';
/** Among the kept fields; no field of a form begins with a blank. */
const ID = ' id';
const BASE = ' base ';

/** The key of a kept text in the library. */
export const storedKey = (place: Place, key: string): string => `${PREFIX}${place}:${key}`;

/** A kept text as the library stores it. Text by field, so that each holds as much as a note. */
export function toUnsaved(place: Place, { key, fields, base, id, by }: KeptText): UnsavedText {
  const before = Object.entries(base).map(([name, text]) => [BASE + name, text]);
  return {
    key: storedKey(place, key),
    fields: { ...fields, ...Object.fromEntries(before), [ID]: id },
    ...(by !== undefined && { by }),
  };
}

/** Where unsaved texts are kept: the library has such a place. */
export interface Keeping {
  list(): Promise<readonly UnsavedText[]>;
  put(text: UnsavedText): Promise<unknown>;
  /** @param by clears only what one of these views kept, or a view without a name (''); another may have kept more since. */
  clear(key: string, by?: readonly string[]): Promise<unknown>;
  /** Of a view that closes: keeps texts before this returns, whatever becomes of `put`. */
  leave?(texts: readonly UnsavedText[]): void;
}

/**
 * All texts kept in a place. Versions up to 0.1 kept notes, forms and the page's editor in three forms of their own;
 * what is found of these is kept anew in today's form first.
 */
export async function keptTexts(keeping: Keeping, place: Place): Promise<KeptText[]> {
  const all: KeptText[] = [];
  const own = storedKey(place, '');
  for (const text of await keeping.list()) {
    if (text.key.startsWith(own)) all.push(read(text.key.slice(own.length), text));
    const old = text.key.startsWith(PREFIX) ? [] : readOld(text).filter((one) => one.place === place);
    for (const { kept } of old) await keeping.put(toUnsaved(place, kept));
    if (old.length > 0) await keeping.clear(text.key);
    all.push(...old.map(({ kept }) => kept));
  }
  return all;
}

/** Pure: what earlier versions kept, and where; nothing for a text that is none of theirs. */
function readOld({ key, fields }: UnsavedText): { place: Place; kept: KeptText }[] {
  if (key.startsWith('form:')) return [{ place: 'panel', kept: read(key.slice('form:'.length), { fields }) }];
  if (key.startsWith('sidebar:')) {
    const { note, base } = fields;
    if (note === undefined || base === undefined) return [];
    const of = key.slice('sidebar:'.length);
    return [{ place: 'panel', kept: { key: `note ${of}`, fields: { note }, base: { note: base }, id: '' } }];
  }
  if (!key.startsWith('quick:')) return [];
  return readQuick(Object.values(fields).join('')).map((kept) => ({ place: 'page', kept }));
}

function read(key: string, { fields: stored, by }: Pick<UnsavedText, 'fields' | 'by'>): KeptText {
  const all = Object.entries(stored);
  const fields = all.filter(([name]) => !name.startsWith(' '));
  const base = all.flatMap(([name, text]) =>
    name.startsWith(BASE) ? [[name.slice(BASE.length), text]] : [],
  );
  return {
    key,
    fields: Object.fromEntries(fields),
    base: Object.fromEntries(base),
    id: stored[ID] ?? '',
    ...(by !== undefined && { by }),
  };
}

/** The editor in the page kept note and source as one text, in JSON. */
function readQuick(text: string): KeptText[] {
  const draft = parsed(text);
  if (typeof draft?.id !== 'string') return [];
  const { id, note, base, source, sourceId } = draft;
  const kept: KeptText[] = [];
  if (typeof note === 'string' && typeof base === 'string' && note !== base)
    kept.push({ key: typedKey.note(id), fields: { note }, base: { note: base }, id: '' });
  const { url, title, stance } = (source ?? {}) as Partial<Record<string, unknown>>;
  if (typeof url === 'string' && typeof title === 'string' && (url.trim() || title.trim()))
    kept.push({
      key: typedKey.newSource(id),
      fields: { url, title, ...(typeof stance === 'string' && { stance }) },
      base: {},
      id: typeof sourceId === 'string' ? sourceId : '',
    });
  return kept;
}

function parsed(text: string): Partial<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    // Cut off while it was written: nothing of it can be shown.
    return null;
  }
}
