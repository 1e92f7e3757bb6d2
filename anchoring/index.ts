/** Text and ranges: index a page's text, say where a range stands, find it again in another version. */
export type { Target } from '#model/records.ts';
export type { Span } from '#model/Span.ts';
export { type Anchor, anchor, anchorAll } from './anchor.ts';
export { type AnchorBatch, anchorSlices, type SliceOptions } from './anchorSlices.ts';
export { type Change, compareWords, sameWords } from './compareWords.ts';
export { CONTEXT, describe, describeSpan, NothingSelectedError } from './describe.ts';
export { FoldedText } from './FoldedText.ts';
export { foldText, normaliseText } from './foldText.ts';
export { isRendered } from './isRendered.ts';
export type { Measures } from './Measures.ts';
export { rangesOf, toOffset, toRange, toSpan } from './offsets.ts';
export { indexSlices, indexText, type TextIndex } from './TextIndex.ts';
export { type Touch, touchOf } from './touches.ts';
export { type IndexUpdate, indexBetween, patchIndex, type TextChange, updateIndex } from './updateIndex.ts';
export { OWN_TAG_PREFIX } from './walkText.ts';
