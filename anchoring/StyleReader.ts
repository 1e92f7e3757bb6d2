import { isBlockName } from './isBlockName.ts';
import { isNamedFurniture } from './isFurniture.ts';
import {
  firstChildOf,
  firstElementOf,
  isElement,
  isText,
  localNameOf,
  nextElementOf,
  nextSiblingOf,
  parentOf,
} from './readNode.ts';

/**
 * How an element takes part in what is read: its text runs on (`inline`), stands apart from what is around it (`block`),
 * begins a word as a drop cap (`letter`), is not shown though something inside may be (`dark`), or is not shown at
 * all (`out`).
 */
export type Part = 'inline' | 'block' | 'letter' | 'dark' | 'out';

/** Without text of their own. */
const EMPTY = new Set('br hr img wbr input iframe'.split(' '));
/** What a line of text may hold without being divided by it. `contents` has no box, ruby stands over its base. */
const IN_LINE = new Set(
  'inline contents ruby ruby-base inline-block inline-flex inline-grid inline-table math none'.split(' '),
);
const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
/** A share button or a badge within a sentence is no longer than this. */
const SHORT = 60;

const VISIBLE = { visibilityProperty: true };
/** So many elements that look the same to a style sheet are asked, and one of so many more. */
const ASKED_FIRST = 3;
const ASKED_OF = 16;

/** Elements of one name and class within such: what one of them is, all are, but for what is told below. */
export class Signature {
  private below: Map<string, Signature> | undefined;
  private dressed: Map<string, Signature> | undefined;
  seen = 0;
  /** Whether they are called like furniture of a page. */
  named = false;
  part: Part | null = null;
  /** Nothing but being shown or not is to be asked again. */
  isPlain = false;
  /** They are not all alike, or it depends on what they hold: each is asked. */
  varies = false;
  /** The last one that was not asked. */
  trusted: Element | null = null;

  /** Those of a name and a class within such. Name and class are looked up apart: joining them costs more than all else here. */
  within(name: string, dress: string): Signature {
    this.below ??= new Map();
    const named = memberOf(this.below, name);
    if (dress === '') return named;
    named.dressed ??= new Map();
    return memberOf(named.dressed, dress);
  }
}

/**
 * Asks the browser how elements are shown. Each answer costs as much as reading a paragraph, so of many elements that a
 * style sheet can hardly tell apart only some are asked: the first ones, some more, and at the end the last one. Where
 * these differ all are asked (`isUnsure`).
 */
export class StyleReader {
  readonly top = new Signature();
  /** What the last answer was about. */
  signature = this.top;
  private readonly trusting: Signature[] = [];
  /** Measures where the page's letters stand. */
  readonly probe: Range;
  private readonly styleOf: (element: Element) => CSSStyleDeclaration;
  private readonly asksAll: boolean;

  private constructor(probe: Range, styleOf: (element: Element) => CSSStyleDeclaration, asksAll: boolean) {
    this.probe = probe;
    this.styleOf = styleOf;
    this.asksAll = asksAll;
  }

  /**
   * Null where there is no layout (a parsed document, Node), where nothing of the root is shown just now, and on a page
   * that a browser cannot lay out.
   */
  static for(root: Element, asksAll = false): StyleReader | null {
    const view = root.ownerDocument?.defaultView;
    if (!view || typeof view.getComputedStyle !== 'function' || typeof root.checkVisibility !== 'function')
      return null;
    if (isTooDeep(root)) return null;
    const styleOf = (element: Element) => view.getComputedStyle(element);
    const isShown = styleOf(root)?.display && root.checkVisibility(VISIBLE);
    return isShown ? new StyleReader(view.document.createRange(), styleOf, asksAll) : null;
  }

