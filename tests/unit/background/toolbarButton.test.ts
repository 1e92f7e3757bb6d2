import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { forgetTab, updateTab } = await import('#background/tabs.ts');
const { showNoAccess, showOff, showState } = await import('#background/toolbarButton.ts');

const FACTS = {
  url: 'https://quay.example/harbour-tolls',
  detection: { kind: 'news' as const, score: 1, signals: [] },
  metadata: null,
};

/** What the button of each tab was told to say, in order. */
let titles: string[];
/** Lets a look that is being worked out go on; the browser's storage answers when it likes. */
let goOn: () => void;

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  titles = [];
  goOn = () => undefined;
  const set = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.action, {
    setIcon: set,
    setBadgeText: set,
    setBadgeBackgroundColor: set,
    setBadgeTextColor: set,
    setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
      titles.push(`${tabId}: ${title}`);
    },
  });
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
});

/** The first look into the storage takes until {@link goOn}. */
function slowStorage(): void {
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local) as (keys: unknown) => Promise<unknown>;
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  vi.spyOn(local, 'get').mockImplementationOnce((keys) => gate.then(() => get(keys)) as never);
}

const ARTICLE = 'Claimlight – news article';
const STATE = { ...FACTS, articleId: null, count: 0, cited: 0 };

it('says what a tab is', async () => {
  await updateTab(1, () => FACTS);
  await vi.waitFor(() => expect(titles).toEqual([`1: ${ARTICLE}`]));
});

it.each([
  ['is switched off', showOff, 'Claimlight is switched off on this site'],
  ['is kept out', showNoAccess, 'Claimlight – the browser gives it no access to this page'],
])(
  'says what was ordered last, here that it %s, when an earlier look takes longer',
  async (_, show, title) => {
    slowStorage();
    const slow = showState(1, STATE);
    await show(1);
    goOn();
    await slow;
    expect(titles).toEqual([`1: ${title}`]);
  },
);

it('says nothing more of a page that was left while its look was worked out', async () => {
  slowStorage();
  const slow = showState(1, STATE);
  await forgetTab(1);
  goOn();
  await slow;
  expect(titles).toEqual([]);
});

it('says nothing of a page that was left while the library was looked into, and all of the next', async () => {
  const late = updateTab(1, () => FACTS);
  const left = forgetTab(1);
  await Promise.all([late, left]);
  await showState(2, STATE);
  expect(titles).toEqual([`2: ${ARTICLE}`]);
  await updateTab(1, () => FACTS);
  await vi.waitFor(() => expect(titles).toEqual([`2: ${ARTICLE}`, `1: ${ARTICLE}`]));
});
