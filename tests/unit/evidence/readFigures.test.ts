import { expect, it } from 'vitest';
import { readFigures } from '#evidence/readFigures.ts';

const shown = (text: string) =>
  readFigures(text).map(({ values, unit }) => `${values.join('|')}${unit && ` ${unit}`}`);

it.each([
  ['rose 3.1% in May', ['3.1 %']],
  ['rose 3.1 per cent', ['3.1 %']],
  ['stieg um 3,1 Prozent', ['3.1 %']],
  ['by 0.4 percentage points', ['0.4 pp']],
  ['1,200 ships', ['1200|1.2']],
  ['1,234,567 votes', ['1234567']],
  ['1.234.567,50 euros', ['1234567.5 €']],
  ['$5bn and £2.5 million', ['5000000000 $', '2500000 £']],
  ['US$40', ['40 $']],
  ['3 in 10 readers', ['30 %']],
  ['three in ten readers', ['30 %']],
  ['two out of every five', ['40 %']],
  ['five million people', ['5000000']],
  ['one of the ships', []],
  ['the B52 and the G7', []],
  ['no figure', []],
  ['In 2025 it was 12', ['2025', '12']],
])('%s', (text, figures) => {
  expect(shown(text)).toEqual(figures);
});
