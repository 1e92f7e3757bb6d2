import type { Span, TextIndex } from '#anchoring/index.ts';
import { nodeAt } from '#anchoring/offsets.ts';
import { closest, contains, parentOf } from '#anchoring/readNode.ts';
import { findBody } from '#article/findBody.ts';
import { isByline } from '#article/isByline.ts';
import { sentencesOf } from '#article/sentencesOf.ts';

/** What stands beside the running text, also inside the body: captions, headings, boxes, buttons. */
const BESIDE =
  'figure, figcaption, caption, aside, nav, header, footer, form, dialog, button, address, h1, h2, h3, h4, h5, h6, ' +
  '[role="heading"], [role="note"], [role="complementary"], [itemprop~="author"], [itemprop~="caption"], [rel~="author"]';
/** Some pages put the whole story into an aside or a header, none into these. */
const NEVER_TEXT = 'figcaption, caption, button, address, h1, h2, h3, h4, h5, h6';
const NAMED_BESIDE =
  /(?:^|[\s_-])(?:captions?|credits?|copyright|bylines?|authors?|dateline|kicker|newsletters?|related|share|social|promo|advert\w*|ads?)(?=$|[\s_-])/i;
/** Where no body is found, shorter blocks than this are taken for labels, UTF-16 units. */
const LEAST_ALONE = 60;

/**
 * The sentences of an article's running text in reading order, as spans of `index.text`: of the body as `findBody` has it,
 * without bylines, captions, headings and boxes. Of a page without a body (“annotate anyway”), those of its longer
 * paragraphs.
 * @param language BCP 47; what the text is written in
 */
export function articleSentences(owner: Document, index: TextIndex, language: string): Span[] {
  const parts = findBody(owner);
  const spans: Span[] = [];
  const { blockStart, text } = index;
  for (let at = 0; at < blockStart.length; at++) {
    const start = blockStart[at] ?? 0;
    const block = text.slice(start, blockStart[at + 1] ?? text.length);
    const node = index.nodes[nodeAt(index, start)];
    if (!node || !/\p{L}/u.test(block) || isByline(block)) continue;
    const part = parts.find((one) => contains(one, node));
    if (parts.length > 0 ? !part : block.trim().length < LEAST_ALONE) continue;
    if (isBeside(node, part ?? null)) continue;
    for (const [from, to] of sentencesOf(block, language))
      if (/\p{L}/u.test(block.slice(from, to))) spans.push({ start: start + from, end: start + to });
  }
  return spans;
}

/** Whether something around a node, within its part of the body, is no running text. A part that is a box of its own is. */
function isBeside(node: Node, part: Element | null): boolean {
  const parent = parentOf(node) as Element | null;
  if (part && closest(part, NEVER_TEXT) === part) return true;
  const beside = parent && closest(parent, BESIDE);
  if (beside && beside !== part && (!part || contains(part, beside))) return true;
  for (let up = parent; up && up !== part && up.nodeType === 1; up = parentOf(up) as Element | null)
    if (NAMED_BESIDE.test(Element.prototype.getAttribute.call(up, 'class') ?? '')) return !!part;
  return false;
}
