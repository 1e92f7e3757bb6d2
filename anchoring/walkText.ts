import { firstChildOf, isElement, isMarkedHidden, isText, localNameOf, nextSiblingOf } from './readNode.ts';

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
    isMarkedHidden(element, name) ||
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
  form: boolean;
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
  const rootEntry = opened(root, localNameOf(root), true, visitor);
  open.push(rootEntry);
  let node = firstInside(rootEntry);
  let visited = 0;
  for (;;) {
    while (node === null) {
      const closed = open.pop();
      if (!closed) return;
      if (closed.block) visitor.boundary();
      const parent = open.at(-1);
      if (!parent) return;
      node = following(parent, closed.element, closed.form);
    }
    if ((++visited & 255) === 0 && pause()) yield;
    const parent: Open = open[open.length - 1] ?? rootEntry;
    if (isText(node)) {
      if (!visitor.text(node)) return;
      node = following(parent, node, false);
    } else if (isElement(node)) {
      const name = localNameOf(node);
      const block = BLOCKS.has(name);
      if (block) visitor.boundary();
      if (isSkipped(node, name)) {
        node = following(parent, node, name === 'form');
      } else {
        const entry = opened(node, name, block, visitor);
        open.push(entry);
        node = firstInside(entry);
      }
    } else {
      node = following(parent, node, false);
    }
  }
}

function opened(element: Element, name: string, block: boolean, visitor: TextVisitor): Open {
  const entry: Open = { element, block, form: name === 'form', list: null, at: 0 };
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
