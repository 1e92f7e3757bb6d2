import type { Browser } from 'wxt/browser';
import { offRule } from '#identity/siteRules.ts';
import { CallError } from '#messaging/call.ts';
import { readTabState } from '#messaging/tabState.ts';
import type { Annotation } from '#model/records.ts';
import type { Action } from '#storage/index.ts';
import { readSettings } from '#storage/settings.ts';
import { library } from './library.ts';
import { articleAt } from './tabs.ts';

export type Sender = Browser.runtime.MessageSender;

export function tabOf(sender: Sender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new CallError('Refused', 'This call comes from no tab.');
  return id;
}

/** Whether everything an action changed belongs to an article. */
export async function concerns(action: Action, articleId: string): Promise<boolean> {
  const store = await library();
  const touched = await Promise.all(action.annotationIds.map((id) => store.annotations.get(id)));
  return (
    action.articleIds.every((id) => id === articleId) &&
    touched.every((annotation) => annotation?.articleId === articleId)
  );
}

/** Whether the reader switched Claimlight off for the page that calls. */
export async function isOff(url: string, { tab }: Sender): Promise<boolean> {
  return offRule({ url, incognito: tab?.incognito ?? false }, await readSettings()) !== null;
}

/** A content script may only touch annotations of the article its own page shows. */
export async function ownAnnotation(id: string, url: string, sender: Sender): Promise<Annotation> {
  const article = await articleAt(url, await readTabState(tabOf(sender)));
  const annotation = await (await library()).annotations.get(id);
  if (!annotation || annotation.articleId !== article?.id) throw new CallError('Refused', 'Not of this page');
  return annotation;
}

/**
 * A page may keep texts of its own highlights. One that was deleted meanwhile is of no page any more: what is typed
 * there is kept all the same, and so it is where the library can't be asked.
 */
export async function mayKeep(key: string, url: string, sender: Sender): Promise<void> {
  const id = key.split(' ').at(-1) ?? '';
  const annotation = await (await library()).annotations.get(id).catch(() => undefined);
  if (annotation) await ownAnnotation(id, url, sender);
}
