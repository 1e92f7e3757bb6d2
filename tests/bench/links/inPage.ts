import { describe, indexText, type Target } from '#anchoring/index.ts';
import { selected } from './selected.ts';

declare global {
  interface Window {
    describeSelected: () => Target;
  }
}

window.describeSelected = () => describe(indexText(document.body), selected());
