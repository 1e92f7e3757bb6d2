import { describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import { completeColors, mannerOf } from '#model/appearance.ts';
import { ownSettings, SETTINGS_AS_INSTALLED } from '#storage/settings.ts';
import { annotationDraft, freshBrowser, library } from './fixtures.ts';

const CHOSEN = {
  'setting:language': 'ar',
  'setting:theme': 'dark',
  'setting:sitesOff': ['bank.example'],
  'setting:colors': [{ color: 'pink', name: 'Doubtful', offered: true }],
  // What hangs on this browser's permissions stays behind.
  'setting:backupFiles': true,
  'setting:privateWindows': true,
};

describe('settings in a backup', () => {
  it('leave with the library and come back with it', async () => {
    const { keyValue } = freshBrowser();
    for (const [key, value] of Object.entries(CHOSEN)) await keyValue.set(key, value);
    const { library: books } = await library({ keyValue });
    await books.annotations.create(annotationDraft());
    const file = await books.backup.export();

    const { library: other } = await library();
    const { header } = await other.backup.import(file);
    expect(ownSettings(header?.settings ?? {})).toEqual({
      language: 'ar',
      theme: 'dark',
      sitesOff: ['bank.example'],
      colors: completeColors([{ color: 'pink', name: 'Doubtful', offered: true }]),
    });
    expect(await books.backup.verify(file)).toBe(true);
  });

  it('are not written where nothing was chosen', async () => {
    const { library: books } = await library();
    await books.annotations.create(annotationDraft());
    expect((await books.backup.preview(await books.backup.export())).header).not.toHaveProperty('settings');
  });

  it('are taken only as far as they can be read', () => {
    expect(
      ownSettings({
        language: 'tlh',
        theme: 'dark',
        colors: 'red',
        sitesOff: [1],
        backupFiles: true,
        evil: 1,
      }),
    ).toEqual({
      theme: 'dark',
      // What is unreadable is as installed, or is left out.
      language: 'system',
      colors: completeColors([]),
      sitesOff: [],
    });
  });
});

describe('the colours', () => {
  it('are each there once, whatever was stored, and one is offered', () => {
    const none = completeColors([
      { color: 'blue', name: 'Mine', offered: false },
      { color: 'blue', name: 'Twice', offered: true },
    ]);
    expect(none.map(({ color }) => color)).toEqual(['blue', 'yellow', 'green', 'pink', 'purple']);
    const hidden = completeColors(none.map((one) => ({ ...one, offered: false })));
    expect(hidden.every(({ offered }) => offered)).toBe(true);
  });

  it('carry the reader’s names into the words, and no mark is made in one that is not offered', () => {
    const colors = completeColors([
      { color: 'pink', name: 'Doubtful', offered: true },
      { color: 'yellow', name: '', offered: false },
    ]);
    const manner = mannerOf('en', { 'color.pink': 'Pink' }, { ...SETTINGS_AS_INSTALLED, colors });
    expect(manner.words).toEqual({ 'color.pink': 'Doubtful' });
    expect(manner.colors).toEqual(['pink', 'green', 'blue', 'purple']);
    expect(manner.defaultColor).toBe('pink');
  });
});
