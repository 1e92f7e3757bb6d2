import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { completeColors } from '#model/appearance.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { changeSettings, onSettingsChange, readSettings, writeSettings } = await import(
  '#storage/settings.ts'
);

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('have defaults where nothing or nonsense is stored', async () => {
    const defaults = {
      toolbar: true,
      privateWindows: false,
      sitesOff: [],
      backupFiles: false,
      savedSearches: [],
      language: 'system',
      theme: 'system',
      textSize: 'normal',
      colors: completeColors([]),
      defaultColor: 'yellow',
      template: null,
    };
    expect(await readSettings()).toEqual(defaults);
    await fakeBrowser.storage.local.set({
      'setting:toolbar': 'yes',
      'setting:sitesOff': [7],
      'setting:theme': 1,
    });
    expect(await readSettings()).toEqual(defaults);
  });

  it('are written one by one, so that two writers lose nothing', async () => {
    await Promise.all([writeSettings({ toolbar: false }), writeSettings({ sitesOff: ['a.example'] })]);
    expect(await readSettings()).toMatchObject({ toolbar: false, sitesOff: ['a.example'] });
  });

  it('that are lists keep the entries of all who change them at once', async () => {
    const add = (site: string) => changeSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff, site] }));
    await Promise.all(['a.example', 'b.example', 'c.example'].map(add));
    expect(await readSettings()).toMatchObject({ sitesOff: ['a.example', 'b.example', 'c.example'] });
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
