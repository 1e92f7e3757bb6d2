import { webAddress } from '#model/webAddress.ts';

/** What a paste or a drop says of a source. */
export interface HandedSource {
  url: string;
  title: string;
  quote: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"”»]+/iu;
/** Marks behind an address in a sentence are the sentence's. */
const TRAILING = /[)\].,;:!?'’]+$/u;
const LONGEST_TITLE = 300;

/**
 * A source from what was pasted or dropped: the first web address with the words around it as title, or from a dragged link its own
 * words; words without an address are a passage where `passages` are wanted. `null` where there is neither.
 */
export function handedSource(data: Pick<DataTransfer, 'getData'>, passages: boolean): HandedSource | null {
  const [dragged = '', words = ''] = data.getData('text/x-moz-url').split('\n');
  const plain = data.getData('text/plain') || data.getData('text');
  const listed = data
    .getData('text/uri-list')
    .split(/\r?\n/u)
    .find((line) => line && !line.startsWith('#'));
  const found = ADDRESS.exec(plain)?.[0].replace(TRAILING, '');
  const url = webAddress(dragged || listed || found || '');
  if (url) {
    const around = found ? plain.replace(found, ' ') : listed ? '' : plain;
    const title = (words || linkWords(data.getData('text/html')) || around).replace(/\s+/gu, ' ').trim();
    return {
      url,
      title: title
        .replace(/^[\s:–—.,;()-]+|[\s:–—.,;()-]+$/gu, '')
        .slice(0, LONGEST_TITLE)
        .toWellFormed(),
      quote: '',
    };
  }
  const quote = plain.trim();
  return passages && quote ? { url: '', title: '', quote } : null;
}

/** The words of the only link in a dragged piece of HTML, read without running or loading anything of it. */
function linkWords(html: string): string {
  if (!html) return '';
  const links = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href]');
  return links.length === 1 ? (links[0]?.textContent ?? '') : '';
}
