import { cleanText, keyOf } from './cleanText.ts';
import { select, textOf } from './dom.ts';

/** A paragraph, not a label. */
const SHORTEST = 80;

/** By what a reader sees that another story is shown: headlines, and the first paragraphs. */
export interface StorySigns {
  headlines: string;
  opening: string;
}

export function readStorySigns(document: Document): StorySigns {
  const key = (element: Element) => keyOf(cleanText(textOf(element).slice(0, 1_000), 500));
  const paragraphs = select(document, 'p', 100).map(key);
  return {
    headlines: select(document, 'h1', 8).map(key).join('\n'),
    opening: paragraphs
      .filter(({ length }) => length > SHORTEST)
      .slice(0, 3)
      .join('\n'),
  };
}
