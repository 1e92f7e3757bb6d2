import { plainLine } from './plainLine.ts';

/** CommonMark and GFM inline marks; `$` (Obsidian's formulas), `^` (block ids) and `#` (tags) beside them. */
const INLINE_MARK = /[\\`*_[\]<~|$^#]/gu;

/** A character reference that Markdown would turn into another character (`#` has its backslash by then). */
const ENTITY = /&(?=[a-z][a-z\d]{1,31};)/giu;

/** Starts of a bare address, which GFM would make a link of, with an end of its own choosing. */
export const BARE_ADDRESS = /:(?=\/\/)|(?<=www)\./giu;

/** `==mark==` and `%%comment%%` of Obsidian. */
const DOUBLED = /=(?==)|%(?=%)/gu;

/** What begins a block: quote, list, definition, a line under a heading. Other starts are inline marks too. */
const BLOCK_START = /^(?:>|[-+:](?=\s|$)|[-=:](?=[-=:\s]*$))/u;

/** A number that begins a list; the backslash goes before its point. */
const LIST_NUMBER = /^\d{1,9}(?=[.)](?:\s|$))/u;

/**
 * Text as inline Markdown that shows exactly this text, on one line, also at the start of a block: CommonMark 0.31
 * with the marks that GFM and Obsidian add. What is harmless where it stands (`3.1`, brackets, dashes) stays as
 * it is, since people read these files too.
 */
export function escapeMarkdown(text: string): string {
  return plainLine(text)
    .replace(INLINE_MARK, '\\$&')
    .replace(ENTITY, '\\$&')
    .replace(BARE_ADDRESS, '\\$&')
    .replace(DOUBLED, '\\$&')
    .replace(BLOCK_START, '\\$&')
    .replace(LIST_NUMBER, '$&\\');
}
