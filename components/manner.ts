import type { Manner } from '#model/appearance.ts';
import { directionOf } from '#model/languages.ts';
import { COLORS, type Color } from '#model/records.ts';
import { setWords } from './strings.ts';

let colors: readonly Color[] = COLORS;

/** The colours to offer for marks, in the reader's order. */
export const offeredColors = (): readonly Color[] => colors;

/**
 * Has views look and speak as the reader chose, before they are drawn; what is on the screen has to be drawn anew.
 * @param root the element of the document that views are drawn into
 */
export function setManner({ words, tag, colors: offered, theme, textSize }: Manner, root: HTMLElement): void {
  setWords((key) => words[key], tag);
  colors = offered;
  root.lang = tag;
  root.dir = directionOf(tag);
  root.dataset.theme = theme;
  root.dataset.textSize = textSize;
}
