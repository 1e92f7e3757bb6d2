import { describeSpan } from '#anchoring/describe.ts';
import { FoldedText } from '#anchoring/FoldedText.ts';
import { findTarget } from '#anchoring/findTarget.ts';
import { normaliseText, prefixLength } from '#anchoring/foldText.ts';
import type { Measures } from '#anchoring/Measures.ts';
import { verify } from '#anchoring/verify.ts';
import type { Target } from '#model/records.ts';
import type { Span } from '#model/Span.ts';
import type { EditedCase } from './inPage.ts';
import { CLOSING, captionOf, NAVIGATION } from './newsPage.ts';

export { featuresOf, termsOf } from '#anchoring/features.ts';
export { THRESHOLDS, VETOES } from '#anchoring/vetoes.ts';

/** What the search for one selection of an edited page came to, for fitting: pure text, no browser. */
export interface EditedRow {
  label: string;
  /** Null where quote and context stand word for word: nothing is weighed there. */
  measures: Measures | null;
  accepted: boolean;
  /** Whether the best place is the labelled one, beside it, or wrong; `none` if no place was found. */
  place: 'right' | 'near' | 'wrong' | 'none';
}

export function rowsOf({ old, new: now, sels }: EditedCase): EditedRow[] {
  const before = new PlainPage(old);
  const after = new PlainPage(now);
  return sels.map(({ b, s, e, label, gold }) => {
    const span = before.trimmed({ start: before.offset(b, s), end: before.offset(b, e) });
    const target: Target = JSON.parse(JSON.stringify(describeSpan(before.page, span)));
    const { best, measures, accepted } = findTarget(after.page, target);
    const labelled = gold && { start: after.offset(gold[0], gold[1]), end: after.offset(gold[2], gold[3]) };
    const place = best ? placeOf(verify(after.page, target, best).span, labelled) : 'none';
    return { label, measures, accepted, place };
  });
}

function placeOf(found: Span, labelled: Span | null): EditedRow['place'] {
  if (!labelled) return 'wrong';
  const common = Math.min(found.end, labelled.end) - Math.max(found.start, labelled.start);
  const covered = Math.max(found.end, labelled.end) - Math.min(found.start, labelled.start);
  return common <= 0 ? 'wrong' : common / covered >= 0.5 ? 'right' : 'near';
}

/** The text that the benchmark's page of these paragraphs has, as the index would read it. */
class PlainPage {
  readonly page: FoldedText;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  private readonly paragraphs: string[];

  constructor(paragraphs: string[]) {
    this.paragraphs = paragraphs;
    let text = '';
    const blocks: number[] = [];
    const put = (raw: string): void => {
      const shown = normaliseText(raw).replace(/^ /, '');
      if (shown.trim() === '') return;
      if (text !== '' && !text.endsWith(' ')) text += ' ';
      blocks.push(text.length);
      text += shown;
    };
    for (const item of NAVIGATION) put(item);
    for (const [i, paragraph] of paragraphs.entries()) {
      put(paragraph);
      this.ends[i] = text.length;
      this.starts[i] = text.length - normaliseText(paragraph).replace(/^ /, '').length;
      const caption = captionOf(i);
      if (caption) put(caption);
    }
    put(CLOSING);
    this.page = new FoldedText(text, Int32Array.from(blocks));
  }

  /** Offset in the page's text of a unit of a paragraph. */
  offset(paragraph: number, unit: number): number {
    const raw = this.paragraphs[paragraph] ?? '';
    const units = prefixLength(raw, unit) - (normaliseText(raw).startsWith(' ') ? 1 : 0);
    return Math.min(this.ends[paragraph] ?? 0, (this.starts[paragraph] ?? 0) + Math.max(0, units));
  }

  trimmed({ start, end }: Span): Span {
    const { text } = this.page;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    return { start, end };
  }
}
