import { tagsIn, textOf } from './dom';
import { ASIDE_NAME } from './newsSignals';
import type { Box, Outline } from './outline';

export interface Paragraph {
  box: Box;
  /** The box it is counted for: its parent, or itself where the text stands bare. */
  container: Box;
  text: number;
}

interface Group {
  text: number;
  count: number;
}

export interface Prose {
  paragraphs: Paragraph[];
  /** Width of all paragraphs. */
  text: number;
  containers: Map<Box, Group>;
  headings: number;
  linkedHeadings: number;
  h1: Box | null;
  h1Text: string;
}

const ASIDE_TAG = /^(?:nav|footer|aside|form|dialog|figcaption)$/;
const HEADING = /^h[2-4]$/;

/** Finds the running text of an outline: paragraphs of at least 80 letters that are not mostly links. */
export function readProse({ boxes }: Pick<Outline, 'boxes'>): Prose {
  const prose: Prose = {
    paragraphs: [],
    text: 0,
    containers: new Map(),
    headings: 0,
    linkedHeadings: 0,
    h1: null,
    h1Text: '',
  };
  const candidates: Box[] = [];
  let all = 0;
  for (const box of boxes) {
    if (box.tag === 'h1') {
      if (box.allText > (prose.h1?.allText ?? 0)) prose.h1 = box;
    } else if (HEADING.test(box.tag)) {
      prose.headings++;
      if (box.allLinked > 0 || box.inLink) prose.linkedHeadings++;
    } else if (box.text >= 80 && box.linked <= 0.5 * box.text && !box.inLink && !/^h[56]$/.test(box.tag)) {
      candidates.push(box);
      all += box.text;
    }
  }
  if (prose.h1) prose.h1Text = textOf(prose.h1.element).slice(0, 300).replace(/\s+/g, ' ').trim();
  const asides = new AsideFinder(candidates, all, prose.h1);
  for (const box of candidates) {
    if (asides.holds(box)) continue;
    const breaks = box.text > 300 && box.tag !== 'p' ? tagsIn(box.element, 'br').length : 0;
    const bare = breaks > 1;
    const container = bare || !box.parent ? box : box.parent;
    const group = prose.containers.get(container) ?? { text: 0, count: 0 };
    group.text += box.text;
    prose.text += box.text;
    group.count += bare ? Math.max(1, Math.min(breaks / 2, box.text / 250)) : 1;
    prose.containers.set(container, group);
    prose.paragraphs.push({ box, container, text: box.text });
  }
  return prose;
}

/** A box that looks like a part of the page that is not its text. */
export const isAsideBox = (box: Box) => ASIDE_TAG.test(box.tag) || ASIDE_NAME.test(box.names);

/**
 * Tells parts of the page that are not its text by element and class. A box that *looks* like such a part but holds
 * the main heading or most of the page's paragraphs is a wrapper (`layout--with-sidebar`, a form around everything).
 */
class AsideFinder {
  readonly #inside = new Map<Box, number>();
  readonly #above = new Set<Box>();
  readonly #known = new Map<Box, boolean>();

  constructor(
    candidates: Box[],
    readonly all: number,
    h1: Box | null,
  ) {
    for (const candidate of candidates)
      for (let up: Box | null = candidate; up; up = up.parent)
        this.#inside.set(up, (this.#inside.get(up) ?? 0) + candidate.text);
    for (let up = h1; up; up = up.parent) this.#above.add(up);
  }

  holds(box: Box): boolean {
    // Up to the first ancestor that is known, then down again: pages nest too deep for recursion.
    const path: Box[] = [];
    let at: Box | null = box;
    for (; at && !this.#known.has(at); at = at.parent) path.push(at);
    let answer = at ? this.#known.get(at) === true : false;
    for (const step of path.reverse()) {
      answer ||= this.#isAside(step);
      this.#known.set(step, answer);
    }
    return answer;
  }

  #isAside(box: Box): boolean {
    if (box.parent === null || box.tag === 'main' || this.#above.has(box)) return false;
    if (!isAsideBox(box)) return false;
    const hard = box.tag === 'nav' || box.tag === 'footer';
    return hard || (this.#inside.get(box) ?? 0) <= 0.6 * this.all;
  }
}
