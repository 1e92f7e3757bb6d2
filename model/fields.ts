import * as v from 'valibot';
import { isPlainJson } from './plainJson.ts';
import { CAPS, clip, clipStart, LIMITS, oneLine, wellFormed } from './text.ts';
import { webAddress } from './webAddress.ts';

/*
 * The fields that records are made of. Two manners: what a *page* says is clipped and cleaned, because
 * a page must not be able to make saving fail; what a *reader* wrote is kept to the letter or refused,
 * because cutting it silently would be a loss.
 */

/** Ids are made by us or come from a file; either way nothing that could be taken for markup or a path. */
export const idField = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_.:~-]{0,99}$/));

/** A one-line text of a page, cleaned and clipped. */
export const pageLine = v.pipe(
  v.string(),
  v.transform((text) => oneLine(text, LIMITS.line)),
);

/** A longer text of a page, clipped. */
export const pageParagraph = v.pipe(
  v.string(),
  v.transform((text) => clip(wellFormed(clip(text, LIMITS.paragraph * 2)), LIMITS.paragraph)),
);

/** A reader's text of at most `max` UTF-16 units; longer is refused. */
export function readerText(max: number) {
  return v.pipe(v.string(), v.maxLength(max), v.transform(wellFormed));
}

export const noteField = readerText(LIMITS.note);
export const quoteField = readerText(LIMITS.quote);

/** Context before a quote: the end of it is what counts. */
export const prefixField = v.pipe(
  v.string(),
  v.transform((text) => wellFormed(clipStart(text, LIMITS.context))),
);

/** Context after a quote: the start of it is what counts. */
export const suffixField = v.pipe(
  v.string(),
  v.transform((text) => wellFormed(clip(text, LIMITS.context))),
);

/** A reader's list of at most `max` entries, without empty or repeated ones. */
export function nameList(max: number) {
  return v.pipe(
    v.array(
      v.pipe(
        v.string(),
        v.maxLength(LIMITS.name),
        v.transform((text) => oneLine(text, LIMITS.name)),
      ),
    ),
    v.transform((names) => [...new Set(names)].filter((name) => name !== '')),
    v.maxLength(max),
  );
}

/** A page's list of names: clipped in length and number. */
export const pageNames = v.pipe(
  v.array(v.string()),
  v.transform((names) =>
    [...new Set(names.slice(0, CAPS.authors).map((name) => oneLine(name, LIMITS.name)))].filter(
      (name) => name !== '',
    ),
  ),
);

/** A moment: ISO 8601 in UTC, seconds or milliseconds. */
export const timeField = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** A day, YYYY-MM-DD. */
export const dayField = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);

/** A date of publication: pages and readers often know only the day. */
export const dateField = v.union([timeField, dayField]);

/** An http(s) address; anything else is refused. */
export const urlField = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const address = webAddress(dataset.value);
    if (address !== undefined) return address;
    addIssue({ message: 'Expected an http(s) address' });
    return NEVER;
  }),
);

/** An http(s) address or nothing (`''`). */
export const optionalUrlField = v.union([v.literal(''), urlField]);

/** A page's own statement of an address or a date: an unusable one counts as not given. */
export const pageUrl = v.fallback(v.nullable(urlField), null);
export const pageDate = v.fallback(v.nullable(dateField), null);
export const nullablePageLine = v.nullable(pageLine);

/** A count or offset. */
export const naturalField = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A place beside or in a quote, in units from its start. */
export const offsetField = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-LIMITS.context),
  v.maxValue(LIMITS.quote + LIMITS.context),
);
export const likenessField = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Data of other programs, kept as it came: plain JSON, at most 4 levels deep and 100,000 UTF-16 units. */
export const foreignData = v.pipe(
  v.custom<Record<string, unknown>>(
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && isPlainJson(value, 5, 20_000),
  ),
  v.check((value) => JSON.stringify(value).length <= LIMITS.note),
);
