import { useDocument } from './dom';
import { type Box, readOutline } from './outline';

const ASIDE =
  /\b(?:nav|navigation|menu|footer|sidebar|comments?|related|recommend\w*|newsletter|cookie\w*|consent|promo\w*|teaser\w*|share|social|advert\w*|breadcrumbs?)\b/;
const ASIDE_TAGS = new Set(['nav', 'footer', 'aside', 'figcaption', 'dialog']);

/** The elements that hold the article's text, in document order; empty where there is none. Never throws. */
export function findBody(document: Document): Element[] {
  useDocument(document);
  const { boxes } = readOutline(document, 200_000);
  const weight = new Map<Box, number>();
  let total = 0;
  for (const box of boxes) {
    const value = proseOf(box);
    if (value === 0 || isAside(box)) continue;
    total += value;
    const from = box.tag === 'p' || box.tag === 'li' ? box.parent : box;
    for (let up = from, step = 0; up && step < 6; up = up.parent, step++)
      weight.set(up, (weight.get(up) ?? 0) + value);
  }
  if (total === 0) return [];
  let best: Box | null = null;
  let most = 0;
  for (const [box, value] of weight) {
    if (value > most || (value === most && best && isWithin(box, best))) [best, most] = [box, value];
  }
  return best ? [best.element] : [];
}

function proseOf(box: Box): number {
  if (box.text < 50 || box.linked > 0.5 * box.text || /^h[1-6]$/.test(box.tag)) return 0;
  return box.text;
}

function isAside(box: Box): boolean {
  for (let up: Box | null = box; up && up.tag !== 'body'; up = up.parent)
    if (ASIDE_TAGS.has(up.tag) || ASIDE.test(up.names)) return true;
  return false;
}

function isWithin(inner: Box, outer: Box): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true;
  return false;
}
