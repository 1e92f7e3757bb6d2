import { attributeOf, bodyOf, dataOf, firstOf, nextOf, shadowFirst, tagOf, typeOf } from './dom';
import { DESK } from './newsSignals';

/** A block-level element and what flows directly in it. Boxes form the page's tree without its inline elements. */
export interface Box {
  element: Element;
  tag: string;
  parent: Box | null;
  /** Class names, id and role in lower case, as written by the page. */
  names: string;
  /** Width of the text that flows in this box itself, in Latin letters; wide scripts count more. */
  text: number;
  /** How much of `text` is link text. */
  linked: number;
  /** Sentence ends and commas in `text`. */
  stops: number;
  /** Line breaks (`<br>`) in this box itself. */
  breaks: number;
  /** A link encloses this box. */
  inLink: boolean;
  /** The same over the whole subtree. */
  allText: number;
  allLinked: number;
}

export interface Outline {
  /** In document order; a parent stands before its children. */
  boxes: Box[];
  /** Links whose text is as long as a headline. */
  headlineLinks: number;
  links: number;
  /** Links into different newspaper sections (politics, sport, …). */
  desks: number;
  /** How often each element name occurs, inline ones included. */
  tags: Map<string, number>;
  /** True where the page was larger than the cap and only its beginning was read. */
  cut: boolean;
}

const SKIPPED = new Set(
  'script style noscript template svg math iframe object embed canvas audio video select textarea button datalist map head link meta'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr picture q ruby rt rp rb s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Reads the page's text once, in document order, at most `most` nodes. */
export function readOutline(document: Document, most = 40_000): Outline {
  const outline: Outline = { boxes: [], headlineLinks: 0, links: 0, desks: 0, tags: new Map(), cut: false };
  const body = bodyOf(document);
  if (body) new OutlineReader(outline, most).read(body);
  for (let i = outline.boxes.length - 1; i >= 0; i--) {
    const box = outline.boxes[i];
    if (!box) continue;
    box.allText += box.text;
    box.allLinked += box.linked;
    if (box.parent) {
      box.parent.allText += box.allText;
      box.parent.allLinked += box.allLinked;
    }
  }
  return outline;
}

class OutlineReader {
  #left: number;
  readonly #desks = new Set<string>();

  constructor(
    readonly outline: Outline,
    most: number,
  ) {
    this.#left = most;
  }

  read(body: Element): void {
    const { outline } = this;
    // Own stack instead of recursion: pages nest thousands of levels deep.
    const stack: { next: Node | null; box: Box; link: boolean; isLink: boolean }[] = [];
    let box = this.#open(body, tagOf(body), null, false);
    let link = false;
    let linkWidth = 0;
    let node: Node | null = firstOf(body);
    for (;;) {
      while (!node) {
        const frame = stack.pop();
        if (!frame) return;
        if (frame.isLink) {
          outline.links++;
          if (linkWidth >= 25 && linkWidth < 200) outline.headlineLinks++;
        }
        ({ next: node, box, link } = frame);
      }
      if (this.#left-- <= 0) {
        outline.cut = true;
        return;
      }
      const next: Node | null = nextOf(node);
      const type = typeOf(node);
      if (type === 3) {
        const width = this.#text(box, dataOf(node), link);
        if (link) linkWidth += width;
      } else if (type === 1) {
        const element = node as Element;
        const tag = tagOf(element);
        outline.tags.set(tag, (outline.tags.get(tag) ?? 0) + 1);
        if (tag === 'br') box.breaks++;
        if (!SKIPPED.has(tag)) {
          const href = tag === 'a' ? attributeOf(element, 'href') : null;
          const isLink = href !== null;
          if (isLink && outline.links < 300) this.#noteDesk(href);
          const inner = (tag.includes('-') && shadowFirst(element)) || firstOf(element);
          if (inner) {
            stack.push({ next, box, link, isLink });
            if (isLink) {
              link = true;
              linkWidth = 0;
            }
            if (!INLINE.has(tag)) box = this.#open(element, tag, box, link);
            node = inner;
            continue;
          }
        }
      }
      node = next;
    }
  }

  #noteDesk(href: string): void {
    const segment = /^(?:https?:)?(?:\/\/[^/]+)?\/([a-z-]{2,20})\/?(?:\.html|index\.html)?$/i
      .exec(href)?.[1]
      ?.toLowerCase();
    if (segment === undefined || this.#desks.has(segment) || !DESK.test(segment)) return;
    this.#desks.add(segment);
    this.outline.desks++;
  }

  #open(element: Element, tag: string, parent: Box | null, inLink: boolean): Box {
    const names = `${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''} ${attributeOf(element, 'role') ?? ''}`;
    const box: Box = {
      element,
      tag,
      parent,
      names: names.slice(0, 400).toLowerCase(),
      text: 0,
      linked: 0,
      stops: 0,
      breaks: 0,
      inLink,
      allText: 0,
      allLinked: 0,
    };
    this.outline.boxes.push(box);
    return box;
  }

  #text(box: Box, data: string, link: boolean): number {
    let width = 0;
    let space = true;
    const end = Math.min(data.length, 50_000);
    for (let i = 0; i < end; i++) {
      const code = data.charCodeAt(i);
      if (code <= 32 || code === 160) {
        if (!space) width++;
        space = true;
        continue;
      }
      space = false;
      // One ideograph, kana, hangul or Thai letter says as much as two to three Latin letters.
      width += code < 0x0e00 ? 1 : isWide(code) ? 2.6 : 1;
      if (
        code === 44 ||
        code === 46 ||
        code === 0x3001 ||
        code === 0x3002 ||
        code === 0xff0c ||
        code === 0x060c ||
        code === 0x0964
      )
        box.stops++;
    }
    box.text += width;
    if (link) box.linked += width;
    return width;
  }
}

const isWide = (code: number) =>
  (code >= 0x3040 && code <= 0x30ff) ||
  (code >= 0x3400 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7af) ||
  (code >= 0x0e00 && code <= 0x0e7f);
