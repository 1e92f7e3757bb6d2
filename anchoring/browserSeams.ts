import { SPACELESS } from '#model/spaceless.ts';
import { normaliseText } from './foldText.ts';
import { isBlockName } from './isBlockName.ts';
import { nodeAt } from './offsets.ts';
import { closest, contains, isElement, localNameOf, nodeAfter, parentOf, textsBetween } from './readNode.ts';
import { LEADING_SPACE_DROPPED } from './TextCollector.ts';
import type { TextIndex } from './TextIndex.ts';

/* What only the page itself can say of a place where browsers that look for words stop. Asked when a mark is made. */

const LETTER = `(?![${SPACELESS}])[\\p{L}\\p{N}\\p{M}]`;
const LETTER_END = new RegExp(`${LETTER}$`, 'u');
const LETTER_START = new RegExp(`^${LETTER}`, 'u');
/** Texts between two that are read, which are looked at. */
const MOST_BETWEEN = 12;
/** Elements that every browser takes for a block of its own if they are shown as one. */
const SURE = new Set(
  'p div h1 h2 h3 h4 h5 h6 li blockquote section article ul ol dl dt dd figure figcaption pre details summary'.split(
    ' ',
  ),
);

const styleOf = (element: Element | null, pseudo?: string): CSSStyleDeclaration | undefined =>
  element?.ownerDocument.defaultView?.getComputedStyle(element, pseudo);

const hasWords = ({ data }: Text): boolean => data.trim() !== '';
// Patterns that know all scripts take long to compile, and most letters need none.
const isLetterOr = (pattern: RegExp, text: string, unit = ''): boolean =>
  unit < '\x80' ? /[a-z\d]/i.test(unit) : pattern.test(text);
const endsInLetter = (text: string): boolean => isLetterOr(LETTER_END, text, text.at(-1));
const beginsWithLetter = (text: string): boolean => isLetterOr(LETTER_START, text, text[0]);

interface Glued {
  before: boolean;
  after: boolean;
  /** Nothing parts them but where their letters stand (a raised figure): browsers read on from one to the other. */
  inLine?: boolean;
}

/**
 * Whether the words on both sides of a node's beginning are parts of longer ones to a browser: Firefox passes over the
 * edges of some boxes, both pass over the spaces beside hidden words, and what is left out may stand close.
 */
export function gluedAt(index: TextIndex, at: number): Glued {
  const last = index.nodes[at - 1];
  const next = index.nodes[at];
  if (!last || !next) return { before: false, after: false };
  const [endsOpen, beginsOpen] = [endsInLetter(last.data), beginsWithLetter(next.data)];
  const lie = textsBetween(nodeAfter(last), next, MOST_BETWEEN);
  // As nearly always: nothing but what indents mark-up.
  if (!(endsOpen && beginsOpen) && !lie.some(hasWords)) return { before: false, after: false };
  const between = lie.filter(isLaidOut);
  if (between.some((node) => hasWords(node) && styleOf(node.parentElement)?.visibility !== 'visible'))
    return { before: true, after: true };
  const text = between.map(({ data }) => data).join('');
  if (text !== '')
    return { before: endsOpen && beginsWithLetter(text), after: beginsOpen && endsInLetter(text) };
  const isGlued = endsOpen && beginsOpen && index.text.charAt((index.nodeStart[at] ?? 0) - 1) === ' ';
  const isApart = isGlued && (leavesSure(last, next) || leavesSure(next, last));
  if (!isGlued || isApart) return { before: false, after: false };
  return { before: true, after: true, inLine: isInLine(last, next) && isInLine(next, last) };
}

/** Whether a node stands in nothing but a line's own text, up to what holds the other as well. */
function isInLine(node: Node, other: Node): boolean {
  for (let at = parentOf(node); at && isElement(at) && !contains(at, other); at = parentOf(at))
    if (!/^(?:inline|contents)$/.test(styleOf(at)?.display ?? '') || styleOf(at)?.cssFloat !== 'none')
      return false;
  return true;
}

/** Whether a text has a place on the screen, seen or not. Text right in a closed `details` has a parent that is shown. */
function isLaidOut({ parentElement: parent }: Text): boolean {
  if (!parent?.checkVisibility()) return false;
  return !closest(parent, 'details:not([open])') || closest(parent, 'summary') !== null;
}

/** Whether a node stands in a block that the other does not stand in. */
function leavesSure(node: Node, other: Node): boolean {
  for (let at = parentOf(node); at && isElement(at) && !contains(at, other); at = parentOf(at))
    if (SURE.has(localNameOf(at)) && /^(?:block|list-item|flow-root)$/.test(styleOf(at)?.display ?? ''))
      return true;
  return false;
}

/** Length of what a style sheet sets as a drop cap at a block's beginning (`::first-letter`), 0 for none. */
export function firstLetterOf(index: TextIndex, start: number): number {
  const text = index.nodes[nodeAt(index, start)];
  let at = text ? parentOf(text) : null;
  while (at && isElement(at) && !isBlockName(localNameOf(at)) && styleOf(at)?.display.startsWith('inline'))
    at = parentOf(at);
  if (!at || !isElement(at)) return 0;
  const style = styleOf(at, '::first-letter');
  if (!style || style.cssFloat === 'none' || style.cssFloat === '') return 0;
  return /^\p{P}*[\p{L}\p{N}]\p{P}*/u.exec(index.text.slice(start, start + 12))?.[0].length ?? 0;
}

/** White space of a node that browsers do not even out to one space, from and to in the text. */
export function keptSpaces(index: TextIndex, at: number): [number, number][] {
  const node = index.nodes[at];
  const parent = node?.parentElement;
  if (!node || !parent) return [];
  const raw = node.data.slice(0, LONGEST_ASKED);
  const runs = [...raw.matchAll(/\s+/gu)].filter(([run]) => run !== ' ');
  if (runs.length === 0) return [];
  const isKept = /^(?:pre|break-spaces)/.test(styleOf(parent)?.whiteSpace ?? '');
  const first = index.nodeStart[at] ?? 0;
  const dropped = (index.kind[at] ?? 0) & LEADING_SPACE_DROPPED ? 1 : 0;
  return runs
    .filter(([run]) => {
      const shown = isKept ? run : run.replace(/[ \t\n\r\f]+/gu, ' ');
      return shown.length > 1 || /[\t\n]/.test(shown);
    })
    .map((run): [number, number] => {
      const place = first - dropped + normaliseText(raw.slice(0, run.index + run[0].length)).length;
      return [place, place];
    });
}

/** Of a longer text only its beginning is looked at, UTF-16 units. */
const LONGEST_ASKED = 4_000;
