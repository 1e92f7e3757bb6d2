import { headOf, select, textOf } from './dom.ts';

/** One schema.org node as found: nothing about its shape is known. */
export type LdNode = Record<string, unknown>;

export interface LinkedData {
  /** Every typed node met, in document order. */
  nodes: LdNode[];
  byId: Map<string, LdNode>;
}

const MOST_BLOCKS = 40;
/** Of all blocks together, UTF-16 units: of 713 pages the one with the most had 153,000. */
const MOST_TEXT = 400_000;
/** Of one block that stands alone or first: a headline of a megabyte is clipped, not passed over. */
const MOST_ALONE = 1_000_000;
const MOST_NODES = 600;
const DEEPEST = 6;
const MOST_ITEMS = 80;

/** Edges that lead from a wrapper to the things it is about. */
const EDGES = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'hasPart'];

/** Reads all JSON-LD blocks within the caps; malformed blocks are repaired where that is cheap, else skipped. */
export function readLinkedData(document: Document, stale?: ReadonlySet<Element>): LinkedData {
  const data: LinkedData = { nodes: [], byId: new Map() };
  let left = MOST_TEXT;
  for (const script of select(headOf(document), 'script[type="application/ld+json" i]', MOST_BLOCKS)) {
    const text = textOf(script);
    const bound = left === MOST_TEXT ? MOST_ALONE : left;
    if (text.length > bound || stale?.has(script)) continue;
    left -= text.length;
    if (data.nodes.length >= MOST_NODES) break;
    collect(parseLoosely(text), data, 0);
  }
  return data;
}

/** The types of a node without their namespace. */
export function typesOf(node: LdNode): string[] {
  const type = node['@type'];
  const types: string[] = [];
  for (const item of Array.isArray(type) ? type.slice(0, 20) : [type])
    if (typeof item === 'string')
      types.push(
        item.slice(1 + Math.max(item.lastIndexOf('/'), item.lastIndexOf(':'), item.lastIndexOf('#'))),
      );
  return types;
}

export const isNode = (value: unknown): value is LdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function collect(value: unknown, data: LinkedData, depth: number): void {
  if (depth > DEEPEST || data.nodes.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MOST_ITEMS)) collect(item, data, depth + 1);
    return;
  }
  if (!isNode(value)) return;
  if (value['@type'] !== undefined) data.nodes.push(value);
  const id = value['@id'];
  // A bare reference carries the id too; the node with content must win.
  if (typeof id === 'string' && Object.keys(value).length > 1 && !data.byId.has(id)) data.byId.set(id, value);
  for (const edge of EDGES) if (value[edge] !== undefined) collect(value[edge], data, depth + 1);
}

/** Publishers wrap blocks in comments or CDATA, end them with `;` and leave line breaks in strings and trailing commas. */
const parseLoosely = (text: string): unknown =>
  parse(text) ??
  parse(bracketed(text.replace(/\[CDATA\[|\]\]>|\p{Cc}+/gu, ' ')).replace(/,\s*(?=[}\]])/g, ''));

const bracketed = (text: string) =>
  text.slice(text.search(/[{[]/), 1 + Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller tries a repaired text, then does without.
    return undefined;
  }
}
