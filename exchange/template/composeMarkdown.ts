import { escapeMarkdown } from '../escapeMarkdown.ts';
import { linkDestination } from '../markdownLink.ts';
import { LINE_BREAK, plainLine } from '../plainLine.ts';
import { tagName } from '../tagLine.ts';
import { splitAtPlaceholders } from './placeholders.ts';
import { textOfValue, Written } from './Written.ts';

/** What was written last decides on a value's place. Beyond it a value is text within a line, which is safe everywhere. */
const LOOK_BACK = 300;

const UNESCAPED = '(?<!\\\\)(?:\\\\\\\\)*';
/** Behind `](` or `[name]: `, where a link's address begins, and what may stand of it. */
const DESTINATION = new RegExp(
  `(?:${UNESCAPED}\\]\\(|(?:^|\\n)[ >*+\\-\\d.)]*\\[(?!\\^)(?:[^\\]\\\\\\n]|\\\\.)+\\]:)\\s*<?([^\\s)]*)$`,
  'u',
);
/** A bare address that goes on, and takes a backslash for its own. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>]*$/iu;
/** A link of Obsidian or Logseq to a page. */
const PAGE_NAME = new RegExp(`${UNESCAPED}\\[\\[[^\\]\\n]*$`, 'u');
/** A tag. */
const TAG = /(?:^|[\s(])#[\p{L}\p{M}\p{N}_/-]*$/u;
/** Behind the name of one of Logseq's properties. */
const PROPERTY = /(?:^|\n)[\w-]+::[^\S\n]+$/u;
const FENCE = /`{3}|~{3}/u;
const FENCE_LINE = /^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*(`{3,}|~{3,})/u;
const EXCLAMATION = new RegExp(`${UNESCAPED}!$`, 'u');
/** Marks of quotes and lists at the start of a line. */
const PREFIX = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+|>[ \t]?)*/u;
/** Markdown that must begin a line, or may have to. */
const BLOCK_START = /^(?:>|#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|`{3}|~{3})/u;

/**
 * Markdown in which every value keeps its place: text within a line, an address behind `](`, a name within `[[ ]]`, a
 * tag behind `#`; what has several lines stands in lines of its own and stays in the quote or the entry of a list in
 * which it begins.
 */
export function composeMarkdown(text: string, values: readonly unknown[]): string {
  const pieces = splitAtPlaceholders(text, values);
  let out = '';
  /** What the next line begins with, where a block ends in the middle of one. */
  let after: string | undefined;
  /** Whether a block of code that the template opened is still open. */
  let fence = false;
  const literal = (words: string) => {
    if (after === undefined) {
      out += words;
      return;
    }
    // Blanks alone do not end the line that the block ends on.
    if (/^[^\S\n]*$/u.test(words)) return;
    out += /^[^\S\n]*\n/u.test(words) ? words : apart(after) + words.trimStart();
    after = undefined;
  };
  for (const { before, value } of pieces) {
    literal(before);
    if (FENCE.test(before)) fence = isFenceOpen(out);
    const tail = after === undefined ? tailOf(out) : '';
    const block = blockOf(value, tail, fence);
    if (block === undefined) {
      const isInCode = fence || out.slice(out.lastIndexOf('\n\n') + 1).includes('`');
      const words = inPlace(isInCode ? withoutCode(value) : value, tail);
      if (words === '') continue;
      // A link behind an exclamation mark would be an image.
      if (words.startsWith('[') && EXCLAMATION.test(tail)) out = `${out.slice(0, -1)}\\!`;
      literal(guarded(words, tail));
      continue;
    }
    const line = out.slice(out.lastIndexOf('\n') + 1);
    const prefix = PREFIX.exec(line)?.[0] ?? '';
    const next = prefix.replace(/[^>\s]/gu, ' ');
    if (line.length > prefix.length || after !== undefined) out = out.trimEnd() + apart(next);
    out += block
      .split('\n')
      .join(`\n${next}`)
      .replace(/[^\S\n]+$/gmu, '');
    after = next;
  }
  literal(pieces.rest);
  return out;
}

/** An empty line, within the same quote or entry. */
const apart = (prefix: string): string => `\n${prefix.trimEnd()}\n${prefix}`;

/** The end of what was written, with the whole of its last word. */
function tailOf(out: string): string {
  let from = Math.max(0, out.length - LOOK_BACK);
  while (from > 0 && !/\s/u.test(out[from - 1] ?? '')) from--;
  return out.slice(from);
}

/** Whether lines with marks of code leave a block of it open. */
function isFenceOpen(out: string): boolean {
  let open = '';
  for (const line of out.split('\n')) {
    const mark = FENCE_LINE.exec(line)?.[1] ?? '';
    if (!open) open = mark;
    else if (mark.startsWith(open)) open = '';
  }
  return open !== '';
}

/** Where code may be open already, code of a value's own would end it: its text takes its place. */
function withoutCode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCode);
  if (!(value instanceof Written)) return value;
  const { kind, text, markdown } = Written.formsOf(value);
  return kind !== 'address' && markdown.includes('`') ? text : value;
}

/** The lines of a value that needs some of its own here; undefined where it goes into the line. */
function blockOf(value: unknown, tail: string, isInCode: boolean): string | undefined {
  if (!(value instanceof Written)) return undefined;
  const { kind, text, markdown } = Written.formsOf(value);
  if (isInCode) {
    const lines = text.split(LINE_BREAK);
    return kind === 'block' && lines.length > 1 ? lines.map(escapeMarkdown).join('\n') : undefined;
  }
  const isBlock =
    kind === 'block' && markdown !== '' && (markdown.includes('\n') || BLOCK_START.test(markdown));
  const isWithinName = [DESTINATION, ADDRESS, PAGE_NAME, TAG].some((place) => place.test(tail));
  return isBlock && !isWithinName ? markdown : undefined;
}

function inPlace(value: unknown, tail: string): string {
  if (Array.isArray(value))
    return value
      .map((one) => inPlace(one, tail))
      .filter(Boolean)
      .join(', ');
  const text = textOfValue(value);
  const destination = DESTINATION.exec(tail);
  if (destination && !destination[1]) return linkDestination(text);
  if (destination || ADDRESS.test(tail))
    return encodeURIComponent(plainLine(text)).replace(/[!'()*~_]/gu, percent);
  if (PAGE_NAME.test(tail))
    return plainLine(text)
      .replace(/[\\/:*?"<>|#^[\]%`]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
  if (TAG.test(tail)) return tagName(text).replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '-');
  if (!(value instanceof Written)) return escapeMarkdown(text);
  const { kind, markdown } = Written.formsOf(value);
  if (kind === 'address') return PROPERTY.test(tail) ? linkDestination(text) : addressAsText(text);
  return kind === 'time' ? escapeMarkdown(text) : markdown;
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

/** An address among words is a link in every flavour of Markdown when it stands in angle brackets. */
function addressAsText(text: string): string {
  const destination = linkDestination(text).replaceAll('&amp;', '&');
  return destination ? `<${destination}>` : escapeMarkdown(text);
}

/** A value that would be read otherwise together with what stands right before it. */
function guarded(words: string, before: string): string {
  const slashes = /\\*$/u.exec(before)?.[0].length ?? 0;
  if (slashes % 2 === 1) return `\\${words}`;
  const isJoined = /(?::\/?|www)$/iu.test(before.slice(-4)) && /^[/.]/u.test(words);
  return isJoined ? `\\${words}` : words;
}
