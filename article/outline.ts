import type { Box } from './box.ts';
import { attributeOf, bodyOf, byTag, getterOf, shadowOf, tagOf, textWalker } from './dom.ts';

export interface Outline {
  /** In the order of their text; a parent stands before its children. Only boxes with text below them. */
  boxes: Box[];
  /** Links whose text is as long as a headline. */
  headlineLinks: number;
  /** How many texts were to be read at most, and whether these were all. */
  most: number;
  isWhole: boolean;
}

interface Link {
  width: number;
}

/** Where the text of an element goes: its box and link, or nowhere. */
interface Place {
  box: Box | null;
  link: Link | null;
}

const SKIPPED = 'script style noscript template svg iframe object canvas audio video select textarea button';
const INLINE =
  'a abbr b bdi bdo cite code em font i ins label mark nobr q ruby rt small span strike strong sub sup time u';
const NOWHERE: Place = { box: null, link: null };
/** Of one text node, UTF-16 units. */
const MOST_TEXT = 50_000;
/** A page with less text than this may keep its text in shadow trees. */
const THIN = 400;
/** Thai, kana, ideographs and hangul: one such letter says as much as two to three Latin ones. */
const WIDE = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/**
 * Reads the page's text once, in document order, at most `most` text nodes. It walks the texts alone and looks at an
 * element only when a text stands in it: on most pages this runs once, before the engine has compiled anything, so
 * what counts is how little script runs, and how few functions there are.
 */
export function readOutline(document: Document, most: number): Outline {
  const body = bodyOf(document);
  if (!body) return { boxes: [], headlineLinks: 0, most, isWhole: true };
  const reader = new OutlineReader(body, most);
  reader.read(document, body);
  if (reader.width < THIN) reader.readShadows(document);
  const { boxes, links } = reader;
  for (let i = boxes.length - 1; i >= 0; i--) {
    const box = boxes[i];
    if (!box) continue;
    box.allText += box.text;
    box.allLinked += box.linked;
    const { parent } = box;
    if (!parent) continue;
    parent.allText += box.allText;
    parent.allLinked += box.allLinked;
  }
  let headlineLinks = 0;
  for (const { width } of links) if (width >= 25 && width < 200) headlineLinks++;
  return { boxes, headlineLinks, most, isWhole: reader.left >= 0 };
}

class OutlineReader {
  readonly boxes: Box[] = [];
  readonly links: Link[] = [];
  /** All text read so far. */
  width = 0;
  readonly #places = new Map<Node, Place>();
  /** Whether nothing below an element of this tag is read; false where it flows in the line. */
  readonly #isSkipped = new Map<string, boolean>();
  readonly #parentOf: (this: Element) => Element | null;
  readonly #tagOf: (this: Element) => string;
  /** How many texts may still be read; below 0 where there were more. */
  left: number;

  constructor(body: Element, most: number) {
    this.left = most;
    this.#parentOf = getterOf(body, 'parentElement');
    this.#tagOf = getterOf(body, 'localName');
    for (const tag of SKIPPED.split(' ')) this.#isSkipped.set(tag, true);
    for (const tag of INLINE.split(' ')) this.#isSkipped.set(tag, false);
  }

  /** Reads the texts below `top`. */
  read(document: Document, top: Node): void {
    const places = this.#places;
    const walker = textWalker(document, top);
    let { left, width } = this;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left-- <= 0) break;
      // Texts cannot be shadowed by form controls: their properties may be read directly.
      const { data } = node as Text;
      let text = data.length < MOST_TEXT ? data.trim() : data.slice(0, MOST_TEXT).trim();
      const parent = text === '' ? null : node.parentNode;
      if (!parent) continue;
      const { box, link } = places.get(parent) ?? this.#place(parent);
      if (!box) continue;
      // Source code indents its texts; what it indents with is no text.
      if (text.includes('\n') || text.includes('  ')) text = text.replace(/\s+/g, ' ');
      let wide = text.length + 1;
      // Scripts are hardly ever mixed within a text: two letters tell.
      if (text.charCodeAt(0) > 0xdff || text.charCodeAt(text.length >> 1) > 0xdff) {
        const letters = text.match(WIDE);
        // Only where there are some: the engine keeps whole numbers apart, and would convert all boxes for a `+ 0.0`.
        if (letters) wide += 1.6 * letters.length;
      }
      box.text += wide;
      width += wide;
      if (!link) continue;
      box.linked += wide;
      link.width += wide;
    }
    this.left = left;
    this.width = width;
  }

  /** Reads open shadow trees; looked for only where the page itself says next to nothing. */
  readShadows(document: Document): void {
    for (const element of byTag(document, '*', 5_000)) {
      const shadow = tagOf(element).includes('-') && shadowOf(element);
      if (!shadow) continue;
      this.#places.set(shadow, this.#places.get(element) ?? this.#place(element));
      this.read(document, shadow);
    }
  }

  /** Finds the place of an element and of those above it that are not known yet. */
  #place(node: Node): Place {
    const places = this.#places;
    const unknown: Element[] = [];
    let at: Element | null = node as Element;
    for (; at && !places.has(at); at = this.#parentOf.call(at)) unknown.push(at);
    let place = (at && places.get(at)) || NOWHERE;
    let root = at === null;
    for (let i = unknown.length - 1; i >= 0; i--) {
      const element = unknown[i];
      if (!element) continue;
      place = this.#step(element, place, root);
      root &&= place.box === null;
      places.set(element, place);
    }
    return place;
  }

  #step(element: Element, outer: Place, root: boolean): Place {
    const tag = this.#tagOf.call(element);
    if (tag === 'html') return outer;
    const isSkipped = this.#isSkipped.get(tag);
    const parent = outer.box;
    if (isSkipped || (parent === null && !root)) return NOWHERE;
    let { link } = outer;
    if (tag === 'a' && attributeOf(element, 'href') !== null) {
      link = { width: 0 };
      this.links.push(link);
    }
    if (isSkipped === false) return link === outer.link ? outer : { box: parent, link };
    const box = {
      element,
      tag,
      level: tag.length === 2 && tag.startsWith('h') ? '123456'.indexOf(tag.charAt(1)) + 1 : 0,
      parent,
      inLink: link !== null,
      place: this.boxes.length,
      text: 0,
      linked: 0,
      allText: 0,
      allLinked: 0,
      names: null,
      inside: 0,
      aside: null,
    };
    this.boxes.push(box);
    return { box, link };
  }
}
