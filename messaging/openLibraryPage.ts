import { browser } from 'wxt/browser';
import { bringToFront } from './browserParts.ts';

/** Shows the library page, at a search where one is given: in the tab that has it open, or in a new one. */
export async function openLibraryPage(query = ''): Promise<void> {
  const page = browser.runtime.getURL('/library.html');
  const url = query ? `${page}#${new URLSearchParams({ q: query })}` : page;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  if (query) await browser.tabs.update(open.id, { url });
  await bringToFront(open.id);
}
