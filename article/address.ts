/** Identity of articles: which addresses are one piece. Kept apart from `index.ts`, whose script runs on every page. */
export { articleAddresses } from './articleAddresses.ts';
export { normalizeAddress } from './normalizeAddress.ts';
export { sameArticle } from './sameArticle.ts';
