import { escapeMarkdown } from './escapeMarkdown.ts';
import { plainLine } from './plainLine.ts';

/** A tag's name as Obsidian takes it: without `#`, blanks as dashes. '' if nothing is left. */
export function tagName(tag: string): string {
  return plainLine(tag).replace(/^#/u, '').trim().replace(/\s+/gu, '-');
}

/** A tag in the text. Obsidian's hold letters, digits, `_`, `-`, `/` and not only digits; others are plain text. */
function tagMarkdown(tag: string): string {
  const name = tagName(tag);
  const isTag = /^[\p{L}\p{M}\p{N}_/-]+$/u.test(name) && /[^\d]/u.test(name);
  return isTag ? `#${name}` : escapeMarkdown(tag);
}

/** All tags of a record on one line; '' where there is none. */
export function tagLine(tags: string[]): string {
  return tags.map(tagMarkdown).filter(Boolean).join(' ');
}
