import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serveClaimlight } from '#companion/serveClaimlight.ts';
import { keepExchanging } from '#panel/keepExchanging.ts';
import type { Library } from '#storage/index.ts';
import { inMemory } from '#sync/bundle.ts';
import type { Carrier } from '#sync/Carrier.ts';
import { newId } from '#sync/names.ts';
import { type Door, makeDoor } from '#sync/seal.ts';
import { annotationDraft, freshBrowser, library, target } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

let opened: { door: Door; key: CryptoKey };
beforeAll(async () => {
  opened = await makeDoor(newId(20), 'eleven calm herons over the quay');
});

/** What the companion reaches. */
let server: Carrier;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  server = inMemory(new Map());
  // The companion, an extension of its own.
  fakeBrowser.runtime.sendMessage = (async (_id: string, call: unknown) =>
    serveClaimlight(
      {
        mayBe: () => true,
        client: async () => 'claimlight',
        carrier: async () => server,
        open: async () => undefined,
      },
      call,
      'claimlight',
    )) as typeof fakeBrowser.runtime.sendMessage;
});
afterEach(() => vi.useRealTimers());

const { keyValue } = freshBrowser();
const open = async (number: number): Promise<Library> =>
  (await library({ prefix: `d${number}`, name: `claimlight-${number}`, keyValue })).library;
const begin = (one: Library) => one.sync.begin({ name: 'Desk', carrier: 'webdav', ...opened });

/** A background as it starts: nothing is left of an earlier one but what is stored. */
async function start(one: Library) {
  vi.resetModules();
  fakeBrowser.alarms.onAlarm.removeAllListeners();
  fakeBrowser.runtime.onStartup.removeAllListeners();
  const background = await import('#background/exchanges.ts');
  background.registerExchanges(async () => one);
  return background;
}

const alarms = () => fakeBrowser.alarms.getAll();
const minutes = async () =>
  (await alarms()).map(({ scheduledTime }) => Math.round((scheduledTime - Date.now()) / 60_000));
async function ring() {
  const [alarm] = await alarms();
  if (alarm) await fakeBrowser.alarms.onAlarm.trigger(alarm);
}

/** Another device that shares the library, with a note of its own. */
async function other(note: string): Promise<Library> {
  const one = await open(2);
  await begin(one);
  await one.annotations.create(annotationDraft({ id: note, note, target: target({ exact: note }) }));
  await one.sync.exchange(server, { evenIfEmpty: true });
  return one;
}

it('an exchange in the middle of which the background dies goes on a minute later, and loses nothing', async () => {
  const far = await other('there');
  const here = await open(1);
  await begin(here);
  await here.annotations.create(annotationDraft({ id: 'mine', note: 'mine' }));
  const whole = server;
  let died: () => void = () => undefined;
  const middle = new Promise<void>((resolve) => {
    died = resolve;
  });
  // The change of this device is being written when everything stops.
  server = {
    ...whole,
    writeOnce: () => {
      died();
      return new Promise(() => undefined);
    },
  };
  await start(here);
  await fakeBrowser.alarms.create('exchange', { periodInMinutes: 15 });
  await ring();
  await middle;
  expect(await minutes()).toEqual([1]);
  const [left] = await alarms();
  // What its death does: its locks are free, and nothing of it is heard of again.
  const after = start(await open(1));
  server = whole;
  await navigator.locks.request('claimlight sync', { steal: true }, () => undefined);
  await after;
  if (left) await fakeBrowser.alarms.onAlarm.trigger(left);
  await vi.waitUntil(async () => (await here.annotations.get('there')) !== undefined);
  await vi.waitUntil(async () => {
    await far.sync.exchange(server);
    return (await far.annotations.get('mine'))?.note === 'mine';
  });
  await vi.waitUntil(async () => (await minutes())[0] === 15);
});

it('tells other devices after a change and after a start of the browser, and looks again by alarm', async () => {
  const here = await open(1);
  await begin(here);
  await here.sync.exchange(server, { evenIfEmpty: true });
  const far = await other('meanwhile');
  await start(here);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await fakeBrowser.runtime.onStartup.trigger();
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  await vi.waitUntil(async () => (await here.annotations.get('meanwhile')) !== undefined);
  await vi.waitUntil(async () => (await minutes())[0] === 15);
  await far.annotations.patch('meanwhile', { note: 'later' });
  await far.sync.exchange(server);
  await ring();
  await vi.waitUntil(async () => (await here.annotations.get('meanwhile'))?.note === 'later');
  // What goes on after that would set its alarm in the next row.
  await vi.waitUntil(async () => (await minutes())[0] === 15);
});

it('sets no alarm where sync is not set up, and takes it back where it is paused or left', async () => {
  const here = await open(1);
  const { exchangeSoon } = await start(here);
  const soon = async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    exchangeSoon(async () => here);
    await vi.advanceTimersByTimeAsync(6_000);
    vi.useRealTimers();
  };
  await soon();
  expect(await alarms()).toEqual([]);
  for (const end of [() => here.sync.change({ paused: true }), () => here.sync.leave()]) {
    await begin(here);
    await here.sync.exchange(server, { evenIfEmpty: true });
    await soon();
    await vi.waitUntil(async () => (await minutes())[0] === 15);
    await end();
    await ring();
    await vi.waitUntil(async () => (await alarms()).length === 0);
  }
});

it('looks for what others wrote when a page of ours opens, and every few minutes while it is in sight', async () => {
  const here = await open(1);
  await begin(here);
  const far = await other('before');
  const page = { visibilityState: 'visible' };
  vi.stubGlobal('document', page);
  onTestFinished(() => void vi.unstubAllGlobals());
  const stop = new AbortController();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  keepExchanging(here, stop.signal);
  await vi.waitUntil(async () => (await here.annotations.get('before')) !== undefined);
  const write = async (note: string) => {
    await far.annotations.patch('before', { note });
    await far.sync.exchange(server);
  };
  await write('while it is open');
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  await vi.waitUntil(async () => (await here.annotations.get('before'))?.note === 'while it is open');
  // Out of sight it asks for nothing, and once closed for nothing any more.
  await write('while nobody looks');
  let asked = 0;
  const whole = server;
  server = {
    ...whole,
    list: () => {
      asked++;
      return whole.list();
    },
  };
  page.visibilityState = 'hidden';
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  page.visibilityState = 'visible';
  stop.abort();
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(asked).toBe(0);
  keepExchanging(here, new AbortController().signal);
  await vi.waitUntil(async () => (await here.annotations.get('before'))?.note === 'while nobody looks');
  expect(asked).toBeGreaterThan(0);
});
