import { expect, it } from 'vitest';
import { findTarget } from '#anchoring/findTarget.ts';
import { describeSpan, FoldedText } from '#anchoring/index.ts';

const BEFORE =
  '港は六月に新しい桟橋を開く。工事費は三億円で、計画の半分だった。船長は全員が賛成した。渡し賃は四百円のままだ。';

const find = (words: string, after: string) => {
  const start = BEFORE.indexOf(words);
  const target = describeSpan(new FoldedText(BEFORE, Int32Array.of(0)), { start, end: start + words.length });
  return findTarget(new FoldedText(after, Int32Array.of(0)), target);
};

// In scripts without spaces a page's likeness was read from the beginnings of blocks alone: with the first words
// rewritten all of it was taken for another page, and what stood there unchanged for missing.
it('finds words that stand unchanged in a page of no spaces whose first words were rewritten', () => {
  const after = BEFORE.replace('港は六月に', '入江は七月に').replace('四百円のままだ', '五百円に上がる');
  expect(find('船長は全員が賛成した', after)).toMatchObject({ accepted: true });
});

it('takes a page of no spaces that shares nothing with it for another one', () => {
  const other = '監督は明日の試合に出る選手を発表した。若い投手が初めて先発する。雨の予報は出ていない。';
  expect(find('船長は全員が賛成した', other)).toMatchObject({ accepted: false, plausible: false });
});
