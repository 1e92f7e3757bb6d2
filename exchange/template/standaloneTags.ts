/** Lines that hold nothing but tags. */
const ONLY_TAGS = /^[^\S\n]*((?:\{%(?:(?!%\}|\{%|\{\{)[^\n])*%\}[^\S\n]*)+)\n/gmu;

/**
 * A template in which a line that holds nothing but tags leaves no line behind: its end goes into the last tag, where
 * it says nothing. Every other line keeps its number.
 */
export const standaloneTags = (source: string): string =>
  source.replace(ONLY_TAGS, (_line, tags: string) => tags.trimEnd().replace(/-?%\}$/u, (end) => `\n${end}`));
