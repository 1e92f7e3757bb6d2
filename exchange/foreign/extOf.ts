import { isPlainJson } from '#model/plainJson.ts';
import { clip, LIMITS } from '#model/text.ts';
import type { ForeignFormat } from './foreignFormats.ts';

/** Fields of the other program that have no place in ours, kept as they came under its name; what is too long is named. */
export function extOf(
  format: ForeignFormat,
  fields: Record<string, unknown> | undefined,
): { ext?: Record<string, unknown>; tooLong: string[] } {
  const kept = Object.entries(fields ?? {}).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const tooLong: string[] = [];
  while (kept.length > 0) {
    const ext = { [format]: asPlain(Object.fromEntries(kept)) };
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
const asPlain = (fields: Record<string, unknown>): Record<string, unknown> =>
  isPlainJson(fields, 3, 20_000) ? fields : { json: JSON.stringify(fields) };

const lengthOf = ([, value]: [string, unknown]): number => JSON.stringify(value)?.length ?? 0;

/** What several rows say of one article: a field that they fill in differently holds all of it. */
export function mergedExt(
  before: Record<string, unknown> | undefined,
  now: Record<string, unknown> | undefined,
): { ext?: Record<string, unknown> } {
  if (!before || !now) return before || now ? { ext: { ...before, ...now } } : {};
  const [[format, old], [, fresh]] = [
    Object.entries(before)[0] ?? ['', {}],
    Object.entries(now)[0] ?? ['', {}],
  ];
  const fields = { ...(old as object) } as Record<string, unknown>;
  for (const [name, value] of Object.entries(fresh as object)) {
    const all = fields[name] === undefined ? [] : [fields[name]].flat();
    const isThere = all.some((one) => JSON.stringify(one) === JSON.stringify(value));
    if (!isThere) fields[name] = all.length === 0 ? value : [...all, value];
  }
  const ext = { [format]: fields };
  return { ext: isPlainJson(ext, 5, 20_000) && JSON.stringify(ext).length <= LIMITS.note ? ext : before };
}
