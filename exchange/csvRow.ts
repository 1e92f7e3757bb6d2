import { balanceBidi } from './balanceBidi.ts';
import { LINE_BREAK } from './plainLine.ts';

/** Full-width forms of the signs that begin a formula count, too, where a spreadsheet folds them. */
const FORMULA = /^(?=[=+\-@＝＋－＠])/u;
/**
 * What would begin a formula where a spreadsheet takes a semicolon, a tab or a line break for the end of the cell. A
 * dash at the start of a line is left alone: it begins a list or a speech far more often.
 */
const FORMULA_WITHIN = /(?=[=+@＝＋＠])(?<=[;\t\n][\s"]*)|(?=[-－])(?<=[;\t][\s"]*)/gu;

/**
 * Text as one cell of RFC 4180: always in quotes, lines separated by LF, nothing that is no text. A cell that a
 * spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
function cell(text: string): string {
  const lines = text.toWellFormed().split(LINE_BREAK).join('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const plain = lines.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, ' ');
  const safe = balanceBidi(plain).trim().replace(FORMULA, "'").replace(FORMULA_WITHIN, "'");
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One row of a CSV file (RFC 4180) with its CRLF. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
