import { type Browser, browser } from 'wxt/browser';
import { articleAddresses } from '#article/articleAddresses.ts';
import { bringToFront } from '#messaging/browserParts.ts';
import { askFor } from '#messaging/tabState.ts';
import { library } from './library.ts';
import { tellAnnotator } from './tabs.ts';

const shows = (addresses: string[]) => (tab: Browser.tabs.Tab) =>
  tab.url !== undefined && articleAddresses(tab.url, null).some((one) => addresses.includes(one));

/**
 * Shows an article, in the tab that has it open or in a new one, at one of its highlights. Done here and not in the
 * popup: the browser closes the popup as soon as another tab is shown.
 * @returns whether there is such an article.
 */
export async function openArticle(articleId: string, annotationId: string | null): Promise<boolean> {
  const { articles, annotations } = await library();
  const article = await articles.get(articleId);
  const annotation = annotationId === null ? undefined : await annotations.get(annotationId);
  const url = annotation?.url || article?.urls[0];
  if (!article || !url) return false;

  const open = (await browser.tabs.query({})).find(shows(article.urls));
  const tab = open ?? (await browser.tabs.create({ url, active: false }));
  if (tab.id === undefined) return false;
  if (annotation) {
    await askFor(tab.id, annotation.id);
    // A page that is read already does not ask again by itself; one that still loads will.
    await tellAnnotator(tab.id, 'refresh', { annotationIds: [annotation.id] });
  }
  await bringToFront(tab.id);
  return true;
}
