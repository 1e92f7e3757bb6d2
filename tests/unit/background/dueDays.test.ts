import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Library } from '#storage/index.ts';
import { annotationDraft, freshBrowser, library } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { dueCount, noteDueDays, registerDueDays } = await import('#background/dueDays.ts');

let books: Library;
beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 27, 18) });
  ({ library: books } = await library({ keyValue: freshBrowser().keyValue }));
});

async function prediction(resolveBy: string, id = resolveBy) {
  await books.annotations.create(annotationDraft({ id }));
  return (await books.annotations.patch(id, { claim: { type: 'prediction', resolveBy } })).annotation;
}

const alarm = async () =>
  (await fakeBrowser.alarms.getAll()).map(({ scheduledTime }) => new Date(scheduledTime));

it('wakes at the midnight of the next day, shows it, and waits for the one after', async () => {
  const show = vi.fn(async () => expect(await dueCount()).toBe(1));
  registerDueDays(show);
  await prediction('2026-03-29');
  await prediction('2026-04-11');
  expect(await noteDueDays(await books.annotations.claims())).toBe(true);
  expect(await alarm()).toEqual([new Date(2026, 2, 29)]);
  expect(await dueCount()).toBe(0);
  vi.setSystemTime(new Date(2026, 2, 29));
  const [due] = await fakeBrowser.alarms.getAll();
  if (due) await fakeBrowser.alarms.onAlarm.trigger(due);
  await vi.waitUntil(async () => (await alarm())[0]?.getTime() === new Date(2026, 3, 11).getTime());
  expect(show).toHaveBeenCalledOnce();
});

it('sets nothing where no day is ahead, and takes an alarm back with its last day', async () => {
  expect(await noteDueDays(await books.annotations.claims())).toBe(false);
  expect(await alarm()).toEqual([]);
  const { id } = await prediction('2026-03-29');
  await noteDueDays(await books.annotations.claims());
  expect(await alarm()).toHaveLength(1);
  await books.annotations.patch(id, { claim: { resolveBy: null } });
  await noteDueDays(await books.annotations.claims());
  expect(await alarm()).toEqual([]);
});

it('is set again after a start of the browser, which may have forgotten it', async () => {
  registerDueDays(async () => undefined);
  await prediction('2026-03-29');
  await noteDueDays(await books.annotations.claims());
  await fakeBrowser.alarms.clearAll();
  await fakeBrowser.runtime.onStartup.trigger();
  await vi.waitUntil(async () => (await alarm()).length === 1);
});
