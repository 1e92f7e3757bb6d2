/** Times as Claimlight writes them; YAML and Obsidian read them as dates when they stand unquoted. */
const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** What YAML 1.2 calls not printable, its line breaks that JSON leaves raw, and direction controls. */
const UNSAFE = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]/gu;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A string as one YAML scalar on one line, in double quotes: JSON's escapes are a part of YAML 1.2's. Lone
 * surrogates, which no UTF-8 file can hold, become U+FFFD; all else reads back as the same string.
 */
export function yamlScalar(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(UNSAFE, escapeUnit);
}

/** A point in time as YAML: bare when it is one, quoted like any string when it is something else. */
export function yamlTime(time: string): string {
  return TIME.test(time) ? time : yamlScalar(time);
}

/** Plain data as YAML on one line: JSON is a part of YAML 1.2. Absent values and lone surrogates as in `yamlScalar`. */
export function yamlJson(value: unknown): string {
  const wellFormed = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
  return wellFormed.replace(UNSAFE, escapeUnit);
}
