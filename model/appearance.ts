import { COLORS, type Color } from './records.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Sizes of text; `normal` is what the browser is set to. */
export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** What the reader made of a colour. Its role and its shape stay: they are what records and marks hold. */
export interface ColorChoice {
  color: Color;
  /** The reader's name for it; empty for the word of the language. */
  name: string;
  /** Whether it is offered for new marks. Marks that have it keep it. */
  offered: boolean;
}

/** Units of a colour's name at most. */
export const LONGEST_COLOR_NAME = 30;

/** The colours in the reader's order: each role once, one offered at least, whatever was stored. */
export function completeColors(stored: readonly ColorChoice[]): ColorChoice[] {
  const known = stored.filter(({ color }, at) => stored.findIndex((one) => one.color === color) === at);
  const rest = COLORS.filter((color) => !known.some((one) => one.color === color));
  const all = [...known, ...rest.map((color) => ({ color, name: '', offered: true }))];
  return all.some(({ offered }) => offered) ? all : all.map((one) => ({ ...one, offered: true }));
}

/** How views look and speak, by the reader's choice. */
export interface Manner {
  /** The same for the same choices: what has it needs no other. */
  id: string;
  /** BCP 47, for dates and figures. */
  tag: string;
  words: Readonly<Record<string, string>>;
  theme: Theme;
  textSize: TextSize;
  /** The colours that are offered, in the reader's order. */
  colors: Color[];
  /** What a new mark gets. */
  defaultColor: Color;
}

/** The choices that a manner is made of. */
export interface MannerChoices {
  theme: Theme;
  textSize: TextSize;
  colors: readonly ColorChoice[];
  defaultColor: Color;
}

/** Puts a language and the reader's choices together. Names that the reader gave stand for the language's words. */
export function mannerOf(
  tag: string,
  words: Readonly<Record<string, string>>,
  { theme, textSize, colors, defaultColor }: MannerChoices,
): Manner {
  const all = completeColors(colors);
  const named = all.filter(({ name }) => name !== '').map(({ color, name }) => [`color.${color}`, name]);
  const offered = all.filter((one) => one.offered).map(({ color }) => color);
  return {
    id: JSON.stringify([tag, theme, textSize, all, defaultColor]),
    tag,
    words: { ...words, ...Object.fromEntries(named) },
    theme,
    textSize,
    colors: offered,
    defaultColor: offered.includes(defaultColor) ? defaultColor : (offered[0] ?? 'yellow'),
  };
}
