import { expect, it } from 'vitest';
import { FreshMarks } from '#annotator/FreshMarks.ts';
import type { Annotation } from '#model/records.ts';

const mark = (id: string) => ({ id, note: '' }) as Annotation;
const [old, mine] = [mark('old'), mark('mine')];

it('shows a mark that an answer to an earlier question lacks', () => {
  const fresh = new FreshMarks();
  fresh.add([mine], 3);
  expect(fresh.joined([old], 3)).toEqual([old, mine]);
});

it('leaves a mark to the answer of a later question, which knows whether it was deleted', () => {
  const fresh = new FreshMarks();
  fresh.add([mine], 3);
  expect(fresh.joined([old], 4)).toEqual([old]);
  expect(fresh.joined([old], 4)).toEqual([old]);
});

it('shows it once where the answer has it already', () => {
  const fresh = new FreshMarks();
  fresh.add([mine], 3);
  const edited = { ...mine, note: 'Edited meanwhile' };
  expect(fresh.joined([old, edited], 3)).toEqual([old, edited]);
});
