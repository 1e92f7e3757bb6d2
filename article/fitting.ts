/** Entry of the measuring scripts: what the extension runs, and the features it decides by. */
export { readFeatures } from './features';
export * from './index';
