import { describe, expect, it } from 'vitest';
import { foldCodes } from '#anchoring/foldText.ts';
import { GramTable } from '#anchoring/GramTable.ts';
import { inventedArticle } from './inventedNews.ts';

const text = Array.from({ length: 12 }, (_, i) => inventedArticle(i + 1).join(' ')).join(' ');

/** All offsets by looking at each. */
function allOf(codes: Uint16Array, quote: Uint16Array): number[] {
  const found: number[] = [];
  for (let at = 0; at + quote.length <= codes.length; at++)
    if (quote.every((code, i) => codes[at + i] === code)) found.push(at);
  return found;
}

describe('the table of grams', () => {
  it('finds every occurrence of what it lists, and lists nearly all quotes of a line', () => {
    const codes = foldCodes(text);
    const table = GramTable.of(codes);
    let unlisted = 0;
    for (let at = 0; at + 40 < codes.length; at += 397) {
      const quote = codes.slice(at, at + 30);
      const found = table.occurrences(codes, quote, 1_000);
      if (found) expect(found).toEqual(allOf(codes, quote));
      else unlisted++;
    }
    expect(unlisted).toBeLessThan(3);
  });

  it('lists about a quarter of the grams of a text', () => {
    const codes = foldCodes(text);
    const share = GramTable.of(codes).posts.length / codes.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  });

  it('holds a text of one letter only, whether its one gram is listed or not', () => {
    const LENGTH = 200_000;
    const listed = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => {
      const codes = foldCodes(letter.repeat(LENGTH));
      const table = GramTable.of(codes);
      expect([0, LENGTH - GramTable.GRAM + 1]).toContain(table.posts.length);
      if (table.posts.length === 0) return false;
      expect(table.posts.every((post, i) => post === i)).toBe(true);
      expect(table.occurrences(codes, foldCodes(letter.repeat(9)), 3)).toEqual([0, 1, 2]);
      return true;
    });
    expect(listed.length).toBeGreaterThan(0);
  });
});
