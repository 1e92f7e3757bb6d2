/** Inline text of one block that is still read at once, UTF-16 units: `_a` in a row takes 0.1 s then (and 18 s at 100,000). */
const LONGEST_BLOCK = 8_000;
/** Blocks within blocks that are still drawn. Both reading and drawing go down by recursion. */
const DEEPEST = 40;

const MARKER = String.raw`[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))`;
const TOO_DEEP = new RegExp(`^(?:${MARKER}){${DEEPEST}}`, 'mu');
/** Lines that begin a block of their own, or end the one before. */
const BOUNDARY = new RegExp(`^(?:\\s*$|${MARKER}|\\s*[|#])`, 'u');

/**
 * Whether reading a text as Markdown could take longer than a reader waits, or overflow. The reader of Markdown takes
 * time that grows with the square of a block, and reads nested blocks by recursion; notes may come from strangers'
 * files. Linear in the text.
 */
export function isIntricate(text: string): boolean {
  if (text.length > LONGEST_BLOCK) {
    let block = 0;
    for (const line of text.split('\n')) {
      block = BOUNDARY.test(line.slice(0, 200)) ? line.length : block + line.length + 1;
      if (block > LONGEST_BLOCK) return true;
    }
  }
  return TOO_DEEP.test(text) || deepestIndent(text) > DEEPEST * 2;
}

/** The deepest indentation before a list marker, in columns: nested lists may also grow from line to line. */
function deepestIndent(text: string): number {
  let deepest = 0;
  for (const [blanks] of text.matchAll(/^[ \t]*(?=(?:[-*+]|\d{1,9}[.)])\s)/gmu))
    deepest = Math.max(deepest, blanks.length);
  return deepest;
}
