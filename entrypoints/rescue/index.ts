import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSnapshot } from '#panel/rescue/readSnapshot.ts';
import { type Findings, readLibrary } from '#panel/rescue/readStores.ts';
import { rescueFile } from '#panel/rescue/rescueFile.ts';

/** The browser's own interface: this page imports nothing that the rest of Claimlight uses. */
declare const chrome: {
  extension: { inIncognitoContext: boolean };
  i18n: { getMessage(key: string, parts?: string[]): string };
};

/** The address of a download is kept this long, ms. */
const KEEP = 60_000;

const words = (key: string, ...parts: unknown[]) =>
  chrome.i18n.getMessage(`rescue_${key}`, parts.map(String));

function add(parent: Element, tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

/** Shows one place where data may be, and a button that saves what was found there. */
async function showSource(list: Element, name: string, read: () => Promise<Findings | null>): Promise<void> {
  const section = add(list, 'section', '');
  section.dataset.testid = `rescue-${name}`;
  add(section, 'h2', words(name));
  const status = add(section, 'p', words('looking'));
  try {
    const found = await read();
    const count = found ? Object.values(found.records).reduce((sum, { length }) => sum + length, 0) : 0;
    if (!found || count + found.damaged === 0) {
      status.textContent = words('nothing');
      return;
    }
    const { articles, annotations, versions } = found.records;
    status.textContent = words('found', articles.length, annotations.length, versions.length);
    if (found.damaged > 0) add(section, 'p', words('damaged', found.damaged));
    if (count === 0) return;
    const button = add(section, 'button', words('save'));
    button.dataset.testid = `rescue-save-${name}`;
    const said = add(section, 'p', '');
    said.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      save(name, found)
        .then((file) => {
          said.textContent = words('saved', file);
        })
        .catch((error: unknown) => {
          console.error('Claimlight rescue:', error);
          said.textContent = words('failed', error);
        });
    });
  } catch (error) {
    console.error('Claimlight rescue:', error);
    status.textContent = isShutOut(error) ? words('private') : words('failed', error);
  }
}

/** Firefox gives pages in private windows neither databases nor private files. */
const isShutOut = (error: unknown) =>
  chrome.extension.inIncognitoContext &&
  error instanceof DOMException &&
  ['InvalidStateError', 'SecurityError'].includes(error.name);

async function save(name: string, found: Findings): Promise<string> {
  const address = URL.createObjectURL(await rescueFile(found));
  const link = document.createElement('a');
  link.href = address;
  link.download = `claimlight-rescue-${name}-${new Date().toISOString().slice(0, 10)}.jsonl`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP);
  return link.download;
}

/**
 * The rescue page's only script. Page and style sheet stand in public/ as they are, and this is one file of its
 * own: whatever else of the build is broken or gone, it still runs.
 */
export default defineUnlistedScript(async () => {
  const language = words('language');
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]'))
    element.textContent = chrome.i18n.getMessage(element.dataset.words ?? '');
  document.title = `Claimlight · ${words('title')}`;
  const list = document.querySelector('#sources');
  if (list) {
    await showSource(list, 'library', () => readLibrary());
    await showSource(list, 'latest', () => readSnapshot('latest'));
    await showSource(list, 'previous', () => readSnapshot('previous'));
  }
});
