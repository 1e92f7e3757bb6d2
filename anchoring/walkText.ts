import {
  firstChildOf,
  isElement,
  isMarkedHidden,
  isText,
  localNameOf,
  nextSiblingOf,
  shadowRootOf,
} from './readNode';

/** Elements that end a line of text before and after themselves, by HTML's default style sheet. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe img legend li main menu nav ol ' +
    'optgroup p pre search section summary table tbody td tfoot th thead tr ul video audio'
  ).split(' '),
);

/** Elements whose text nobody reads as part of the page. */
const SKIPPED = new Set(
  'script style noscript template textarea select datalist svg math iframe object embed canvas audio video head title'.split(
    ' ',
  ),
);

/** Elements with this prefix are Claimlight's own interface; other annotators' sidebars are no text either. */
export const OWN_TAG_PREFIX = 'claimlight-';
const FOREIGN_UI = 'hypothesis-';

export const isBlockName = (name: string): boolean => BLOCKS.has(name);

/** True for elements whose content is not read. */
export function isSkipped(element: Element, name: string): boolean {
  return (
    SKIPPED.has(name) ||
    isMarkedHidden(element) ||
    (name.includes('-') && (name.startsWith(OWN_TAG_PREFIX) || name.startsWith(FOREIGN_UI)))
  );
}

export interface TextVisitor {
  /** A text node in reading order. Returning false ends the walk (a cap was reached). */
  text(node: Text): boolean;
  /** A block begins or ends here, or a line is broken. */
  boundary(): void;
  /** A shadow tree begins: document order and reading order differ from here on. */
  shadow(): void;
}

interface Open {
  element: Element;
  block: boolean;
  /** Slotted nodes are visited from a list, because their siblings are elsewhere. */
  list: readonly Node[] | null;
  at: number;
}

/**
 * Visits the text below `root` in reading order: open shadow roots in place of their hosts' children, slotted
 * nodes where their slot stands. Iterative, so depth is no danger. Yields now and then when `pause` says so.
 */
export function* walkText(root: Element, visitor: TextVisitor, pause: () => boolean): Generator<void, void> {
  const open: Open[] = [];
  let node: Node | null = enter(root, localNameOf(root), open, true, visitor);
  let visited = 0;
  for (;;) {
    while (node === null) {
      const parent = open.pop();
      if (!parent) return;
      if (parent.block) visitor.boundary();
      const top = open.at(-1);
      if (!top) return;
      node = following(top, parent.element);
    }
    if ((++visited & 255) === 0 && pause()) yield;
    if (isText(node)) {
      if (!visitor.text(node)) return;
      node = following(open.at(-1), node);
    } else if (isElement(node)) {
      const name = localNameOf(node);
      const block = BLOCKS.has(name);
      if (block) visitor.boundary();
      node = isSkipped(node, name) ? following(open.at(-1), node) : enter(node, name, open, block, visitor);
    } else {
      node = following(open.at(-1), node);
    }
  }
}

function enter(
  element: Element,
  name: string,
  open: Open[],
  block: boolean,
  visitor: TextVisitor,
): Node | null {
  const shadow = shadowRootOf(element);
  if (shadow) visitor.shadow();
  let list: readonly Node[] | null = null;
  if (!shadow && name === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes({ flatten: true });
    if (assigned.length > 0) list = assigned;
  }
  open.push({ element, block, list, at: 0 });
  return list ? (list[0] ?? null) : firstChildOf(shadow ?? element);
}

function following(parent: Open | undefined, node: Node): Node | null {
  if (!parent?.list) return nextSiblingOf(node);
  parent.at++;
  return parent.list[parent.at] ?? null;
}
