import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginFreshLog } from '#storage/beginFreshLog.ts';
import type { KeyValue } from '#storage/index.ts';
import { freshBrowser, library as opened } from './fixtures.ts';

/** One after the other, as the browser's locks do. */
function locks() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<void>) => {
    last = last.then(work);
    return last;
  };
  return { locks: { request } };
}

let session: KeyValue;
/** Opens the library of the one profile. */
const library = (given: { session: KeyValue }) => opened({ keyValue: session, ...given });
beforeEach(() => {
  session = freshBrowser().keyValue;
  vi.stubGlobal('navigator', locks());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Names of databases in the order in which they are deleted or opened, the library's among them. */
function watch(): string[] {
  const seen: string[] = [];
  const { open, deleteDatabase } = indexedDB;
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    seen.push(`open ${name}`);
    return open.call(indexedDB, name, version);
  });
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    seen.push(`delete ${name}`);
    return deleteDatabase.call(indexedDB, name);
  });
  return seen;
}

it('begins a log before the library is opened, and leaves nothing else behind', async () => {
  const seen = watch();
  await library({ session });
  expect(seen).toEqual(['open claimlight-log', 'delete claimlight-log', 'open claimlight']);
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['claimlight']);
});

it('begins it once in a session of the browser, however many contexts open the library at once', async () => {
  const seen = watch();
  await Promise.all([library({ session }), library({ session })]);
  await library({ session });
  expect(seen.filter((one) => one.includes('log'))).toHaveLength(2);
  await library({ session: { ...session, get: async () => undefined } });
  expect(seen.filter((one) => one.includes('log'))).toHaveLength(4);
});

it('opens the library all the same where no log can be begun', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const broken = { ...session, get: () => Promise.reject(new Error('no session')) };
  const { library: whole } = await library({ session: broken });
  expect(whole.status).toBe('new');
  expect(warn).toHaveBeenCalledWith('Claimlight: no fresh log', expect.any(Error));
});

it('does not wait for ever', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
  await beginFreshLog(session, 'claimlight', 20);
  expect(warn).toHaveBeenCalledWith('Claimlight: no fresh log', expect.any(Error));
});
