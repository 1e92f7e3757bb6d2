/** Functions that several tests send to views of the extension. */
import type { PageParts } from './driver/pageParts.ts';

/** Keeps every write of the library waiting, as a slow disk does, until `letGo`. */
export async function holdWrites(page: PageParts): Promise<void> {
  const database = await page.open();
  const store = database.transaction('annotations', 'readwrite').objectStore('annotations');
  let held = true;
  page.setGlobal('letGo', () => {
    held = false;
    database.close();
  });
  const hold = () => {
    store.get('').onsuccess = () => {
      if (held) hold();
    };
  };
  hold();
}

export const letGo = (page: PageParts): void => page.global<() => void>('letGo')();

/** Keeps what is copied from now on, '' before; `copied` gives it. */
export function keepCopied(page: PageParts): void {
  page.setGlobal('copied', '');
  window.navigator.clipboard.writeText = async (text) => page.setGlobal('copied', text);
}

export const copied = (page: PageParts): string => page.global<string>('copied');

/** Keeps the file that a page saves in the page instead; `savedFile` gives its text. */
export function catchFile(page: PageParts): void {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    blob.text().then((text) => page.setGlobal('savedFile', text));
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
}

export const savedFile = (page: PageParts): string => page.global<string>('savedFile');

/** Puts the page into its dark or light clothes. */
export function wear(_page: PageParts, theme: string): void {
  document.documentElement.dataset.theme = theme;
}

/** Nothing is half faded in. */
export const isCalm = (): boolean => document.getAnimations().every((one) => one.playState !== 'running');

/** What was being typed is stored. */
export const isSaved = (page: PageParts): boolean => page.byTestId('save-state').dataset.state === 'saved';
