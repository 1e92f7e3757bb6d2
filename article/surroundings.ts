import { closest, contains, parentOf, select, tagOf, textOf, textWalker } from './dom';

const ELSEWHERE =
  'nav,footer,[class*="comment" i],[class*="related" i],[class*="sidebar" i],[class*="teaser" i],[class*="recommend" i]';
/** Of one line, UTF-16 units; longer ones are the text itself. */
const LONGEST_LINE = 120;
const MOST_LINES = 40;

/** Where the main heading stands, and what stands near it: bylines and dates that no mark-up names. */
export class Surroundings {
  readonly #document: Document;
  readonly #heading: Element | null;
  #lines: string[] | null = null;

  constructor(document: Document, title: string) {
    this.#document = document;
    const headings = select(document, 'h1', 8);
    const same = (heading: Element) => textOf(heading).replace(/\s+/g, ' ').includes(title.slice(0, 30));
    this.#heading = headings.find(same) ?? headings[0] ?? null;
  }

  /** Whether an element belongs to another part of the page: a wrapper that is called so holds the heading, too. */
  isElsewhere(element: Element): boolean {
    let at = closest(element, ELSEWHERE);
    while (at) {
      const wraps = this.#heading ? contains(at, this.#heading) : /^(?:body|html|main)$/.test(tagOf(at));
      if (!wraps) return true;
      const above = parentOf(at);
      at = above && closest(above, ELSEWHERE);
    }
    return false;
  }

  /** Short texts that follow the main heading, in order; empty where there is no heading. */
  lines(): string[] {
    this.#lines ??= this.#heading ? this.#readLines(this.#heading) : [];
    return this.#lines;
  }

  #readLines(heading: Element): string[] {
    const lines: string[] = [];
    const root = closest(heading, 'body') ?? heading;
    const walker = textWalker(this.#document, root);
    walker.currentNode = heading;
    for (let node = walker.nextNode(); node && lines.length < MOST_LINES; node = walker.nextNode()) {
      const { parentNode } = node;
      if (!parentNode || contains(heading, node) || /^(?:script|style|noscript)$/.test(tagOf(parentNode)))
        continue;
      const text = (node as Text).data.replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(text.length > LONGEST_LINE ? '' : text);
    }
    return lines;
  }
}
