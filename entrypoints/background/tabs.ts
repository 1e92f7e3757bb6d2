import { type Browser, browser } from 'wxt/browser';
import { callPage } from '@/messaging/call';
import { allTabStates, dropTabState, type TabState, writeTabState } from '@/messaging/tabState';
import type { Article } from '@/model/records';
import type { Change } from '@/storage';
import { knownArticle } from './knownArticle';
import { library } from './library';
import { showState } from './toolbarButton';

/** The stored article shown at an address, if any. The canonical address is used where the tab's detector told it. */
export async function articleAt(url: string, state: TabState | null): Promise<Article | undefined> {
  const facts = state?.url === url ? state.metadata : null;
  return (await knownArticle(await library(), url, facts)).article;
}

/** How often each tab was forgotten. Work that began before belongs to this life of the worker, too. */
const forgotten = new Map<number, number>();

/** The page of a tab is left, or no longer ours: whatever is still being worked out about it is not kept. */
export async function forgetTab(tabId: number): Promise<void> {
  forgotten.set(tabId, (forgotten.get(tabId) ?? 0) + 1);
  await dropTabState(tabId);
}

/**
 * Works out what is stored for a tab's page, keeps it, and shows it on the toolbar button; unless the tab was
 * forgotten meanwhile.
 */
export async function updateTab(tabId: number, state: TabState): Promise<TabState> {
  const before = forgotten.get(tabId);
  const article = await articleAt(state.url, state);
  const count = article ? (await (await library()).annotations.forArticle(article.id)).length : 0;
  const next = { ...state, articleId: article?.id ?? null, count };
  if (forgotten.get(tabId) !== before) return next;
  await writeTabState(tabId, next);
  await showState(tabId, next);
  return next;
}

/** After a write: the tabs that show a changed article get their number and read their annotations again. */
export async function refreshTabs(change: Pick<Change, 'articleIds' | 'annotationIds'>): Promise<void> {
  const states = await allTabStates();
  await Promise.all(
    [...states].map(async ([tabId, state]) => {
      const next = await updateTab(tabId, state);
      const ids = [state.articleId, next.articleId];
      if (!ids.some((id) => id !== null && change.articleIds.includes(id))) return;
      await tellAnnotator(tabId, 'refresh', { annotationIds: change.annotationIds });
    }),
  );
}

/** Tells the annotator of a tab, where there is one. @returns whether it was there. */
export async function tellAnnotator(
  ...[tabId, name, payload]: Parameters<typeof callPage>
): Promise<boolean> {
  try {
    await callPage(tabId, name, payload);
    return true;
  } catch (error) {
    // A tab without an annotator is the normal case.
    if (!/receiving end does not exist|NoAnswer|Nobody answered|message port closed/i.test(String(error)))
      console.error('Claimlight:', error);
    return false;
  }
}

/** The tab whose page the reader looks at in a window, or in the last focused one. */
export async function activeTab(windowId?: number): Promise<Browser.tabs.Tab | undefined> {
  const where = windowId === undefined ? { lastFocusedWindow: true } : { windowId };
  const [tab] = await browser.tabs.query({ active: true, ...where });
  return tab;
}
