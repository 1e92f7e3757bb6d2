import { describe, expect, it } from 'vitest';
import { foldCodes } from '#anchoring/foldText.ts';
import { wordsKept } from '#anchoring/wordsKept.ts';
import { pageOf } from './pageOf.ts';

const kept = (quote: string, now: string) => {
  const page = pageOf([now]);
  const { words, stretch } = wordsKept(page, foldCodes(quote), { start: 0, end: page.length });
  return [Math.round(words * 100), Math.round(stretch * 100)];
};

describe('the share of a quote’s words that stand in a place', () => {
  it.each([
    ['everything', 'gulls circle the pier', 'Gulls circle the pier', [100, 100]],
    ['nothing', 'gulls circle the pier', 'rain fell', [0, 0]],
    ['half, in one stretch', 'gulls circle over rocks', 'gulls circle nowhere', [55, 55]],
    ['everything, torn by words put in', 'aaaa bbbb', 'aaaa and then bbbb', [100, 50]],
    ['not the word whose mark changed', 'four four. four', 'four four: four', [62, 31]],
    ['each letter of a script without spaces', '橋は閉鎖', '橋を閉鎖', [75, 50]],
  ])('%s', (_, quote, now, shares) => expect(kept(quote, now)).toEqual(shares));

  it('is nothing for an empty quote', () => expect(kept('', 'gulls')).toEqual([0, 0]));
});
