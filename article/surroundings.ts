import { closest, contains, parentOf, select, tagOf, textOf, textWalker } from './dom.ts';

const ELSEWHERE =
  'nav,footer,[class*="comment" i],[class*="related" i],[class*="sidebar" i],[class*="teaser" i],[class*="recommend" i]';
/** Of one line, UTF-16 units; longer ones are the text itself. */
const LONGEST_LINE = 120;
const MOST_LINES = 40;
/** Headings that stand in for a main one. */
const HEADINGS = 'h2,h3,h4,strong,b';

/** What stands before the dash where a text opens with a date: "17 May 2024 – The ferry …"; else ''. */
export const openingDate = (text: string) => /^(.{0,30}\d{4})\s[–—-]\s/.exec(text)?.[1] ?? '';

/** Where the main heading stands, and what stands near it: bylines and dates that no mark-up names. */
export class Surroundings {
  readonly #document: Document;
  readonly #heading: Element | null;
  #lines: string[] | null = null;

  constructor(document: Document, title: string) {
    this.#document = document;
    const headings = select(document, 'h1', 8);
    const start = title.slice(0, 30);
    const same = (heading: Element) => {
      const text = textOf(heading).slice(0, 1_000).replace(/\s+/g, ' ');
      return text.includes(start) && text.length < title.length + 200;
    };
    this.#heading =
      headings.find(same) ??
      (start.length > 9 ? select(document, HEADINGS, 100).find(same) : undefined) ??
      headings[0] ??
      null;
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
    this.#lines ??= this.#readLines('nextNode', MOST_LINES);
    return this.#lines;
  }

  /** The last few texts before the main heading, the nearest first. */
  above(): string[] {
    return this.#readLines('previousNode', 3);
  }

  #readLines(direction: 'nextNode' | 'previousNode', most: number): string[] {
    const heading = this.#heading;
    const lines: string[] = [];
    if (!heading) return lines;
    const root = closest(heading, 'body') ?? heading;
    const walker = textWalker(this.#document, root);
    walker.currentNode = heading;
    for (let node = walker[direction](); node && lines.length < most; node = walker[direction]()) {
      const { parentNode } = node;
      if (
        !parentNode ||
        contains(heading, node) ||
        /^(?:script|style|noscript)$/.test(tagOf(parentNode as Element))
      )
        continue;
      const text = (node as Text).data.replace(/\s+/g, ' ').trim();
      if (text !== '') lines.push(text.length > LONGEST_LINE ? openingDate(text) : text);
    }
    return lines;
  }
}
