import { knownArticle } from '#identity/knownArticle.ts';
import { callPage } from '#messaging/call.ts';
import {
  allTabStates,
  dropTabState,
  readTabState,
  type TabState,
  writeTabState,
} from '#messaging/tabState.ts';
import { logFault } from '#model/logFault.ts';
import type { Article } from '#model/records.ts';
import type { Change } from '#storage/index.ts';
import { citationsAt } from './citations.ts';
import { injectAnnotator } from './inject.ts';
import { library } from './library.ts';
import { leaveButton, showState } from './toolbarButton.ts';

/** The stored article shown at an address, if any. The canonical address is used where the tab's detector told it. */
export async function articleAt(url: string, state: TabState | null): Promise<Article | undefined> {
  const facts = state?.url === url ? state.metadata : null;
  return (await knownArticle(await library(), url, facts)).article;
}

/** What a page tells of itself; the rest of a tab's state is looked up. */
type PageFacts = Pick<TabState, 'url' | 'detection' | 'metadata'>;

/** The last thing each tab's state waits for. */
const turns = new Map<number, Promise<unknown>>();

/**
 * Changes of one tab's state come one after another. Each is worked out from what the one before left, so a slow
 * look into the library neither brings back a page that was left meanwhile nor undoes what another change knew.
 */
function inTurn<T>(tabId: number, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(tabId) ?? Promise.resolve()).then(work, work);
  const done = () => {
    if (turns.get(tabId) === turn) turns.delete(tabId);
  };
  turns.set(tabId, turn);
  turn.then(done, done);
  return turn;
}

/** The state of a tab once what is under way for it is done. */
export const settledState = (tabId: number): Promise<TabState | null> =>
  inTurn(tabId, () => readTabState(tabId));

/** How often each tab's page was left in this life of the worker. */
const leavings = new Map<number, number>();
const leavingsOf = (tabId: number) => leavings.get(tabId) ?? 0;

/** The page of a tab is left, or no longer ours: nothing is kept of it, and nothing of it comes to the button. */
export function forgetTab(tabId: number): Promise<void> {
  leavings.set(tabId, leavingsOf(tabId) + 1);
  leaveButton(tabId);
  return inTurn(tabId, () => dropTabState(tabId));
}

/** Tabs that were closed in this life of the worker; browsers do not give their ids again. */
const closed = new Set<number>();

/** A tab is closed: what its page told last may still be on its way, and is not kept. */
export function closeTab(tabId: number): Promise<void> {
  closed.add(tabId);
  return forgetTab(tabId).finally(() => leavings.delete(tabId));
}

/** Works out what is stored for a tab's page, keeps it, and shows it on the toolbar button. */
async function settleTab(
  tabId: number,
  { url, detection, metadata }: PageFacts,
  leavingsThen: number,
): Promise<TabState> {
  const told = { url, detection, metadata, articleId: null, count: 0, cited: 0 };
  const article = await articleAt(url, told);
  const count = article ? (await (await library()).annotations.forArticle(article.id)).length : 0;
  const claims = new Set(
    (await citationsAt(url, metadata?.canonicalUrl ?? null)).map((one) => one.annotationId),
  );
  const state = { ...told, articleId: article?.id ?? null, count, cited: claims.size };
  if (closed.has(tabId)) return state;
  await writeTabState(tabId, state);
  // The button is for the eye: a browser that is slow to draw it holds up no other change.
  if (leavingsOf(tabId) === leavingsThen) void showState(tabId, state);
  return state;
}

/** Takes in what a page tells; `facts` gets what was known of the tab, of this page or of another. */
export function updateTab(
  tabId: number,
  facts: (before: TabState | null) => PageFacts,
): Promise<{ before: TabState | null; state: TabState }> {
  const leavingsThen = leavingsOf(tabId);
  return inTurn(tabId, async () => {
    const before = await readTabState(tabId);
    return { before, state: await settleTab(tabId, facts(before), leavingsThen) };
  });
}

/** Looks into the library again for a tab. @returns its state before and now; none where it was left meanwhile. */
function refreshTab(tabId: number): Promise<TabState[]> {
  const leavingsThen = leavingsOf(tabId);
  return inTurn(tabId, async () => {
    const before = await readTabState(tabId);
    return before ? [before, await settleTab(tabId, before, leavingsThen)] : [];
  });
}

/** After a write: the tabs that show a changed article get their number and read their annotations again. */
export async function refreshTabs(change: Pick<Change, 'articleIds' | 'annotationIds'>): Promise<void> {
  const states = await allTabStates();
  await Promise.all(
    [...states.keys()].map(async (tabId) => {
      const [before, now] = await refreshTab(tabId);
      if (!before || !now) return;
      const shows = [before.articleId, now.articleId].some(
        (id) => id !== null && change.articleIds.includes(id),
      );
      // A page that is cited shows its passages, whichever article's claims they are in.
      const isCited = before.cited + now.cited > 0;
      if (!shows && !isCited) return;
      const there = await tellAnnotator(tabId, 'refresh', { annotationIds: change.annotationIds });
      if (!there && now.cited > 0) await injectAnnotator(tabId).catch(logFault);
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
      logFault(error);
    return false;
  }
}
