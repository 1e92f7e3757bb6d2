export { detectArticle } from './detectArticle';
export { findBody } from './findBody';
export { readMetadata } from './readMetadata';
