import controls from '#assets/styles/controls.css?inline';
import tokens from '#assets/styles/tokens.css?inline';
import quick from './quick.css?inline';

/** The style sheet of the frame that holds the toolbar, the quick editor and the quick card. */
export const quickStyles: string = `${tokens}\n${controls}\n${quick}`;
