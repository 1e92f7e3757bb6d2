/** Text and ranges: index a page's text, say where a range stands, find it again in another version. */
export type { Target } from '@/model/records';
export { type Anchor, anchor, anchorAll } from './anchor';
export { type AnchorBatch, anchorSlices, type SliceOptions } from './anchorSlices';
export { type Change, compareWords, sameWords } from './compareWords';
export { CONTEXT, describe, describeSpan, NothingSelectedError } from './describe';
export type { Evidence } from './Evidence';
export { foldText, normaliseText } from './foldText';
export { isRendered } from './isRendered';
export { rangesOf, type Span, toOffset, toRange, toSpan } from './offsets';
export { PageText } from './PageText';
export { indexSlices, indexText, type TextIndex } from './TextIndex';
export { type Touch, touchOf } from './touches';
export { type IndexUpdate, indexBetween, type TextChange, updateIndex } from './updateIndex';
export { OWN_TAG_PREFIX } from './walkText';
