import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_ELSEWHERE, LONGEST_ON_WINDOWS, obsidianLink } from '#exchange/obsidianLink.ts';
import { hostileText } from './hostile.ts';

it('names a note and its text, and nothing else, whatever they hold', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, text) => {
      const link = obsidianLink(title, text, LONGEST_ELSEWHERE) ?? '';
      expect(link).toMatch(/^obsidian:\/\/new\?name=[\w.~%-]+&content=[\w.~%-]*$/u);
      const { searchParams } = new URL(link);
      expect([...searchParams.keys()]).toEqual(['name', 'content']);
      expect(searchParams.get('content')).toBe(text.toWellFormed());
      expect(searchParams.get('name')).not.toMatch(/[\\/:*?"<>|#^[\]]/u);
    }),
    { numRuns: 300 },
  );
});

it('is none where a system would not hand it on', () => {
  expect(obsidianLink('A', 'x'.repeat(LONGEST_ON_WINDOWS - 37), LONGEST_ON_WINDOWS)).toBeDefined();
  expect(obsidianLink('A', 'é'.repeat(400), LONGEST_ON_WINDOWS)).toBeUndefined();
  expect(obsidianLink('A', 'x'.repeat(LONGEST_ELSEWHERE), LONGEST_ELSEWHERE)).toBeUndefined();
});
