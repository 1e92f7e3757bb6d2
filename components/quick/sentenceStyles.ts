import { quickStyles } from './quickStyles.ts';
import sentences from './sentences.css?inline';

/** The style sheet of the bar for reading by sentence. */
export const sentenceStyles: string = `${quickStyles}\n${sentences}`;
