import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { registerCommands } = await import('#background/commands.ts');
const { changeSettings } = await import('#storage/settings.ts');

type Heard = (command: string, tab?: { id?: number; windowId?: number; url?: string }) => void;
const listeners: Heard[] = [];
const scripts: string[] = [];
const popups: number[] = [];
const TAB = { id: 7, windowId: 3, url: 'https://harbour-post.example/jobs' };

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  for (const list of [listeners, scripts, popups]) list.length = 0;
  const given = fakeBrowser as unknown as Record<string, object>;
  given.commands = { onCommand: { addListener: (heard: Heard) => void listeners.push(heard) } };
  given.scripting = {
    // As the browser, which answers for each frame; the page is one of text.
    executeScript: async ({ target, files = [] }: { target: { tabId: number }; files?: string[] }) => {
      scripts.push(...files.map((file) => `${target.tabId} ${file}`));
      return [{ frameId: 0, result: files.length > 0 ? null : 'text/html' }];
    },
  };
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' });
  Object.assign(fakeBrowser.tabs, { get: async () => TAB });
  Object.assign(fakeBrowser.action, {
    setBadgeText: async () => undefined,
    setTitle: async () => undefined,
    setIcon: async () => undefined,
    setBadgeBackgroundColor: async () => undefined,
    setBadgeTextColor: async () => undefined,
    openPopup: async ({ windowId }: { windowId: number }) => void popups.push(windowId),
  });
  registerCommands();
});

it('begins reading by sentence at the press of the browser’s key, after the annotator that it needs', async () => {
  for (const heard of listeners) {
    heard('read-sentences');
    heard('another', TAB);
    heard('read-sentences', TAB);
  }
  await vi.waitFor(() => expect(scripts).toEqual(['7 /annotator.js', '7 /sentences.js']));
  expect(popups).toEqual([]);
});

it('says where nothing of ours may be, instead of doing nothing', async () => {
  await changeSettings(() => ({ sitesOff: ['harbour-post.example'] }));
  for (const heard of listeners) heard('read-sentences', TAB);
  await vi.waitFor(() => expect(popups).toEqual([3]));
  expect(scripts).toEqual([]);
});
