import { balanceBidi } from './balanceBidi.ts';

/** Whatever some program takes for the end of a line: also NEL and the separators that YAML and JavaScript know. */
export const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/u;

/**
 * Text from a page as one line that any editor can hold: white space and controls become single spaces, lone
 * surrogates U+FFFD, direction controls are closed.
 */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const spaced = text.toWellFormed().replace(/[\u0000-\u0020\u007F-\u009F\u2028\u2029]+/gu, ' ');
  // A closer that is left out may have stood before a space.
  return balanceBidi(spaced.trim()).trim();
}
