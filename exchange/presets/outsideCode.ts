/**
 * Pieces of Markdown as it is written here that must stay to the letter: fenced code, code spans, bare addresses in
 * brackets, links; and escapes, which are changed by a rule of their own.
 */
const KEPT = new RegExp(
  [
    '(?<fence>(?<=^[> ]*)`{3,})[^\\n]*\\n[\\s\\S]*?\\n[> ]*\\k<fence>(?!`)',
    '(?<span>`+)(?!`)[\\s\\S]*?(?<!`)\\k<span>(?!`)',
    '<(?:https?:|mailto:)[^>\\s]*>',
    '<[^\\s<>@]+@[^\\s<>]+>',
    '\\]\\([^()\\s]*(?: "(?:[^"\\\\]|\\\\.)*")?\\)',
    '\\\\[!-/:-@[-`{-~\\n]',
  ].join('|'),
  'gmu',
);

/**
 * Changes what one program would take for a mark, in words only.
 * @param words makes what stands between, knowing where it begins
 * @param escaped makes an escaped mark, backslash and all, and where it stands
 */
export function outsideCode(
  markdown: string,
  words: (text: string, index: number) => string,
  escaped: (pair: string, index: number) => string = (pair) => pair,
): string {
  let out = '';
  let at = 0;
  for (const { 0: kept, index } of markdown.matchAll(KEPT)) {
    out += words(markdown.slice(at, index), at);
    at = index + kept.length;
    out += kept.startsWith('\\') ? escaped(kept, index) : kept;
  }
  return out + words(markdown.slice(at), at);
}
