import { type Box, namesOf } from './box.ts';
import { tagsIn, textOf } from './dom.ts';
import { ASIDE_NAME } from './newsSignals.ts';
import type { Outline } from './outline.ts';

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

const ASIDE_TAG = ['nav', 'footer', 'aside', 'form', 'dialog', 'figcaption'];

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
    const { level, text } = box;
    if (level === 1) {
      if (box.allText > (prose.h1?.allText ?? 0)) prose.h1 = box;
    } else if (level > 1 && level < 5) {
      prose.headings++;
      if (box.allLinked > 0 || box.inLink) prose.linkedHeadings++;
    } else if (text >= 80 && box.linked <= 0.5 * text && !box.inLink && level === 0) {
      candidates.push(box);
      all += text;
      for (let up: Box | null = box; up; up = up.parent) up.inside += text;
    }
  }
  if (prose.h1) prose.h1Text = textOf(prose.h1.element).slice(0, 300).replace(/\s+/g, ' ').trim();
  // What holds the main heading is a part of the text, whatever it is called.
  for (let up = prose.h1; up; up = up.parent) up.aside = false;
  for (const box of candidates) {
    if (isAside(box, all)) continue;
    const { text } = box;
    const breaks = text > 300 && box.tag !== 'p' ? tagsIn(box.element, 'br').length : 0;
    const bare = breaks > 1;
    const container = bare || !box.parent ? box : box.parent;
    let group = prose.containers.get(container);
    if (!group) {
      group = { text: 0, count: 0 };
      prose.containers.set(container, group);
    }
    group.text += text;
    group.count += bare ? Math.max(1, Math.min(breaks / 2, text / 250)) : 1;
    prose.text += text;
    prose.paragraphs.push({ box, container, text });
  }
  return prose;
}

/** A box that looks like a part of the page that is not its text. */
export const isAsideBox = (box: Box) => ASIDE_TAG.includes(box.tag) || ASIDE_NAME.test(namesOf(box));

/**
 * Tells parts of the page that are not its text by element and class. A box that *looks* like such a part but holds
 * most of the page's paragraphs is a wrapper (`layout--with-sidebar`, a form around everything).
 */
function isAside(box: Box, all: number): boolean {
  // Up to the first ancestor that is known, then down again: pages nest too deep for recursion.
  const path: Box[] = [];
  let at: Box | null = box;
  for (; at && at.aside === null; at = at.parent) path.push(at);
  let answer = at?.aside === true;
  for (let step = path.pop(); step; step = path.pop()) {
    const { tag } = step;
    answer ||=
      step.parent !== null &&
      tag !== 'main' &&
      isAsideBox(step) &&
      (tag === 'nav' || tag === 'footer' || step.inside <= 0.6 * all);
    step.aside = answer;
  }
  return answer;
}
