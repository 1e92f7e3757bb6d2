/** The rules of evidence that outside programs measure. Pure: plain records and texts in, observations out; runs in Node. */
export { compareQuote, type QuoteComparison } from './compareQuote.ts';
export { type SimilarClaim, SimilarClaims } from './SimilarClaims.ts';
export { type Sourcing, type SourcingReason, sourcing, sourcingStatus } from './sourcingStatus.ts';
export { type AttributionSuggestion, suggestAttribution } from './suggestAttribution.ts';
