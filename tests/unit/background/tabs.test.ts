import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTabState } from '#messaging/tabState.ts';
import { freshBrowser, metadata } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { closeTab, forgetTab, refreshTabs, settledState, updateTab } = await import('#background/tabs.ts');
const { library } = await import('#background/library.ts');

const FACTS = {
  url: 'https://quay.example/harbour-tolls',
  detection: { kind: 'news' as const, score: 1, signals: [] },
  metadata: null,
};

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

it('keeps what is known of a tab', async () => {
  await updateTab(1, () => FACTS);
  expect(await readTabState(1)).toMatchObject({ url: FACTS.url });
});

it('keeps nothing that was still being worked out when the tab was forgotten', async () => {
  const late = updateTab(1, () => FACTS);
  await forgetTab(1);
  await late;
  expect(await readTabState(1)).toBeNull();
});

it('keeps what comes after a tab was forgotten', async () => {
  await forgetTab(1);
  await updateTab(1, () => FACTS);
  expect(await readTabState(1)).toMatchObject({ url: FACTS.url });
});

it('keeps nothing of a closed tab, not even what its page told last', async () => {
  const late = updateTab(2, () => FACTS);
  await closeTab(2);
  await late;
  await updateTab(2, () => FACTS);
  expect(await readTabState(2)).toBeNull();
});

it('loses nothing of what two tell at the same moment', async () => {
  await updateTab(1, () => ({ ...FACTS, detection: { kind: 'other', score: 0, signals: [] } }));
  const same = (known: { url: string } | null) => known?.url === FACTS.url;
  await Promise.all([
    // The annotator describes the page while the detector tells of it again.
    updateTab(1, (known) => ({ ...FACTS, ...(known && same(known) ? known : {}), metadata: metadata() })),
    updateTab(1, (known) => ({ ...FACTS, metadata: known && same(known) ? known.metadata : null })),
  ]);
  expect(await readTabState(1)).toMatchObject({ detection: FACTS.detection, metadata: metadata() });
});

it('does not bring a page back that was left while the library was looked into', async () => {
  await updateTab(1, () => FACTS);
  await library();
  const NEXT = 'https://quay.example/pilots';
  const refresh = refreshTabs({ articleIds: [], annotationIds: [] });
  const moved = updateTab(1, () => ({ ...FACTS, url: NEXT }));
  await Promise.all([refresh, moved]);
  expect(await readTabState(1)).toMatchObject({ url: NEXT });
});

it('waits for what is under way before it tells a state', async () => {
  void updateTab(1, () => FACTS);
  expect(await settledState(1)).toMatchObject({ url: FACTS.url });
});

it('goes on after a change that failed', async () => {
  const broken = updateTab(1, () => {
    throw new Error('no facts');
  });
  await expect(broken).rejects.toThrow('no facts');
  await updateTab(1, () => FACTS);
  expect(await readTabState(1)).toMatchObject({ url: FACTS.url });
});
