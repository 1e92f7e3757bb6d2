/** Identity of articles: which addresses are one piece. Kept apart from `index.ts`, whose script runs on every page. */
export { articleAddresses } from './articleAddresses';
export { normalizeAddress } from './normalizeAddress';
export { sameArticle } from './sameArticle';
