import { useDocument } from './dom';
import { readHead } from './head';
import { addressFeatures, type Features, headFeatures } from './headFeatures';
import { readLinkedData } from './jsonLd';
import { readOutline } from './outline';
import { textFeatures } from './textFeatures';

export interface PageFeatures {
  /** Of the address and the head: a fraction of a millisecond. */
  cheap: Features;
  /** Adds what one pass over the body says; call it only where the cheap ones leave a doubt. */
  full(): Features;
}

/** Reads a page's features, the costly half on demand. */
export function readFeatures(document: Document, url: string): PageFeatures {
  useDocument(document);
  const head = readHead(document);
  const data = readLinkedData(document);
  const cheap: Features = { ...addressFeatures(url), ...headFeatures(document, head, data) };
  return {
    cheap,
    full: () => {
      const text = textFeatures(document, readOutline(document));
      return {
        ...cheap,
        ...text,
        cNewsText: (cheap.ldNews ?? 0) * (text.pText ?? 0),
        cSectionText: (cheap.uSection ?? 0) * (text.pText ?? 0),
        cNewsroomText: (cheap.mNewsroom ?? 0) * (text.pText ?? 0),
      };
    },
  };
}
