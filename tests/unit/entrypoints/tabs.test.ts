import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTabState, type TabState } from '@/messaging/tabState';
import { freshBrowser } from '../storage/fixtures';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const { forgetTab, updateTab } = await import('@/entrypoints/background/tabs');

const STATE: TabState = {
  url: 'https://quay.example/harbour-tolls',
  detection: { kind: 'news', score: 1, signals: [] },
  metadata: null,
  articleId: null,
  count: 0,
};

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

it('keeps what is known of a tab', async () => {
  await updateTab(1, STATE);
  expect(await readTabState(1)).toMatchObject({ url: STATE.url });
});

it('keeps nothing that was still being worked out when the tab was forgotten', async () => {
  const late = updateTab(1, STATE);
  await forgetTab(1);
  await late;
  expect(await readTabState(1)).toBeNull();
});

it('keeps what comes after a tab was forgotten', async () => {
  await forgetTab(1);
  await updateTab(1, STATE);
  expect(await readTabState(1)).toMatchObject({ url: STATE.url });
});
