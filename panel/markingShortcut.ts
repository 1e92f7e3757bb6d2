import { commands } from '#messaging/browserParts.ts';

/** The annotator hears these keys in the page even where the browser assigned none. */
const IN_THE_PAGE = 'Alt+Shift+H';

/** The keys that highlight a selection: the reader's own choice in the browser's settings, or ours; none where it has none. */
export async function markingShortcut(): Promise<string> {
  const set = commands();
  if (!set) return '';
  const all = await set.getAll();
  return all.find(({ name }) => name === 'highlight-selection')?.shortcut || IN_THE_PAGE;
}
