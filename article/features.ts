import { addressFeatures } from './addressFeatures.ts';
import { headFeatures } from './headFeatures.ts';
import type { Features } from './pageFeatures.ts';
import { readingOf } from './pageReading.ts';
import { textFeatures } from './textFeatures.ts';

export interface PageFeatures {
  /** Of the address and the head: a fraction of a millisecond. */
  cheap: Features;
  /** Adds what one pass over the body says; call it only where the cheap ones leave a doubt, and at once. */
  full(): { features: Features; paragraphs: number };
}

/** Texts that are read to know an article; of a larger page the beginning is looked at. */
const MOST_TEXTS = 20_000;

/** Reads a page's features, the costly half on demand. */
export function readFeatures(document: Document, url: string): PageFeatures {
  const page = readingOf(document, true);
  const address = new URL(URL.canParse(url) ? url : 'https://unknown.invalid/');
  const cheap = { ...addressFeatures(address), ...headFeatures(document, page.head, page.data) };
  return {
    cheap,
    full: () => {
      page.share();
      const { features, paragraphs } = textFeatures(
        document,
        page.outline(MOST_TEXTS),
        page.prose(MOST_TEXTS),
      );
      return { features: { ...cheap, ...features }, paragraphs };
    },
  };
}
