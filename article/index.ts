export { compareDigests, type Edits } from './compareDigests';
export { detectArticle } from './detectArticle';
export { type Digest, digestArticle } from './digestArticle';
export { findBody } from './findBody';
export { readMetadata } from './readMetadata';
