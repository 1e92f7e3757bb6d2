import { expect, it } from 'vitest';
import { nearIdentical } from '#evidence/nearIdentical.ts';

const passage =
  'The council will close the northern ferry line from April because repairs to both boats cost too much.';

it.each([
  ['itself', passage, true],
  ['other quotation marks, case and spaces', `„${passage.toUpperCase().replaceAll(' ', '  ')}“`, true],
  ['a copy with one word changed', passage.replace('April', 'June'), true],
  ['a trimmed copy', 'the northern ferry line from April because repairs to both boats', true],
  [
    'a report in other words',
    'From April there will be no northern ferry, the council decided, citing what the repair of two boats would cost.',
    false,
  ],
  [
    'a passage about something else',
    'A school in the old harbour reopened on Monday after three years of building work on its roof.',
    false,
  ],
  [
    'a report that takes over half of it',
    'The council will close the northern ferry line from April, and the mayor of Elmford promised a bus over the bridge instead.',
    false,
  ],
  ['a phrase of five words', 'the northern ferry line closes', false],
  ['nothing', '', false],
])('compared with %s', (_case, other, same) => {
  expect(nearIdentical(passage, other)).toBe(same);
  expect(nearIdentical(other, passage)).toBe(same);
});

it('reads a script without spaces', () => {
  expect(nearIdentical('市议会宣布从四月起关闭北部渡轮航线', '市议会宣布从四月起关闭北部渡轮航线。')).toBe(
    true,
  );
  expect(nearIdentical('市议会宣布从四月起关闭北部渡轮航线', '旧港口的一所学校星期一重新开放')).toBe(false);
});
