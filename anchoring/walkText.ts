import { formulaText } from './formulaText.ts';
import { isBlockName } from './isBlockName.ts';
import { isFurniture, isNamedFurniture } from './isFurniture.ts';
import {
  firstChildOf,
  isElement,
  isMarkedHidden,
  isText,
  localNameOf,
  nextSiblingOf,
  nodeAfter,
  parentOf,
  textsBetween,
} from './readNode.ts';
import type { Part, Signature, StyleReader } from './StyleReader.ts';

/** Elements whose text nobody reads as part of the page. */
const SKIPPED = new Set(
  'script style noscript template textarea select datalist svg math iframe object embed canvas audio video head title'.split(
    ' ',
  ),
);

/** Elements with this prefix are Claimlight's own interface; other annotators' sidebars are no text either. */
export const OWN_TAG_PREFIX = 'claimlight-';
const FOREIGN_UI = 'hypothesis-';

/** True for elements whose content is not read. */
export function isSkipped(element: Element, name: string): boolean {
  return (
    SKIPPED.has(name) ||
    isMarkedHidden(element, name) ||
    (name.includes('-') && (name.startsWith(OWN_TAG_PREFIX) || name.startsWith(FOREIGN_UI)))
  );
}

export interface TextVisitor {
  /** A text node in reading order. Returning false ends the walk (a cap was reached). */
  text(node: Text): boolean;
  /** A block begins or ends here, or a line is broken. */
  boundary(): void;
  /** Something with text was left out here. `apart`: it can be seen, so that what is around it does not touch. */
  gap(apart: boolean): void;
  /** Here the text runs on, but not for a browser that looks for words: a drop cap ends. */
  seam(): void;
  /** A formula, as one line of text in the place of its first text node. */
  formula(node: Text, text: string): boolean;
  /** What the tags alone do not say was seen: a plain reading would be another. */
  styled(): void;
  /** A shadow tree begins: document order and reading order differ from here on. */
  shadow(): void;
}

interface Open {
  element: Element;
  block: boolean;
  /** A drop cap: a seam follows. */
  letter: boolean;
  /** Its own text is not shown. */
  dark: boolean;
  /** A closed `details`: of its children only the first summary is shown. */
  closed: boolean;
  opener: boolean;
  signature: Signature | null;
  form: boolean;
  /** Slotted nodes are visited from a list, because their siblings are elsewhere. */
  list: readonly Node[] | null;
  at: number;
}

/**
 * Visits the text below `root` in reading order: open shadow roots in place of their hosts' children, slotted
 * nodes where their slot stands. Iterative, so depth is no danger. Yields now and then when `pause` says so.
 * @param styles how elements are shown; null reads all text there is, with blocks by their names
 */
export function* walkText(
  root: Element,
  visitor: TextVisitor,
  pause: () => boolean,
  styles: StyleReader | null,
): Generator<void, void> {
  const open: Open[] = [];
  const rootEntry = opened(root, localNameOf(root), 'block', visitor, styles);
  open.push(rootEntry);
  let node = firstInside(rootEntry);
  let visited = 0;
  for (;;) {
    while (node === null) {
      const closed = open.pop();
      if (!closed) return;
      if (closed.block) visitor.boundary();
      if (closed.letter) visitor.seam();
      const parent = open.at(-1);
      if (!parent) return;
      node = following(parent, closed.element, closed.form);
    }
    if ((++visited & 255) === 0 && pause()) yield;
    const parent: Open = open[open.length - 1] ?? rootEntry;
    if (isText(node)) {
      if (parent.dark || parent.closed) visitor.gap(false);
      else if (!visitor.text(node)) return;
      node = following(parent, node, false);
    } else if (isElement(node)) {
      const name = localNameOf(node);
      const block = isBlockName(name);
      if (block) visitor.boundary();
      if (isSkipped(node, name)) {
        if (styles !== null && name === 'math' && !readMath(node, visitor, styles)) return;
        // Browsers that look for words read the letters of a picture, as a block of its own.
        if (styles !== null && name === 'svg' && (node.textContent ?? '').trim() !== '') visitor.seam();
        node = following(parent, node, name === 'form');
        continue;
      }
      let part: Part = block ? 'block' : 'inline';
      if (styles !== null) {
        part = isFolded(parent, name)
          ? 'out'
          : styles.partOf(node, name, block, parent.dark, parent.signature ?? styles.top);
        if (part !== 'out' && isFurniture(node, name, styles.signature.named, part === 'block')) {
          if (part === 'block') visitor.boundary();
          visitor.gap(true);
          if (part === 'block') visitor.boundary();
          node = following(parent, node, name === 'form');
          continue;
        }
        if (part === 'block' && !block) {
          visitor.styled();
          visitor.boundary();
        }
        if (part === 'out') {
          if (!leaveOut(node, visitor, styles)) return;
          node = following(parent, node, name === 'form');
          continue;
        }
      }
      const entry = opened(node, name, part, visitor, styles);
      open.push(entry);
      node = firstInside(entry);
    } else {
      node = following(parent, node, false);
    }
  }
}

