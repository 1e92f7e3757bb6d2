import { browser } from 'wxt/browser';
import type { ArticleMetadata, Detection } from '#model/records.ts';

/** What the background knows of a tab. It outlives the service worker, not the browser session. */
export interface TabState {
  url: string;
  detection: Detection;
  metadata: ArticleMetadata | null;
  articleId: string | null;
  /** Saved annotations of this page. */
  count: number;
  /** Claims that cite this page as a source. */
  cited: number;
}

const keyOf = (tabId: number) => `tab:${tabId}`;

/** State of a tab, or null where no detector has reported (browser pages, stores, not yet loaded). */
export async function readTabState(tabId: number): Promise<TabState | null> {
  const key = keyOf(tabId);
  const stored = await browser.storage.session.get(key);
  return (stored[key] as TabState | undefined) ?? null;
}

export async function writeTabState(tabId: number, state: TabState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: state });
}

export async function dropTabState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** All known tabs, by id. */
export async function allTabStates(): Promise<Map<number, TabState>> {
  const stored = await browser.storage.session.get(null);
  const tabs = Object.entries(stored).filter(([key]) => key.startsWith('tab:'));
  return new Map(tabs.map(([key, state]) => [Number(key.slice(4)), state as TabState]));
}

/** Calls back whenever the state of any tab changes. Ends with `signal`. */
export function onTabStateChange(run: (tabId: number) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, unknown>) => {
    for (const key of Object.keys(changes)) if (key.startsWith('tab:')) run(Number(key.slice(4)));
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
}

const focusKey = (tabId: number) => `focus:${tabId}`;

/** The annotation to show first once the page in a tab is read. */
export async function askFor(tabId: number, annotationId: string): Promise<void> {
  await browser.storage.session.set({ [focusKey(tabId)]: annotationId });
}

/** Takes the annotation asked for, once. */
export async function takeAskedFor(tabId: number): Promise<string | null> {
  const key = focusKey(tabId);
  const stored = await browser.storage.session.get(key);
  await browser.storage.session.remove(key);
  return (stored[key] as string | undefined) ?? null;
}
