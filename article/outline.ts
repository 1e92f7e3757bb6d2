import { attributeOf, bodyOf, byTag, parentOf, shadowOf, tagOf, textWalker } from './dom';

/** A block-level element and what flows directly in it. Boxes form the page's tree without its inline elements. */
export class Box {
  /** Width of the text that flows in this box itself, in Latin letters; wide scripts count more. */
  text = 0;
  /** How much of `text` is link text. */
  linked = 0;
  /** The same over the whole subtree. */
  allText = 0;
  allLinked = 0;
  #names: string | null = null;

  constructor(
    readonly element: Element,
    readonly tag: string,
    readonly parent: Box | null,
    /** A link encloses this box. */
    readonly inLink: boolean,
  ) {}

  /** Class names, id and role in lower case, as written by the page; read when first asked for. */
  get names(): string {
    const of = (name: string) => attributeOf(this.element, name) ?? '';
    this.#names ??= `${of('class')} ${of('id')} ${of('role')}`.slice(0, 400).toLowerCase();
    return this.#names;
  }
}

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

const SKIPPED = new Set(
  'script style noscript template svg iframe object canvas audio video select textarea button'.split(' '),
);
const INLINE = new Set(
  'a abbr b bdi bdo cite code em font i ins label mark nobr q ruby rt small span strike strong sub sup time u'.split(
    ' ',
  ),
);
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
 * what counts is how little script runs.
 */
export function readOutline(document: Document, most: number): Outline {
  const reader = new OutlineReader(most);
  const body = bodyOf(document);
  if (body) {
    reader.read(document, body, null);
    if (reader.width < THIN) reader.readShadows(document);
  }
  const { boxes, links } = reader;
  for (let i = boxes.length - 1; i >= 0; i--) {
    const box = boxes[i];
    if (!box) continue;
    box.allText += box.text;
    box.allLinked += box.linked;
    if (!box.parent) continue;
    box.parent.allText += box.allText;
    box.parent.allLinked += box.allLinked;
  }
  return {
    boxes,
    headlineLinks: links.filter(({ width }) => width >= 25 && width < 200).length,
    most,
    isWhole: reader.left >= 0,
  };
}

class OutlineReader {
  readonly boxes: Box[] = [];
  readonly links: Link[] = [];
  /** All text read so far. */
  width = 0;
  readonly #places = new Map<Node, Place>();
  /** How many texts may still be read; below 0 where there were more. */
  left: number;

  constructor(most: number) {
    this.left = most;
  }

  /** Reads the texts below `top`, which stands in `outer`. */
  read(document: Document, top: Node, outer: Place | null): void {
    if (outer) this.#places.set(top, outer);
    const walker = textWalker(document, top);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (this.left-- <= 0) return;
      // Texts cannot be shadowed by form controls: their properties may be read directly.
      const { data } = node as Text;
      const text = data.length < MOST_TEXT ? data.trim() : data.slice(0, MOST_TEXT).trim();
      const parent = text === '' ? null : node.parentNode;
      if (!parent) continue;
      const { box, link } = this.#places.get(parent) ?? this.#place(parent);
      if (box) this.#add(box, link, text);
    }
  }

  /** Reads open shadow trees; looked for only where the page itself says next to nothing. */
  readShadows(document: Document): void {
    for (const element of byTag(document, '*', 5_000)) {
      const shadow = tagOf(element).includes('-') && shadowOf(element);
      if (shadow) this.read(document, shadow, this.#places.get(element) ?? this.#place(element));
    }
  }

  /** Finds the place of an element and of those above it that are not known yet. */
  #place(node: Node): Place {
    const unknown: Element[] = [];
    let at: Element | null = node as Element;
    for (; at && !this.#places.has(at); at = parentOf(at)) unknown.push(at);
    let place = (at && this.#places.get(at)) || NOWHERE;
    let root = at === null;
    for (let i = unknown.length - 1; i >= 0; i--) {
      const element = unknown[i];
      if (!element) continue;
      place = this.#step(element, place, root);
      root &&= place.box === null;
      this.#places.set(element, place);
    }
    return place;
  }

  #step(element: Element, outer: Place, root: boolean): Place {
    const tag = tagOf(element);
    if (tag === 'html') return outer;
    if (SKIPPED.has(tag) || (outer.box === null && !root)) return NOWHERE;
    let { link } = outer;
    if (tag === 'a' && attributeOf(element, 'href') !== null) {
      link = { width: 0 };
      this.links.push(link);
    }
    if (INLINE.has(tag)) return link === outer.link ? outer : { box: outer.box, link };
    const box = new Box(element, tag, outer.box, link !== null);
    this.boxes.push(box);
    return { box, link };
  }

  #add(box: Box, link: Link | null, trimmed: string): void {
    // Source code indents its texts; what it indents with is no text.
    const text = trimmed.includes('\n') || trimmed.includes('  ') ? trimmed.replace(/\s+/g, ' ') : trimmed;
    let width = text.length + 1;
    // Scripts are hardly ever mixed within a text: two letters tell.
    if (Math.max(text.charCodeAt(0), text.charCodeAt(text.length >> 1)) > 0xdff)
      width += 1.6 * (text.match(WIDE)?.length ?? 0);
    box.text += width;
    this.width += width;
    if (!link) return;
    box.linked += width;
    link.width += width;
  }
}
