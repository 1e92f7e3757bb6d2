/** Words and the white space before them, so that joining gives the text again. */
const pieces = (text: string): string[] => text.match(/\s*\S+/gu) ?? [];

/** Changed stretches longer than this say less than the whole sentences would. */
const MOST_WORDS = 40;

/**
 * The part of two wordings in which they differ, with one word around it where one side would be empty:
 * “rose 3.1% in May” and “rose 8.4% in May” give “3.1%” and “8.4%”. Equal texts give two empty strings.
 */
export function changedWords(before: string, after: string): { before: string; after: string } {
  const [old, now] = [pieces(before.trim()), pieces(after.trim())];
  const shorter = Math.min(old.length, now.length);
  const same = (a: string | undefined, b: string | undefined) => a?.trim() === b?.trim();
  let head = 0;
  while (head < shorter && same(old[head], now[head])) head++;
  if (head === old.length && head === now.length) return { before: '', after: '' };
  let tail = 0;
  while (tail < shorter - head && same(old.at(-1 - tail), now.at(-1 - tail))) tail++;
  if (head + tail === shorter) {
    // Something was only put in or taken out: a neighbour on each side says where.
    head = Math.max(0, head - 1);
    tail = Math.max(0, tail - 1);
  }
  const cut = (list: string[]) =>
    list
      .slice(head, Math.min(list.length - tail, head + MOST_WORDS))
      .join('')
      .trim();
  return { before: cut(old), after: cut(now) };
}
