import { expect, it } from 'vitest';
import { FirstKept } from '#annotator/FirstKept.ts';
import type { PageRecord } from '#messaging/protocol.ts';

const HERE = 'https://quay.example/harbour-tolls';
const NONE = { annotations: [], kept: [] };
const one = [{}] as unknown as PageRecord['annotations'];
const text = [{ key: 'source a' }] as unknown as PageRecord['kept'];

it('shows what an earlier page could not save', () => {
  expect(new FirstKept().take(HERE, { annotations: one, kept: text })).toBe(text);
});

it('waits for the article to be known', () => {
  const first = new FirstKept();
  expect(first.take(HERE, NONE)).toEqual([]);
  expect(first.take(HERE, { annotations: one, kept: text })).toBe(text);
});

it('takes for no news what is kept once the page was seen: it is being typed there', () => {
  const first = new FirstKept();
  first.take(HERE, { annotations: one, kept: [] });
  expect(first.take(HERE, { annotations: one, kept: text })).toEqual([]);
});

it('shows a text once', () => {
  const first = new FirstKept();
  first.take(HERE, { annotations: one, kept: text });
  expect(first.take(HERE, { annotations: one, kept: text })).toEqual([]);
});

it('looks again at another address', () => {
  const first = new FirstKept();
  first.take(HERE, { annotations: one, kept: [] });
  expect(first.take(`${HERE}/2`, { annotations: one, kept: text })).toBe(text);
});
