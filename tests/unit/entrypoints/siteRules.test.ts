import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { offRule, sitesOffAt, switchOnIn } = await import('@/entrypoints/background/siteRules');
const { onSettingsChange, readSettings, writeSettings } = await import('@/storage/settings');

beforeEach(() => fakeBrowser.reset());

describe('sites that are off', () => {
  it.each([
    ['https://bank.example/login', ['bank.example'], ['bank.example']],
    ['https://www.bank.example/', ['bank.example'], ['bank.example']],
    ['https://bank.example:8443/', ['bank.example'], ['bank.example']],
    ['https://bank.example./', ['bank.example'], ['bank.example']],
    [
      'https://mail.post.example/',
      ['post.example', 'mail.post.example'],
      ['post.example', 'mail.post.example'],
    ],
    ['https://mybank.example/', ['bank.example'], []],
    ['https://bank.example.evil.example/', ['bank.example'], []],
    ['https://news.example/?to=bank.example', ['bank.example'], []],
    ['about:blank', ['bank.example'], []],
    ['no address', ['bank.example'], []],
  ])('%s with %j off', (url, off, expected) => {
    expect(sitesOffAt(url, off)).toEqual(expected);
  });

  it('keeps away from private windows unless they are allowed', () => {
    const place = { url: 'https://news.example/', incognito: true };
    expect(offRule(place, { sitesOff: [], privateWindows: false })).toEqual({ kind: 'private' });
    expect(offRule(place, { sitesOff: [], privateWindows: true })).toBeNull();
    expect(offRule(place, { sitesOff: ['news.example'], privateWindows: true })).toEqual({
      kind: 'site',
      site: 'news.example',
    });
  });

  it('switching on takes away every entry that keeps it off here, and no other', async () => {
    await writeSettings({ sitesOff: ['bank.example', 'mail.post.example', 'post.example'] });
    await switchOnIn({ url: 'https://mail.post.example/inbox', incognito: false });
    expect(await readSettings()).toMatchObject({ sitesOff: ['bank.example'], privateWindows: false });
    await switchOnIn({ url: 'https://news.example/', incognito: true });
    expect(await readSettings()).toMatchObject({ sitesOff: ['bank.example'], privateWindows: true });
  });
});

describe('settings', () => {
  it('have defaults where nothing or nonsense is stored', async () => {
    const defaults = { toolbar: true, privateWindows: false, sitesOff: [], backupFiles: false };
    expect(await readSettings()).toEqual(defaults);
    await fakeBrowser.storage.local.set({ 'setting:toolbar': 'yes', 'setting:sitesOff': [7] });
    expect(await readSettings()).toEqual(defaults);
  });

  it('are written one by one, so that two writers lose nothing', async () => {
    await Promise.all([writeSettings({ toolbar: false }), writeSettings({ sitesOff: ['a.example'] })]);
    expect(await readSettings()).toMatchObject({ toolbar: false, sitesOff: ['a.example'] });
  });

  it('tell which of them changed, until the listener is stopped', async () => {
    const stop = new AbortController();
    const told: string[][] = [];
    onSettingsChange((names) => told.push(names), stop.signal);
    await fakeBrowser.storage.local.set({ libraryBeacon: {} });
    await writeSettings({ toolbar: false, backupFiles: true });
    stop.abort();
    await writeSettings({ toolbar: true });
    expect(told).toEqual([['toolbar', 'backupFiles']]);
  });
});
