export { compareDigests, type Edits } from './compareDigests.ts';
export { detectArticle } from './detectArticle.ts';
export { type Digest, digestArticle } from './digestArticle.ts';
export { findBody } from './findBody.ts';
export { readMetadata } from './readMetadata.ts';
export { sentencesOf } from './sentencesOf.ts';
