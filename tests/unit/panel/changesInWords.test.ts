import english from 'virtual:words/en';
import { expect, it } from 'vitest';
import { setWords } from '#components/strings.ts';
import type { PageVisit } from '#messaging/protocol.ts';
import { changesInWords } from '#panel/sidebar/changesInWords.ts';

setWords((key) => english[key], 'en');

const NOW = new Date(2026, 2, 9, 15).getTime();
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
const digest = {
  headline: 'Tolls rise',
  modifiedAt: null as string | null,
  paragraphs: 'aaaaa bbbbb ccccc',
  corrected: false,
};
const since = { id: 'v1', articleId: 'a1', ...digest, seenAt: at(7, 9), lastSeenAt: at(9, 11) };
const visit = (now: Partial<typeof digest>, before = since): PageVisit =>
  ({ now: { ...digest, ...now }, since: before, headlines: [] }) as unknown as PageVisit;

it('says nothing of a first visit, and of one on which nothing changed', () => {
  expect(changesInWords(null)).toEqual([]);
  expect(changesInWords({ ...visit({}), since: null })).toEqual([]);
  expect(changesInWords(visit({}), NOW)).toEqual([]);
});

it('says what changed since when: the time of today, or the day', () => {
  const [headline] = changesInWords(visit({ headline: 'Tolls stay' }), NOW);
  expect(headline).toMatch(
    /^The headline changed since your visit at 11:00.AM today\. It was “Tolls rise”\.$/u,
  );
  const [earlier] = changesInWords(
    visit({ headline: 'Tolls stay' }, { ...since, lastSeenAt: at(7, 9) }),
    NOW,
  );
  expect(earlier).toContain('on ');
  expect(earlier).not.toContain('today');
});

it('asks for a correction note where words were changed or taken out, not where the story went on', () => {
  const text = (now: Parameters<typeof visit>[0]) => changesInWords(visit(now), NOW).at(0) ?? '';
  expect(text({ paragraphs: 'aaaaa bbbbb ccccc ddddd' })).toMatch(/^1 paragraph added since .*today\.$/u);
  expect(text({ paragraphs: 'aaaaa xxxxx ccccc' })).toMatch(
    /^1 paragraph edited .*, no correction note seen\.$/u,
  );
  expect(text({ paragraphs: 'aaaaa ccccc', corrected: true })).toMatch(
    /^1 paragraph removed .*, with a correction note\.$/u,
  );
});

it('says that a page still gives its old time of change', () => {
  const modifiedAt = at(6, 8);
  const before = { ...since, modifiedAt };
  expect(changesInWords(visit({ paragraphs: 'aaaaa xxxxx ccccc', modifiedAt }, before), NOW)).toHaveLength(2);
});