  /**
   * How an element takes part.
   * @param block whether elements of this name are blocks by the browser's own style sheet
   * @param dark whether the element stands in one that is not visible
   */
  partOf(element: Element, name: string, block: boolean, dark: boolean, above: Signature): Part {
    const dress = dressOf(element, name);
    const signature = dress === null ? new Signature() : above.within(name, dress);
    this.signature = signature;
    const { part } = signature;
    if (signature.seen === 0) signature.named = isNamedFurniture(element);
    const isDue = ++signature.seen <= ASKED_FIRST || signature.seen % ASKED_OF === 0;
    if (part !== null && !isDue && !signature.varies && !dark && !this.asksAll) {
      if (signature.trusted === null) this.trusting.push(signature);
      signature.trusted = element;
      return part;
    }
    const answer = this.ask(element, name, block, dark, signature);
    signature.part ??= answer;
    if (signature.varies) return answer;
    signature.varies =
      answer !== signature.part || (answer !== 'block' && answer !== 'inline') || this.depends;
    // Of those before some may have been otherwise already.
    if (signature.varies && signature.trusted !== null) this.misled = true;
    return answer;
  }

  private misled = false;

  /** Whether the last one of some that were taken for the same is another. */
  get isUnsure(): boolean {
    return (
      this.misled ||
      this.trusting.some((signature) => {
        const { trusted, part } = signature;
        if (trusted === null) return false;
        const name = localNameOf(trusted);
        return this.ask(trusted, name, isBlockName(name), false, signature) !== part;
      })
    );
  }

  /** Whether the last answer depends on what the element holds. */
  private depends = false;

  /** How an element takes part, asked now. */
  ask(element: Element, name: string, block: boolean, dark: boolean, signature = new Signature()): Part {
    this.depends = false;
    if (EMPTY.has(name)) return block ? 'block' : 'inline';
    if (((element as HTMLElement).hidden as unknown) === 'until-found') return 'out';
    if (
      block &&
      !dark &&
      signature.isPlain &&
      !mayBeFolded(element, name) &&
      element.checkVisibility(VISIBLE)
    )
      return 'block';
    const style = this.styleOf(element);
    const { display } = style;
    if (display === 'none') return 'out';
    if (isInvisible(style) || ((dark || !signature.isPlain) && style.fontSize === '0px')) return 'dark';
    if (dark) return block || !IN_LINE.has(display) ? 'block' : 'inline';
    return block
      ? this.blockPartOf(element, name, style, signature)
      : this.inlinePartOf(element, display, style, signature);
  }

  /** Whether a formula stands on a line of its own. */
  isDisplayed(math: Element): boolean {
    return this.styleOf(math).display.startsWith('block');
  }

  private blockPartOf(
    element: Element,
    name: string,
    style: CSSStyleDeclaration,
    signature: Signature,
  ): Part {
    if (signature.isPlain && !mayBeFolded(element, name)) return 'block';
    if (isPutAway(element, style)) return 'out';
    if (name === 'button' && this.isUnselectable(element, style)) return 'out';
    signature.isPlain = !this.depends;
    return 'block';
  }

  private inlinePartOf(
    element: Element,
    display: string,
    style: CSSStyleDeclaration,
    signature: Signature,
  ): Part {
    const isInLine = IN_LINE.has(display);
    if (signature.isPlain && isInLine) return 'inline';
    if (this.isUnselectable(element, style)) return 'out';
    if (display !== 'inline' && display !== 'contents' && isPutAway(element, style)) return 'out';
    if (isInLine) {
      signature.isPlain = !this.depends;
      return 'inline';
    }
    if (style.cssFloat === 'none') return 'block';
    this.depends = true;
    return isDropCap(element) ? 'letter' : 'block';
  }

  /** A button or badge that selections pass over. A page all of which cannot be selected is read all the same. */
  private isUnselectable(element: Element, style: CSSStyleDeclaration): boolean {
    if (style.userSelect !== 'none') return false;
    this.depends = true;
    const parent = parentOf(element);
    if (parent === null || !isElement(parent) || this.styleOf(parent).userSelect === 'none') return false;
    return (element.textContent ?? '').length <= SHORT;
  }
}

