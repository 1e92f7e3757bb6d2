import { firstChildOf, isElement, isText, localNameOf, nextSiblingOf } from './readNode.ts';

/** Longer formulas than this are shown as an ellipsis, units. */
const MOST = 300;
const DEEPEST = 40;
/** Other spellings of a formula, or room around it. */
const PASSED_OVER = new Set(['annotation', 'annotation-xml', 'mphantom', 'mspace']);
/** Comparisons stand between spaces. */
const APART = /^[=<>≤≥≠≈≡∼→⇒±×]$/u;

/** A formula in one line: what the page says of it (`alttext`), else its signs in order; an ellipsis for a long one. */
export function formulaText(math: Element): string {
  const said = math.getAttribute('alttext')?.trim() ?? '';
  const inTex = /^\{\s*\\(?:display|text)style\s*(.*?)\s*\}$/su.exec(said)?.[1];
  const text = (inTex ?? (said || linear(math, 0))).replace(/\s+/gu, ' ').trim();
  if (text === '') return '';
  return text.length > MOST ? '…' : text;
}

function linear(element: Element, depth: number): string {
  if (depth > DEEPEST) return '…';
  const parts: string[] = [];
  for (let node = firstChildOf(element), n = 0; node && n <= MOST; node = nextSiblingOf(node), n++) {
    if (isText(node)) parts.push(node.data.trim());
    else if (isElement(node) && !PASSED_OVER.has(localNameOf(node))) parts.push(linear(node, depth + 1));
  }
  const [a = '', b = '', c = ''] = parts.filter((part) => part !== '');
  switch (localNameOf(element)) {
    case 'mo':
      return APART.test(a) ? ` ${a} ` : a;
    case 'mfrac':
      return `${grouped(a)}/${grouped(b)}`;
    case 'msqrt':
      return `√${grouped(parts.join(''))}`;
    case 'mroot':
      return `${grouped(a)}^(1/${b})`;
    case 'msup':
    case 'mover':
      return `${grouped(a)}^${grouped(b)}`;
    case 'msub':
    case 'munder':
      return `${grouped(a)}_${grouped(b)}`;
    case 'msubsup':
    case 'munderover':
      return `${grouped(a)}_${grouped(b)}^${grouped(c)}`;
    case 'mtd':
    case 'mtr':
      return `${parts.join(' ')} `;
    default:
      return parts.join('');
  }
}

const grouped = (part: string): string =>
  [...part].length > 1 && !/^[\p{N}.,]+$/u.test(part) ? `(${part})` : part;
