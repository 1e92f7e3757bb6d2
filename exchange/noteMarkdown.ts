import type { Token, Tokens } from 'marked';
import { asBlockQuote } from './blockQuote.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { lexNote } from './lexNote.ts';
import { noteInline } from './noteInline.ts';
import { LINE_BREAK } from './plainLine.ts';

/** Controls but tab and LF; NUL among them, which CommonMark would replace anyway. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;

/**
 * A reader's note as Markdown that stays within its section. The note is read by marked and written anew, block by
 * block, so every block that is opened is closed, whatever the note looked like. Kept: paragraphs and their line
 * breaks, emphasis, links, code, lists, tasks, tables, quotes, Obsidian's callouts, `[[links]]` and #tags.
 * Changed: headings go below the section's own; rules become `* * *`, which is never front matter nor a heading's
 * underline. Shown as text, because they reach beyond the note or load something: raw HTML, images (they become
 * links), link definitions, footnotes, block ids, `%%comments%%`, `$$formulas$$`, the language of a code block (some
 * programs run it).
 * @param level headings of the note begin below this level
 */
export function noteMarkdown(note: string, level: number): string {
  const text = note.toWellFormed().split(LINE_BREAK).join('\n').replace(CONTROL, ' ').trimEnd();
  try {
    return blocks(lexNote(text), level, '\n\n');
  } catch (error) {
    // Quotes nested hundreds deep take long or overflow the parser's stack; the words are what matters then.
    if (!(error instanceof Error)) throw error;
    return text.split('\n').map(escapeMarkdown).filter(Boolean).join('\n\n');
  }
}

function blocks(tokens: Token[], level: number, gap: string): string {
  const parts: string[] = [];
  let before: { isOrdered: boolean; isSecond: boolean } | undefined;
  for (const token of tokens) {
    const isOrdered = token.type === 'list' && (token as Tokens.List).ordered;
    // Neighbours with the same mark would be one list.
    const isSecond = before?.isOrdered === isOrdered && !before.isSecond;
    const part = token.type === 'list' ? list(token as Tokens.List, level, isSecond) : block(token, level);
    if (part.trim() === '') continue;
    parts.push(part);
    before = token.type === 'list' ? { isOrdered, isSecond } : undefined;
  }
  return parts.join(gap);
}

function block(token: Token, level: number): string {
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return '';
    case 'hr':
      return '* * *';
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      // Of an odd number of backslashes the last is a line break, which a heading on one line has not.
      const text = noteInline(tokens).replace(/(?<!\\)((?:\\\\)*)\\?\n/gu, '$1 ');
      return text && `${'#'.repeat(Math.min(6, level + depth))} ${text}`;
    }
    case 'blockquote':
      return asBlockQuote(blocks((token as Tokens.Blockquote).tokens, level, '\n\n'));
    case 'code':
      return fenced((token as Tokens.Code).text);
    case 'table':
      return table(token as Tokens.Table);
    case 'paragraph':
    case 'text':
      return paragraph(noteInline((token as Tokens.Paragraph).tokens ?? [token]));
    default:
      // HTML blocks, link definitions, and whatever marked learns to read one day.
      return token.raw.split('\n').map(escapeMarkdown).filter(Boolean).join('\n');
  }
}

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

/** CommonMark reads numbers of nine digits; only the first of a list counts. */
const MAX_NUMBER = 999_999_999;

function list({ items, ordered, start, loose }: Tokens.List, level: number, isSecond: boolean): string {
  return items
    .map((item, index) => {
      const number = Math.min(MAX_NUMBER, (Number(start) || 0) + index);
      const marker = ordered ? `${number}${isSecond ? ')' : '.'} ` : isSecond ? '+ ' : '- ';
      const box = item.task ? `[${item.checked ? 'x' : ' '}] ` : '';
      const text = box + blocks(item.tokens, level, loose ? '\n\n' : '\n');
      return (marker + text.replaceAll('\n', `\n${' '.repeat(marker.length)}`)).trimEnd();
    })
    .join(loose ? '\n\n' : '\n');
}

const RULE = { left: ':--', right: '--:', center: ':-:', none: '---' };

function table({ header, rows, align }: Tokens.Table): string {
  const row = (cells: Tokens.TableCell[]) =>
    `| ${cells
      .map(({ tokens }) =>
        noteInline(tokens)
          .replace(/\s+/gu, ' ')
          .replace(/(?<!\\)\|/gu, '\\|'),
      )
      .join(' | ')} |`;
  const rule = `| ${align.map((side) => RULE[side ?? 'none']).join(' | ')} |`;
  return [row(header), rule, ...rows.map(row)].join('\n');
}

/** What would begin a block, were it not known to be a line of a paragraph. */
const LINE_START =
  /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=]+$|`{3,}|~{3,}|[-*_](?=(?:\s*[-*_]){2,}\s*$)|[|:-](?=[\s|:-]*$)|\|)/u;

/** A `[` that may begin a definition: not a `[[link]]`, not a callout's mark, not a link written here. */
const DEFINITION_START = /^\[(?!\[|![\w-]+\]|(?:[^[\]\\]|\\.)*\]\()/u;

function paragraph(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(LINE_START, '\\$&')
        .replace(DEFINITION_START, '\\[')
        .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\'),
    )
    .filter(Boolean)
    .join('\n');
}
