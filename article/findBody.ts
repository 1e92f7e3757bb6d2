import { attributeOf } from './dom';
import type { Box } from './outline';
import { readingOf } from './pageReading';
import { isAsideBox, type Prose } from './prose';

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

const FOREIGN_NAME =
  /(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|social\w*|share\w*|sharing|shariff|promo\w*|teaser\w*|advert\w*|ads?|sponsor\w*|outbrain|taboola|comments?|disqus|breadcrumbs?|tags?|taglist|byline\w*|authors?|authorbox|meta|metadata|mostread|subscribe\w*|toolbar|pagination|pager|copyright|player|gallery|slideshow|swiper|carousel|captions?|credits?|print)(?=$|[\s_-])/;
const FOREIGN_TAG = /^(?:nav|footer|aside|form|dialog|figure|figcaption|header|address|menu|details)$/;
const TEXT_TAG = /^(?:p|ul|ol|dl|blockquote|pre|table)$/;

class Body {
  readonly #children = new Map<Box, Box[]>();
  readonly #place = new Map<Box, number>();
  /** Letters of core prose in each box. */
  readonly #held = new Map<Box, number>();
  readonly #core = new Set<Box>();
  /** The container with the most text. */
  readonly #chief: Box;
  #first = 0;
  #last = 0;

  constructor(
    readonly boxes: Box[],
    prose: Prose,
  ) {
    for (const [place, box] of boxes.entries()) {
      this.#place.set(box, place);
      if (!box.parent) continue;
      const siblings = this.#children.get(box.parent);
      if (siblings) siblings.push(box);
      else this.#children.set(box.parent, [box]);
    }
    this.#chief = this.#findCore(prose);
    this.#mark(prose);
  }

  /** The elements to hand out; the whole root where cutting would leave too many pieces. */
  parts(): Box[] {
    const root = this.#root();
    const parts: Box[] = [];
    const open = [root];
    for (let box = open.pop(); box; box = open.pop()) {
      if (box !== root && this.#isForeign(box, root)) continue;
      // Bare text cannot be left behind, so its box is taken whole.
      const whole =
        box.text > 40 || TEXT_TAG.test(box.tag) || /^h[1-6]$/.test(box.tag) || !this.#holdsForeign(box, root);
      if (whole) parts.push(box);
      else open.push(...(this.#children.get(box) ?? []).toReversed());
      if (parts.length > MOST_PARTS) return [root];
    }
    return parts;
  }

  /**
   * The core: the container with the most text, those of the same name (texts are cut into equal boxes by
   * advertisements), those inside it and those nearly as large. Lone paragraphs in boxes are mostly teasers.
   */
  #findCore({ paragraphs, containers }: Prose): Box {
    const worth = (container: Box) => {
      const group = containers.get(container);
      const teaser = group && (group.count < 2 || /^(?:ul|ol|dl)$/.test(container.tag));
      return (group?.text ?? 0) * (teaser ? 0.3 : 1) * (isMarked(container) ? 2 : 1);
    };
    const chief = [...containers.keys()].reduce((best, box) => (worth(box) > worth(best) ? box : best));
    const kin = (box: Box) => box.tag === chief.tag && box.names === chief.names && box.names.trim() !== '';
    for (const container of containers.keys())
      if (
        container === chief ||
        kin(container) ||
        isWithin(container, chief) ||
        worth(container) > 0.25 * worth(chief)
      )
        this.#core.add(container);
    for (const { box, container, text } of paragraphs) {
      if (!this.#core.has(container)) continue;
      for (let up: Box | null = box; up; up = up.parent) this.#held.set(up, (this.#held.get(up) ?? 0) + text);
    }
    return chief;
  }

  /** Where the core begins and ends within the root. */
  #mark({ paragraphs }: Prose): void {
    const root = this.#root();
    const places = paragraphs
      .filter(({ box, container }) => this.#core.has(container) && (box === root || isWithin(box, root)))
      .map(({ box }) => this.#place.get(box) ?? 0);
    this.#first = Math.min(...places);
    this.#last = Math.max(...places);
  }

  /** From the chief container upwards as long as each step or two brings in more of the core. */
  #root(): Box {
    let root = this.#chief;
    let held = this.#held.get(root) ?? 0;
    for (let up = root.parent, step = 0; up && step < 6; up = up.parent, step++) {
      const more = this.#held.get(up) ?? 0;
      if (more > 1.06 * held && up.tag !== 'html') [root, held] = [up, more];
    }
    return root;
  }

  #isForeign(box: Box, root: Box): boolean {
    if (box.allText === 0) return true;
    const held = this.#held.get(box) ?? 0;
    // Whatever it is called: what holds much of the text is the text.
    if (held > 0.3 * (this.#held.get(root) ?? 1)) return false;
    if (isAsideBox(box) || FOREIGN_TAG.test(box.tag) || FOREIGN_NAME.test(box.names)) return true;
    const heading = /^h[1-6]$/.test(box.tag);
    if (box.tag !== 'p' && !heading && box.allLinked > 0.7 * box.allText && box.allText > 20) return true;
    if (held > 0) return false;
    const place = this.#place.get(box) ?? 0;
    const between = place > this.#first && place < this.#last;
    const beside = box.parent !== null && (this.#core.has(box.parent) || box.parent === root);
    // Before the first and after the last paragraph only what looks like text itself belongs to it.
    return between ? false : !(beside && TEXT_TAG.test(box.tag));
  }

  #holdsForeign(box: Box, root: Box): boolean {
    const open = [...(this.#children.get(box) ?? [])];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.allText > 0 && this.#isForeign(next, root)) return true;
      open.push(...(this.#children.get(next) ?? []));
    }
    return false;
  }
}

const isMarked = (box: Box) => /\barticlebody\b/i.test(attributeOf(box.element, 'itemprop') ?? '');

function isWithin(inner: Box, outer: Box): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true;
  return false;
}
