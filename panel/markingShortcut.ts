import { browser } from 'wxt/browser';

/** The annotator hears these keys in the page even where the browser assigned none. */
const IN_THE_PAGE = 'Alt+Shift+H';

/** The keys that highlight a selection: the reader's own choice in the browser's settings, or ours. */
export async function markingShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === 'highlight-selection')?.shortcut || IN_THE_PAGE;
}
