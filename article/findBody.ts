import { type Box, namesOf } from './box.ts';
import { attributeOf, textOf } from './dom.ts';
import { isByline } from './isByline.ts';
import { readingOf } from './pageReading.ts';
import { isAsideBox, type Prose } from './prose.ts';

/** Bounds the walk: of a larger page the beginning is read. */
const MOST_NODES = 200_000;
/** A longer list would be no better than its container. */
const MOST_PARTS = 600;

/**
 * The elements that hold the article's text, in document order and without overlap: one container where it holds
 * nothing else, otherwise its parts without what stands between them (boxes of related links, share bars, forms).
 * Empty where there is no running text. Never throws.
 */
export function findBody(document: Document): Element[] {
  try {
    const page = readingOf(document);
    const { boxes } = page.outline(MOST_NODES);
    const prose = page.prose(MOST_NODES);
    if (prose.paragraphs.length === 0) return [];
    const parts = new Body(boxes, prose).parts();
    return parts.map(({ element }) => element);
  } catch {
    // A page broken beyond reading has no text to offer.
    return [];
  }
}

/** Letters of a line that may be a byline. */
const MOST_OF_A_BYLINE = 140;
const FOREIGN_NAME =
  /(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|social\w*|share\w*|sharing|shariff|promo\w*|teaser\w*|advert\w*|ads?|sponsor\w*|outbrain|taboola|comments?|disqus|breadcrumbs?|tags?|taglist|byline\w*|authors?|authorbox|meta|metadata|mostread|subscribe\w*|toolbar|pagination|pager|copyright|player|gallery|slideshow|swiper|carousel|captions?|credits?|print)(?=$|[\s_-])/;
const FOREIGN_TAG = /^(?:nav|footer|aside|form|dialog|figure|figcaption|header|address|menu|details)$/;
const TEXT_TAG = /^(?:p|ul|ol|dl|blockquote|pre|table)$/;

class Body {
  /** By place: the last child of a box, and the one before it in its parent, both counted from 1. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  /** By place: letters of core prose in each box. */
  readonly #held: Float64Array;
  /** By place: 1 what is foreign, -1 what is not, 0 where nobody has asked. */
  readonly #foreign: Int8Array;
  readonly #core = new Set<Box>();
  /** What holds the core. */
  readonly #root: Box;
  /** Places of the first and the last paragraph of the core within the root. */
  #start = Number.POSITIVE_INFINITY;
  #end = -1;

  readonly boxes: Box[];

  constructor(boxes: Box[], prose: Prose) {
    this.boxes = boxes;
    const count = boxes.length;
    this.#last = new Int32Array(count);
    this.#before = new Int32Array(count);
    this.#held = new Float64Array(count);
    this.#foreign = new Int8Array(count);
    for (const { parent, place } of boxes) {
      if (!parent) continue;
      this.#before[place] = this.#last[parent.place] ?? 0;
      this.#last[parent.place] = place + 1;
    }
    this.#root = this.#rootAbove(this.#findCore(prose));
    for (const { box, container } of prose.paragraphs) {
      if (!this.#core.has(container) || !(box === this.#root || isWithin(box, this.#root))) continue;
      this.#start = Math.min(this.#start, box.place);
      this.#end = Math.max(this.#end, box.place);
    }
  }

  /** The elements to hand out; the whole root where cutting would leave too many pieces. */
  parts(): Box[] {
    const root = this.#root;
    const parts: Box[] = [];
    const open = [root];
    for (let box = open.pop(); box; box = open.pop()) {
      if (box !== root && this.#isForeign(box)) continue;
      // Bare text cannot be left behind, so its box is taken whole.
      const whole = box.text > 40 || box.level > 0 || TEXT_TAG.test(box.tag) || !this.#holdsForeign(box);
      if (whole) parts.push(box);
      else this.#openChildren(box, open);
      if (parts.length > MOST_PARTS) return [root];
    }
    return parts;
  }

  /**
   * The core: the container with the most text, those of the same name (texts are cut into equal boxes by
   * advertisements), those inside it and those nearly as large. Lone paragraphs in boxes are mostly teasers.
   * Returns the container with the most text.
   */
  #findCore({ paragraphs, containers }: Prose): Box {
    const worth = (container: Box) => {
      const group = containers.get(container);
      const teaser = group && (group.count < 2 || /^(?:ul|ol|dl)$/.test(container.tag));
      return (group?.text ?? 0) * (teaser ? 0.3 : 1) * (isMarked(container) ? 2 : 1);
    };
    const chief = [...containers.keys()].reduce((best, box) => (worth(box) > worth(best) ? box : best));
    const kin = (box: Box) =>
      box.tag === chief.tag && namesOf(box) === namesOf(chief) && namesOf(box).trim() !== '';
    for (const container of containers.keys())
      if (
        container === chief ||
        kin(container) ||
        isWithin(container, chief) ||
        worth(container) > 0.25 * worth(chief)
      )
        this.#core.add(container);
    const held = this.#held;
    for (const { box, container, text } of paragraphs) {
      if (!this.#core.has(container)) continue;
      for (let up: Box | null = box; up; up = up.parent) held[up.place] = (held[up.place] ?? 0) + text;
    }
    return chief;
  }

  /** From the chief container upwards as long as each step or two brings in more of the core. */
  #rootAbove(chief: Box): Box {
    let root = chief;
    for (let up = root.parent, step = 0; up && step < 6; up = up.parent, step++)
      if (this.#heldBy(up) > 1.06 * this.#heldBy(root) && up.tag !== 'html') root = up;
    return root;
  }

  #heldBy(box: Box): number {
    return this.#held[box.place] ?? 0;
  }

  /** Appends the children of a box, the first one last. */
  #openChildren(box: Box, open: Box[]): void {
    for (let at = this.#last[box.place]; at; at = this.#before[at - 1]) {
      const child = this.boxes[at - 1];
      if (child) open.push(child);
    }
  }

  #isForeign(box: Box): boolean {
    const known = this.#foreign[box.place];
    if (known) return known > 0;
    const is = this.#looksForeign(box);
    this.#foreign[box.place] = is ? 1 : -1;
    return is;
  }

  #looksForeign(box: Box): boolean {
    if (box.allText === 0) return true;
    const held = this.#heldBy(box);
    // Whatever it is called: what holds much of the text is the text.
    if (held > 0.3 * (this.#heldBy(this.#root) || 1)) return false;
    if (isAsideBox(box) || FOREIGN_TAG.test(box.tag) || FOREIGN_NAME.test(namesOf(box))) return true;
    if (box.tag !== 'p' && box.level === 0 && box.allLinked > 0.7 * box.allText && box.allText > 20)
      return true;
    if (held > 0) return false;
    if (box.level === 0 && box.allText < MOST_OF_A_BYLINE && isByline(textOf(box.element))) return true;
    const between = box.place > this.#start && box.place < this.#end;
    const beside = box.parent !== null && (this.#core.has(box.parent) || box.parent === this.#root);
    // Before the first and after the last paragraph only what looks like text itself belongs to it.
    return between ? false : !(beside && TEXT_TAG.test(box.tag));
  }

  #holdsForeign(box: Box): boolean {
    const open: Box[] = [];
    this.#openChildren(box, open);
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.allText > 0 && this.#isForeign(next)) return true;
      this.#openChildren(next, open);
    }
    return false;
  }
}

const isMarked = (box: Box) => /\barticlebody\b/i.test(attributeOf(box.element, 'itemprop') ?? '');

function isWithin(inner: Box, outer: Box): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true;
  return false;
}
