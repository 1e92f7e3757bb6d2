import { attributeOf } from './dom.ts';

/**
 * A block-level element and what flows directly in it. Boxes form the page's tree without its inline elements. Plain
 * objects: a class with initial values calls a function more for each.
 */
export interface Box {
  readonly element: Element;
  readonly tag: string;
  /** 1 to 6 of a heading, else 0. */
  readonly level: number;
  readonly parent: Box | null;
  /** A link encloses this box. */
  readonly inLink: boolean;
  /** Its place among all boxes of the page. */
  readonly place: number;
  /** Width of the text that flows in this box itself, in Latin letters; wide scripts count more. */
  text: number;
  /** How much of `text` is link text. */
  linked: number;
  /** The same over the whole subtree. */
  allText: number;
  allLinked: number;
  /** See `namesOf`. */
  names: string | null;
  /** Width of the paragraphs in it; see `readProse`. */
  inside: number;
  /** Whether it is aside of the page's text, where that is known; see `readProse`. */
  aside: boolean | null;
}

/** Class names, id and role in lower case, as written by the page; read when first asked for. */
export function namesOf(box: Box): string {
  if (box.names === null) {
    const { element } = box;
    const names = [attributeOf(element, 'class'), attributeOf(element, 'id'), attributeOf(element, 'role')];
    box.names = names.join(' ').slice(0, 400).toLowerCase();
  }
  return box.names;
}