/** Ancestors of a changed block that are asked; deeper down the page is read anew. */
const DEEPEST = 200;

/** Whether the text of a block somewhere below the root is read; unsure where only a reading from the root can tell. */
export function standingOf(
  root: Element,
  block: Element,
  styles: StyleReader,
): 'read' | 'left out' | 'unsure' {
  let depth = 0;
  for (let at: Node | null = block; at !== null && at !== root; at = parentOf(at)) {
    if (++depth > DEEPEST || !isElement(at)) return 'unsure';
    const name = localNameOf(at);
    const above = parentOf(at);
    if (above && isElement(above) && isClosed(above, localNameOf(above)))
      return name === 'summary' ? 'unsure' : 'left out';
    const part = styles.ask(at, name, isBlockName(name), false);
    if (part === 'out' || isFurniture(at, name, isNamedFurniture(at), part === 'block')) return 'left out';
    if (part === 'dark') return 'unsure';
  }
  return 'read';
}

const isClosed = (element: Element, name: string): boolean =>
  name === 'details' && !element.hasAttribute('open');

/** Of a closed `details` nothing is shown but its first summary. */
function isFolded(parent: Open, name: string): boolean {
  if (!parent.closed) return false;
  if (name !== 'summary' || parent.opener) return true;
  parent.opener = true;
  return false;
}

/** Leaves an element out, but for a formula that stands there for those who see a picture of it. False ends the walk. */
function leaveOut(element: Element, visitor: TextVisitor, styles: StyleReader): boolean {
  if (firstChildOf(element) === null) return true;
  visitor.gap(false);
  const math = Element.prototype.getElementsByTagName.call(element, 'math').item(0);
  if (math === null || hasText(element.previousElementSibling) || hasText(element.nextElementSibling))
    return true;
  return readFormula(math, visitor, styles);
}

/** A formula that is not shown stands for a picture of it, or for nothing. False ends the walk. */
function readMath(math: Element, visitor: TextVisitor, styles: StyleReader): boolean {
  const isShown = math.checkVisibility() || PICTURE.has(math.nextElementSibling?.localName ?? '');
  if (isShown) return readFormula(math, visitor, styles);
  visitor.gap(false);
  return true;
}

const PICTURE = new Set(['img', 'picture', 'svg']);

const hasText = (element: Element | null): boolean => (element?.textContent ?? '').trim() !== '';

/** False where the walk is to end. */
function readFormula(math: Element, visitor: TextVisitor, styles: StyleReader): boolean {
  const text = formulaText(math);
  const node = text === '' ? null : (textsBetween(math, nodeAfter(math), 1)[0] ?? null);
  if (node === null) return true;
  visitor.styled();
  const block = styles.isDisplayed(math);
  if (block) visitor.boundary();
  const goesOn = visitor.formula(node, text);
  if (block) visitor.boundary();
  return goesOn;
}

function opened(
  element: Element,
  name: string,
  part: Part,
  visitor: TextVisitor,
  styles: StyleReader | null,
): Open {
  const entry: Open = {
    element,
    block: part === 'block' || isBlockName(name),
    letter: part === 'letter',
    dark: part === 'dark',
    closed: styles !== null && isClosed(element, name),
    signature: styles?.signature ?? null,
    opener: false,
    form: name === 'form',
    list: null,
    at: 0,
  };
  const shadow = entry.form ? null : element.shadowRoot;
  if (shadow) {
    visitor.shadow();
    entry.list = [...shadow.childNodes];
  } else if (name === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) entry.list = assigned;
  }
  return entry;
}

function firstInside(entry: Open): Node | null {
  if (entry.list) return entry.list[0] ?? null;
  return entry.form ? firstChildOf(entry.element) : entry.element.firstChild;
}

/** The node after `node` inside an open element. Forms' properties may be falsified, see readNode. */
function following(parent: Open, node: Node, form: boolean): Node | null {
  if (!parent.list) return form ? nextSiblingOf(node) : node.nextSibling;
  parent.at++;
  return parent.list[parent.at] ?? null;
}
