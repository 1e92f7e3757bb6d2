import { describeSpan } from '#anchoring/describe.ts';
import { FoldedText } from '#anchoring/FoldedText.ts';
import { findTarget } from '#anchoring/findTarget.ts';
import { normaliseText } from '#anchoring/foldText.ts';
import { verify } from '#anchoring/verify.ts';
import type { Target } from '#model/records.ts';

/** A page's text from its paragraphs, as the index would join them. */
export function pageOf(raw: string[]): FoldedText {
  const paragraphs = raw.map(normaliseText);
  const starts: number[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    starts.push(length);
    length += paragraph.length + 1;
  }
  return new FoldedText(paragraphs.join(' '), Int32Array.from(starts));
}

/** Target of the first occurrence of a quote, after a round trip through JSON. */
export function targetOf(page: FoldedText, quote: string): Target {
  const start = page.text.indexOf(quote);
  if (start < 0) throw new Error(`The page does not hold “${quote}”`);
  return JSON.parse(JSON.stringify(describeSpan(page, { start, end: start + quote.length }))) as Target;
}

export interface Place {
  state: 'exact' | 'changed' | 'suggested' | 'missing';
  start: number;
  text: string;
}

/** The state the anchoring seam would report, from strings alone. */
export function placeOf(page: FoldedText, target: Target): Place {
  const finding = findTarget(page, target);
  if (!finding.best || !finding.plausible) return { state: 'missing', start: -1, text: '' };
  const { span, same, now } = verify(page, target, finding.best);
  const state = finding.accepted ? (same ? 'exact' : 'changed') : 'suggested';
  return { state, start: span.start, text: now };
}
