import { isElement, isText, localNameOf, nextSiblingOf, parentOf } from './readNode.ts';

/** What parts of a page that are not the article's words are called. Figures of the story may stand in a "counter". */
const NAMED =
  /(?:^|[\s_-])(?:ads?|advert\w*|adslot|anzeige|werbung|publicidad|publicite|sponsor\w*|outbrain|taboola|related\w*|recommend\w*|read-?more|more-?link|see-?also|read-?also|shar(?:e|es|ing|ebar|e-?bar|e-?buttons?)|social\w*|toolbar|newsletter\w*|subscribe\w*|pagination|pager|page-?numbers?|(?:comments?|shares?|likes?|views?|reactions?)[-_]?(?:count|counter|num\w*)|live-?(?:badge|label|tag|indicator|dot)|(?:badge|label|tag)-?live|breaking-?(?:badge|label|tag))(?=$|[\s_-])/;
const LABELLED =
  /^(?:advert|anzeige|werbung|sponsored|share|teilen|partager|related|read (?:more|also|next)|more on|see also|\d+ (?:comments?|kommentare|shares?|likes?))/;
const ROLES = /^(?:toolbar|navigation|doc-noteref|doc-backlink|button)$/;
/** A number or sign that leads to a note. */
const NOTE_MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3}|(?:note|fn|nb) ?\d{1,3})[\])]?$/iu;
/** Elements that a paragraph never holds but where a script put them there. */
const BOXES = new Set(['div', 'aside', 'section', 'nav', 'figure', 'form', 'iframe']);
/** Longer ones are no boxes between words, UTF-16 units. */
const LONGEST = 500;
const LONGEST_BUTTON = 60;

/** A sentence that has not ended; one that goes on. */
const OPEN_END = /[\p{L}\p{N},;–—-]$/u;
const GOES_ON = /^[\p{Ll}\p{Lo}\p{N}(,;.–—-]/u;

/** Whether an element is called like furniture of a page: by class, id, role or label. */
export function isNamedFurniture(element: Element): boolean {
  if (!Element.prototype.hasAttributes.call(element)) return false;
  // Long patterns are compiled when they are first asked: only where there is something to ask them about.
  const is = (pattern: RegExp, name: string): boolean => {
    const value = Element.prototype.getAttribute.call(element, name);
    return !!value && pattern.test(value.slice(0, 300).toLowerCase());
  };
  return is(NAMED, 'class') || is(NAMED, 'id') || is(ROLES, 'role') || is(LABELLED, 'aria-label');
}

/**
 * Whether an element is furniture put into a sentence: an advertisement, a box of links, a button, a badge, the mark of
 * a footnote. It can be seen, but the sentence is the same without it.
 * @param named see `isNamedFurniture`
 * @param block whether it is shown as a block
 */
export function isFurniture(element: Element, name: string, named: boolean, block: boolean): boolean {
  if (name === 'sup' || (name === 'a' && named)) if (isNoteMark(element)) return true;
  const isButton = name === 'button';
  const inParagraph = BOXES.has(name) && isIn(element, 'p');
  const isLinkBox = block && (name === 'a' || name === 'span');
  if (!named && !isButton && !inParagraph && !isLinkBox) return false;
  if (isLinkBox && !named && !isAllLink(element, name)) return false;
  if (!isInSentence(element)) return false;
  const { length } = (element.textContent ?? '').trim();
  return length > 0 && length <= (isButton ? LONGEST_BUTTON : LONGEST);
}

function isNoteMark(element: Element): boolean {
  const text = (element.textContent ?? '').slice(0, 40).trim();
  if (!NOTE_MARK.test(text)) return false;
  const link = localNameOf(element) === 'a' ? element : element.querySelector('a');
  return (link?.getAttribute('href') ?? '').startsWith('#');
}

function isIn(element: Element, name: string): boolean {
  const parent = parentOf(element);
  return parent !== null && isElement(parent) && localNameOf(parent) === name;
}

const isAllLink = (element: Element, name: string): boolean =>
  name === 'a' ||
  (element.childElementCount === 1 &&
    element.firstElementChild?.localName === 'a' &&
    element.firstElementChild.textContent === element.textContent);

function isInSentence(element: Element): boolean {
  const [before, beforeIsText] = beside(element, (node) => node.previousSibling);
  const text = before.slice(-40).trimEnd();
  if (!OPEN_END.test(text)) return false;
  const [after, afterIsText] = beside(element, nextSiblingOf);
  const next = after.slice(0, 40).trimStart();
  // Within one paragraph a name may follow; from one block to the next only small letters tell that it goes on.
  return beforeIsText && afterIsText ? next !== '' : GOES_ON.test(next);
}

/** Empty nodes that are passed over. */
const MOST_PASSED = 6;

/** The text of the nearest sibling that has any, and whether it stands in the same paragraph. */
function beside(element: Element, step: (node: Node) => Node | null): [text: string, inLine: boolean] {
  let node = step(element);
  for (let passed = 0; node !== null && passed < MOST_PASSED; passed++, node = step(node)) {
    if (!isText(node) && !isElement(node)) continue;
    const text = node.textContent ?? '';
    if (text.trim() === '') continue;
    return [text, isText(node) || !BLOCK_SIBLING.has(localNameOf(node as Element))];
  }
  return ['', false];
}

const BLOCK_SIBLING = new Set(
  'p div section article li h1 h2 h3 h4 h5 h6 blockquote ul ol table figure'.split(' '),
);
