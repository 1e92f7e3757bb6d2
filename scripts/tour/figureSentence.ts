import { indexText } from '#anchoring/index.ts';
import { toRange } from '#anchoring/offsets.ts';
import { articleSentences } from '#annotator/articleSentences.ts';
import { bodyOf } from '#annotator/pageDocument.ts';
import type { Drag } from '#tests/e2e/driver/Driver.ts';

export interface PageSentence {
  text: string;
  /** Where the mouse has to go to select it, after the page was scrolled there. */
  drag: Drag;
}

/** Shorter ones are labels, longer ones no sentence to select, UTF-16 units. */
const SHORTEST = 20;
const LONGEST = 400;

/**
 * Runs in the page (`pageScript.ts` sends it there): scrolls to the nth sentence with a figure in the article's text,
 * selects it when `mark` is set, and says where it stands. Null when there is none. Sentences are those that the
 * extension itself reads: no byline, no caption.
 */
export function figureSentence(nth: number, mark: boolean): PageSentence | null {
  const body = bodyOf(document);
  if (!body) return null;
  const index = indexText(body);
  const span = articleSentences(document, index, index.language || 'en').filter(({ start, end }) => {
    const length = end - start;
    return length >= SHORTEST && length <= LONGEST && /\p{Nd}/u.test(index.text.slice(start, end));
  })[nth];
  const whole = span && toRange(index, span);
  if (!whole) return null;

  const holder = whole.startContainer.parentElement;
  holder?.scrollIntoView({ block: 'center', behavior: 'instant' });
  scrollBy({ top: whole.getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
  if (mark)
    getSelection()?.setBaseAndExtent(
      whole.startContainer,
      whole.startOffset,
      whole.endContainer,
      whole.endOffset,
    );

  const boxesOf = (start: number, end: number) => [
    ...(toRange(index, { start, end })?.getClientRects() ?? []),
  ];
  const isWide = ({ width }: DOMRect) => width > 0;
  const first = boxesOf(span.start, span.start + 1).find(isWide);
  const last = boxesOf(span.end - 1, span.end).findLast(isWide);
  if (!first || !last) return null;
  const isRtl = getComputedStyle(holder ?? body).direction === 'rtl';
  return {
    text: index.text.slice(span.start, span.end),
    drag: {
      x1: isRtl ? first.right : first.left,
      y1: first.top + first.height / 2,
      x2: isRtl ? last.left : last.right,
      y2: last.top + last.height / 2,
    },
  };
}
