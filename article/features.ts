import { addressFeatures } from './addressFeatures';
import { useDocument } from './dom';
import { readHead } from './head';
import { headFeatures } from './headFeatures';
import { readLinkedData } from './jsonLd';
import { readOutline } from './outline';
import type { Features } from './pageFeatures';
import { textFeatures } from './textFeatures';

export interface PageFeatures {
  /** Of the address and the head: a fraction of a millisecond. */
  cheap: Features;
  /** Adds what one pass over the body says; call it only where the cheap ones leave a doubt. */
  full(): { features: Features; paragraphs: number };
}

/** Reads a page's features, the costly half on demand. */
export function readFeatures(document: Document, url: string): PageFeatures {
  useDocument(document);
  const address = new URL(URL.canParse(url) ? url : 'https://unknown.invalid/');
  const cheap = {
    ...addressFeatures(address),
    ...headFeatures(document, readHead(document), readLinkedData(document)),
  };
  return {
    cheap,
    full: () => {
      const { features, paragraphs } = textFeatures(document, readOutline(document));
      return { features: { ...cheap, ...features }, paragraphs };
    },
  };
}
