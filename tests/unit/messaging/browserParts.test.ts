import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { bringToFront, ownWindowId } = await import('#messaging/browserParts.ts');
const { hasSidebar, openSidebar, tabOfSidebarPage, toggleSidebar } = await import(
  '#messaging/openSidebar.ts'
);
const { registerCommands } = await import('#background/commands.ts');
const { nameMenus, registerMenus } = await import('#background/menus.ts');
const { showRecentClaims } = await import('#background/recentClaims.ts');

const faults = vi.spyOn(console, 'error');

/** What Firefox for Android lacks. */
beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  faults.mockClear();
  for (const part of ['windows', 'contextMenus', 'commands', 'sidePanel', 'sidebarAction'])
    Object.assign(fakeBrowser, { [part]: undefined });
});

const sidebarTabs = async () =>
  (await fakeBrowser.tabs.query({}))
    .map(({ url }) => url ?? '')
    .filter((url) => url.includes('/sidepanel.html'));

it('opens the sidebar as a page that speaks of the tab, where there is no place beside it', async () => {
  expect(hasSidebar()).toBe(false);
  const { id } = await fakeBrowser.tabs.create({ url: 'https://quay.example/tolls' });
  openSidebar(-1, id);
  await vi.waitFor(async () => expect(await sidebarTabs()).toHaveLength(1));
  const [url = ''] = await sidebarTabs();
  expect(tabOfSidebarPage(new URL(url).hash)).toBe(id);
  toggleSidebar(-1, 7);
  await vi.waitFor(async () =>
    expect(tabOfSidebarPage(new URL((await sidebarTabs())[0] ?? '').hash)).toBe(7),
  );
  expect(await sidebarTabs()).toHaveLength(1);
  expect(faults).not.toHaveBeenCalled();
});

it('reads no tab from an address that names none', () => {
  expect(['', '#', '#tab=', '#tab=x', '#tab=-1', '#tab=1.5'].map(tabOfSidebarPage)).toEqual(
    Array(6).fill(null),
  );
  expect(tabOfSidebarPage('#tab=0')).toBe(0);
});

it('does without windows, menus and keys', async () => {
  registerMenus();
  registerCommands();
  await nameMenus();
  await showRecentClaims();
  expect(await ownWindowId()).toBe(-1);
  const { id = -1 } = await fakeBrowser.tabs.create({ url: 'https://quay.example/', active: false });
  await bringToFront(id);
  expect((await fakeBrowser.tabs.get(id)).active).toBe(true);
  expect(faults).not.toHaveBeenCalled();
});