/** The class of an element; null for one with styles of its own. */
function dressOf(element: Element, name: string): string | null {
  if (name === 'form' || !element.hasAttributes()) return '';
  const { className, id } = element;
  return typeof className !== 'string' || id !== '' || element.hasAttribute('style') ? null : className;
}

function memberOf(of: Map<string, Signature>, key: string): Signature {
  let found = of.get(key);
  if (!found) {
    found = new Signature();
    of.set(key, found);
  }
  return found;
}

/** Deeper trees than parsers make (512). From about 8,000 on, asking for a style would kill the page's process. */
const DEEPEST = 4_000;

function isTooDeep(root: Element): boolean {
  if (Element.prototype.getElementsByTagName.call(root, '*').length < DEEPEST) return false;
  let depth = 0;
  for (let at: Node | null = root; at !== null; ) {
    let next: Node | null = firstElementOf(at);
    if (next !== null) {
      if (++depth > DEEPEST) return true;
    } else {
      for (next = at; next !== null && next !== root; next = parentOf(next), depth--) {
        const beside: Node | null = nextElementOf(next);
        if (beside === null) continue;
        next = beside;
        break;
      }
      if (next === root) return false;
    }
    at = next;
  }
  return false;
}

const isInvisible = ({ visibility }: CSSStyleDeclaration): boolean =>
  visibility === 'hidden' || visibility === 'collapse';

/** What pages fold and unfold: of many that look the same some may be folded. */
const FOLDABLE = new Set('div section aside ul ol dl article nav figure'.split(' '));
const mayBeFolded = (element: Element, name: string): boolean =>
  FOLDABLE.has(name) && (element as HTMLElement).offsetHeight <= 1;

const SHUT = '(?:0|1)px?,?\\s*';
const CUT_TO_NOTHING = new RegExp(`^rect\\(\\s*(?:${SHUT}){4}\\)$`);
const CLIPPED_TO_NOTHING =
  /inset\(\s*(?:50|100)%|circle\(0(?:px|%)? |circle\(0(?:px|%)?\)|polygon\((?:0(?:px|%)? 0(?:px|%)?,? ?)+\)/;

/** What has a box, but one in which nothing is drawn: folded to nothing, clipped, or put far outside. */
function isPutAway(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.contentVisibility === 'hidden' || CLIPPED_TO_NOTHING.test(style.clipPath)) return true;
  const { position } = style;
  const isCut = style.overflow !== 'visible' && style.overflow !== '';
  if (isCut && isFolded(element as HTMLElement)) return true;
  if (position !== 'absolute' && position !== 'fixed') return isCut && isFar(style.textIndent);
  if (CUT_TO_NOTHING.test(style.clip)) return true;
  return [style.left, style.top, style.textIndent, style.marginLeft, style.marginTop].some(isFar);
}

const isFar = (at: string): boolean => Number.parseFloat(at) <= -999;

/** A box of no height or width over something that has one. What is placed by other boxes does not count. */
const isFolded = ({ offsetHeight, offsetWidth, scrollHeight, scrollWidth }: HTMLElement): boolean =>
  (offsetHeight <= 1 && scrollHeight > 1) || (offsetWidth <= 1 && scrollWidth > 1);

/** Depth to which the first or last text in an element is looked for. */
const DEEP = 6;

/** The first or last two units of a node's text, from its first or last leaf. */
function edgeOf(node: Node | null, first: boolean): string {
  let at = node;
  for (let depth = 0; at !== null && !isText(at) && depth < DEEP; depth++)
    at = first ? firstChildOf(at) : at.lastChild;
  if (at === null || !isText(at)) return '';
  return first ? at.data.slice(0, 2) : at.data.slice(-2);
}

/** The first letter of a word, with a quotation mark before it at most. */
function isDropCap(element: Element): boolean {
  const only = element.firstChild;
  if (only === null || only.nextSibling !== null || !isText(only) || only.length > 20) return false;
  const own = only.data.trim();
  return [...own].length <= 2 && WORD_END.test(own) && WORD_START.test(edgeOf(nextSiblingOf(element), true));
}
