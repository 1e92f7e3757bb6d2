import { fileName } from './fileName.ts';

/** Characters of a link that every system hands on: Chromium gives programs on Windows no longer one. */
export const LONGEST_ON_WINDOWS = 2_048;
/** Elsewhere: an argument of a program holds twice as much. */
export const LONGEST_ELSEWHERE = 60_000;

const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The link by which Obsidian makes a note in the vault that is open. Nothing in title or text can add a parameter: no
 * vault, no path and no overwriting; a note of the name that is there already stays, Obsidian numbers the new one.
 * @returns undefined where the link would be longer than `longest` characters
 */
export function obsidianLink(title: string, markdown: string, longest: number): string | undefined {
  // Encoding never makes a text shorter.
  if (markdown.length > longest) return undefined;
  const name = fileName(title, '.md').replace(/\.md$/u, '');
  const link = `obsidian://new?name=${encode(name)}&content=${encode(markdown)}`;
  return link.length > longest ? undefined : link;
}
