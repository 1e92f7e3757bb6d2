import { canonicalJson } from '#model/canonicalJson.ts';
import { isPlainJson } from '#model/plainJson.ts';
import { clip, LIMITS } from '#model/text.ts';
import type { ForeignFormat } from './foreignFormats.ts';

type Fields = Record<string, unknown>;

/**
 * Fields of the other program that have no place in ours, kept as they came under its name; what is too long is named.
 * @param isEntry kept as one text of JSON, so that `keptEntry` gives it back to the letter: for what is written there again
 */
export function extOf(
  format: ForeignFormat,
  fields: Fields | undefined,
  isEntry = false,
): { ext?: Fields; tooLong: string[] } {
  const all = Object.entries(fields ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const kept = all.filter(([, value]) => textIn(value) !== undefined);
  const tooLong = all.filter((one) => !kept.includes(one)).map(([name]) => clip(name, 80));
  while (kept.length > 0) {
    const ext = { [format]: asPlain(Object.fromEntries(kept), isEntry) };
    if (isPlainJson(ext, 5, 20_000) && JSON.stringify(ext).length <= LIMITS.note) {
      return { ext, tooLong };
    }
    const longest = kept.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most));
    kept.splice(kept.indexOf(longest), 1);
    tooLong.push(clip(longest[0], 80));
  }
  return { tooLong };
}

/** Records may be nested so deep and no deeper; what is deeper is kept as its text. */
const asPlain = (fields: Fields, isEntry: boolean): Fields =>
  !isEntry && isPlainJson(fields, 3, 20_000) ? fields : { json: canonicalJson(fields) };

/** As JSON; undefined for what is nested so deep that there is none. */
function textIn(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    // Nested beyond what the engine writes: named among what is not kept.
    return undefined;
  }
}

const lengthOf = ([, value]: [string, unknown]): number => textIn(value)?.length ?? 0;

/** What several rows say of one record: a field that they fill in differently holds all of it. */
export function mergedExt(before: Fields | undefined, now: Fields | undefined): { ext?: Fields } {
  if (!before || !now) return before || now ? { ext: { ...before, ...now } } : {};
  const [[format, old], [, fresh]] = [
    Object.entries(before)[0] ?? ['', {}],
    Object.entries(now)[0] ?? ['', {}],
  ];
  const fields = { ...(old as object) } as Fields;
  for (const [name, value] of Object.entries((fresh ?? {}) as object)) {
    const all = fields[name] === undefined ? [] : [fields[name]].flat();
    const isThere = all.some((one) => JSON.stringify(one) === JSON.stringify(value));
    if (!isThere) fields[name] = all.length === 0 ? value : [...all, value];
  }
  const ext = { [format]: fields };
  return { ext: isPlainJson(ext, 5, 20_000) && JSON.stringify(ext).length <= LIMITS.note ? ext : before };
}
