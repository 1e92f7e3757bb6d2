import { attributeOf, useDocument } from './dom';
import { type Box, readOutline } from './outline';
import { isAsideBox, type Prose, readProse } from './prose';

/** Bounds the walk: a page of more nodes is read from its beginning only. */
const MOST_NODES = 200_000;
/** A list longer than this would be no better than its container. */
const MOST_PARTS = 400;

/**
 * The elements that hold the article's text, in document order and without overlap: one container where it holds
 * nothing else, otherwise its parts without what stands between them (boxes of related links, share bars, forms).
 * Empty where there is no running text. Never throws.
 */
export function findBody(document: Document): Element[] {
  try {
    useDocument(document);
    const outline = readOutline(document, MOST_NODES);
    const prose = readProse(outline);
    const root = rootOf(outline.boxes, prose);
    if (!root) return [];
    const tree = childrenOf(outline.boxes);
    const foreign = new ForeignFinder(tree, prose);
    const parts = partsOf(root, tree, foreign);
    return (parts.length > MOST_PARTS ? [root] : parts).map(({ element }) => element);
  } catch {
    // A page broken beyond reading has no text to offer.
    return [];
  }
}

/** The deepest box that still holds nearly all of the best cluster of paragraphs. */
function rootOf(boxes: Box[], prose: Prose): Box | null {
  const held = new Map<Box, number>();
  const near = new Map<Box, number>();
  let total = 0;
  for (const { container, text } of prose.paragraphs) {
    total += text;
    // Paragraphs vote for the six boxes around them; whole-page wrappers must not win by holding everything.
    for (let up: Box | null = container, step = 0; up; up = up.parent, step++) {
      held.set(up, (held.get(up) ?? 0) + text);
      if (step < 6) near.set(up, (near.get(up) ?? 0) + text);
    }
  }
  if (total === 0) return null;
  const marked = markedBody(boxes, held, total);
  if (marked) return marked;
  let best: Box | null = null;
  let most = 0;
  // Later boxes are deeper or further down: of two with the same text the deeper one is kept.
  for (const box of boxes) {
    const text = near.get(box) ?? 0;
    if (text > most || (text === most && best !== null && isWithin(box, best))) [best, most] = [box, text];
  }
  for (let at = best; at; ) {
    const inner: Box | undefined = boxes.find(
      (box) => box.parent === at && (held.get(box) ?? 0) >= 0.93 * (held.get(at as Box) ?? 0),
    );
    if (!inner || inner.tag === 'p') return at;
    at = inner;
  }
  return best;
}

/** What the page itself marks as the text (microdata), where it holds most of it. */
function markedBody(boxes: Box[], held: Map<Box, number>, total: number): Box | null {
  for (const box of boxes) {
    const text = held.get(box) ?? 0;
    if (text < 300 || text < 0.6 * total) continue;
    if (/\barticlebody\b/i.test(attributeOf(box.element, 'itemprop') ?? '')) return box;
  }
  return null;
}

function isWithin(inner: Box, outer: Box): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true;
  return false;
}

function childrenOf(boxes: Box[]): Map<Box, Box[]> {
  const tree = new Map<Box, Box[]>();
  for (const box of boxes) {
    if (!box.parent) continue;
    const list = tree.get(box.parent);
    if (list) list.push(box);
    else tree.set(box.parent, [box]);
  }
  return tree;
}

const FOREIGN_NAME =
  /\b(?:related|recommend\w*|newsletter\w*|social\w*|share\w*|sharing|shariff|promo\w*|teaser\w*|advert\w*|ads?|sponsor\w*|outbrain|taboola|comments?|disqus|breadcrumbs?|tags?|taglist|byline\w*|author(?:box|-bio|-info)?|meta|metadata|most-?read|read-?more|more-?news|paywall|subscribe\w*|toolbar|pagination|pager|copyright|print-?only|video-?player|player|gallery|slideshow|swiper|carousel)\b/;
const FOREIGN_TAG = /^(?:nav|footer|aside|form|dialog|figure|figcaption|header|address|menu|details)$/;

/** Tells what inside the text's container is not the text. */
class ForeignFinder {
  /** Letters of prose below each box. */
  readonly #prose = new Map<Box, number>();

  constructor(
    readonly tree: Map<Box, Box[]>,
    readonly page: Prose,
  ) {
    for (const { box, text } of page.paragraphs)
      for (let up: Box | null = box; up; up = up.parent)
        this.#prose.set(up, (this.#prose.get(up) ?? 0) + text);
  }

  isForeign(box: Box, root: Box): boolean {
    if (box.allText === 0) return false;
    const prose = this.#prose.get(box) ?? 0;
    // Whatever it is called: what holds much of the text is the text.
    if (prose > 0.3 * (this.#prose.get(root) ?? 1)) return false;
    if (isAsideBox(box) || FOREIGN_TAG.test(box.tag) || FOREIGN_NAME.test(box.names)) return true;
    // A paragraph may be all link; a list, a row of boxes or a table of links is navigation.
    return (
      box.tag !== 'p' && !/^h[1-6]$/.test(box.tag) && box.allLinked > 0.7 * box.allText && box.allText > 20
    );
  }
}

/** Splits a container only as far as something foreign has to be left out. */
function partsOf(root: Box, tree: Map<Box, Box[]>, foreign: ForeignFinder): Box[] {
  const parts: Box[] = [];
  const visit = (box: Box, depth: number) => {
    const children = tree.get(box) ?? [];
    // Bare text cannot be left behind, so its box is taken whole.
    if (depth > 12 || box.text > 20 || !holdsForeign(box, tree, foreign, root)) {
      parts.push(box);
      return;
    }
    for (const child of children)
      if (child.allText > 0 && !foreign.isForeign(child, root)) visit(child, depth + 1);
  };
  visit(root, 0);
  return parts;
}

function holdsForeign(box: Box, tree: Map<Box, Box[]>, foreign: ForeignFinder, root: Box): boolean {
  const open = [...(tree.get(box) ?? [])];
  for (let next = open.pop(); next; next = open.pop()) {
    if (foreign.isForeign(next, root)) return true;
    open.push(...(tree.get(next) ?? []));
  }
  return false;
}
