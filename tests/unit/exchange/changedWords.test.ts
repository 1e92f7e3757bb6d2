import { expect, it } from 'vitest';
import { changedWords } from '#exchange/changedWords.ts';

it.each([
  ['a figure', 'dues rose 3.1% in May', 'dues rose 8.4% in May', '3.1%', '8.4%'],
  [
    'a word put in, with its neighbours',
    'dues rose in May',
    'dues hardly rose in May',
    'dues rose',
    'dues hardly rose',
  ],
  ['a word taken out at the end', 'dues rose in May again', 'dues rose in May', 'May again', 'May'],
  ['a repeated word put in', 'no no', 'no no no', 'no', 'no no'],
  ['everything', 'one two', 'three', 'one two', 'three'],
  ['nothing', 'same words', 'same  words', '', ''],
  ['from nothing', '', 'new', '', 'new'],
])('shows %s', (_what, before, after, old, now) => {
  expect(changedWords(before, after)).toEqual({ before: old, after: now });
});
