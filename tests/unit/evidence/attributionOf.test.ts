import { expect, it } from 'vitest';
import { attributionOf } from '#evidence/attributionOf.ts';

const quote = (prefix: string, exact: string, suffix: string) => ({ prefix, exact, suffix });

it.each([
  [
    'the words beside the mark',
    quote('It rained. ', '“We will not pay,”', ' said Tomas Lind. The'),
    'Tomas Lind',
  ],
  ['not the next sentence', quote('', 'The bridge is unsafe.', ' Tomas Lind said it was.'), undefined],
  ['no name that was cut off behind', quote('', '“We will not pay,”', ' said Tomas Li'), undefined],
  ['no name that was cut off before', quote('Lind said', ' the bridge was unsafe.', ''), undefined],
])('reads %s', (_case, target, who) => {
  expect(attributionOf(target, 'en')?.who).toBe(who);
});
