/** Longest lengths of stored texts, UTF-16 units. Page texts are clipped to them, readers' texts refused above. */
export const LIMITS = {
  /** One-line facts read from a page: title, name of a site, a heading. */
  line: 1_000,
  /** Descriptions and correction notices of a page. */
  paragraph: 4_000,
  /** A marked quote. Longer than any article worth quoting in one piece. */
  quote: 100_000,
  /** Seams kept of a quote and its context. */
  seams: 64,
  /** Context kept on each side of a quote. */
  context: 1_000,
  /** A note in Markdown. */
  note: 100_000,
  /** An address. Browsers share about this much. */
  url: 8_192,
  /** Fields of a text not yet saved, with what stood in them before. The largest form has half as many. */
  fields: 64,
  /** A tag or a person's name. */
  name: 200,
} as const;

/** Longest lists. */
export const CAPS = {
  urls: 200,
  authors: 50,
  tags: 100,
  sources: 200,
  history: 1_000,
  titles: 100,
  corrections: 20,
  signals: 40,
} as const;

/**
 * Makes a string safe to store and to write to any file: lone surrogates and NUL become U+FFFD. The
 * length stays the same, so text offsets hold.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** The first `max` UTF-16 units of a text, never half of a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  const halfPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, halfPair ? max - 1 : max);
}

/** The last `max` UTF-16 units of a text, never half of a surrogate pair. */
export function clipStart(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = text.length - max;
  const first = text.charCodeAt(start);
  const halfPair = first >= 0xdc00 && first <= 0xdfff;
  return text.slice(halfPair ? start + 1 : start);
}

/** A page's text as one clean line: controls and line breaks (also U+2028, U+0085) become single spaces. */
export function oneLine(text: string, max: number): string {
  // Clip twice: first so that a headline of a megabyte is not searched, then to the promised length.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const spaced = clip(text, max * 4).replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029]+/g, ' ');
  return clip(spaced.toWellFormed().trim(), max);
}
