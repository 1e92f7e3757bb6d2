import { expect, it } from 'vitest';
import { withoutDirective } from '#model/withoutDirective.ts';

it.each([
  ['https://a.example/x#:~:text=quote', 'https://a.example/x'],
  ['https://a.example/x#part:~:text=quote', 'https://a.example/x#part'],
  ['https://a.example/#/route:~:text=a&text=b', 'https://a.example/#/route'],
  ['https://a.example/x#part', 'https://a.example/x#part'],
  ['https://a.example/x?q=:~:', 'https://a.example/x?q=:~:'],
  ['https://a.example/x#', 'https://a.example/x#'],
])('of %s the page sees %s', (address, seen) => {
  expect(withoutDirective(address)).toBe(seen);
});
