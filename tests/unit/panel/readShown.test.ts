import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { annotationDraft, articleDraft, freshBrowser, library } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { readShown } = await import('#panel/sidebar/readShown.ts');
const { activeTabOf } = await import('#messaging/pageOf.ts');

const HERE = 'https://quay.example/harbour-tolls';
const THERE = 'https://quay.example/pilots';

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  fakeBrowser.i18n.getUILanguage = () => 'en-GB';
  show(HERE);
});

/** The tab in front shows a page, which has no annotator. */
function show(url: string): void {
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 1, url, title: 'Harbour tolls', status: 'complete', incognito: false }],
    sendMessage: async () => {
      throw new Error('Receiving end does not exist.');
    },
  });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
}

/** A library with a mark on each of two pages, and how often its list of articles was read. */
async function books() {
  const { library: own } = await library();
  for (const url of [HERE, THERE])
    await own.annotations.create(annotationDraft({ url, article: articleDraft({ addresses: [url] }) }));
  return { own, recent: vi.spyOn(own.articles, 'recent') };
}

const shownTab = () => activeTabOf(1);

it('reads other articles once, however often the same page is looked at again', async () => {
  const { own, recent } = await books();
  const first = await readShown(own, shownTab);
  expect(first.others.length).toBeGreaterThan(0);
  const again = await readShown(own, shownTab, first);
  expect(again.others).toEqual(first.others);
  expect(again.annotations).toHaveLength(1);
  expect(recent).toHaveBeenCalledTimes(1);
});

it('reads them again on another page, and where another article changed', async () => {
  const { own, recent } = await books();
  const first = await readShown(own, shownTab);
  await readShown(own, shownTab, null);
  show(THERE);
  await readShown(own, shownTab, first);
  expect(recent).toHaveBeenCalledTimes(3);
});
