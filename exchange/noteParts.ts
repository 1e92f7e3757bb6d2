/** Inline text that is read at once, UTF-16 units: marked takes time that grows with its square. */
const LONGEST_AT_ONCE = 8_000;
/** Longer text is read in parts of about this length. */
const PART = 2_000;

/**
 * Inline text in parts that together are the text; short text is one part. They end between words where no mark is open, if
 * there is such a place.
 */
export function noteParts(text: string): string[] {
  if (text.length <= LONGEST_AT_ONCE) return [text];
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const part = text.slice(at, at + endOfPart(text.slice(at, at + 2 * PART)));
    parts.push(part);
    at += part.length;
  }
  return parts;
}

/** Where a part ends best: between words where no mark is open, else between words, else anywhere but in a character. */
function endOfPart(window: string): number {
  if (window.length <= PART) return window.length;
  let best = 0;
  let [brackets, marks] = [0, 0];
  for (let at = 0; at < window.length; at++) {
    const char = window[at];
    if (char === '\\') at++;
    else if (char === '[' || char === '(') brackets++;
    else if (char === ']' || char === ')') brackets = Math.max(0, brackets - 1);
    else if (char === '*' || char === '_' || char === '~' || char === '`') marks++;
    else if (char === ' ' || char === '\n') {
      if (brackets === 0 && marks % 2 === 0) best = at;
      if (at >= PART && best > 0) return best;
    }
  }
  if (best > 0) return best;
  const between = Math.max(window.lastIndexOf(' '), window.lastIndexOf('\n'));
  if (between > 0) return between;
  const last = window.charCodeAt(PART - 1);
  const isHalf = (last >= 0xd800 && last <= 0xdbff) || window[PART - 1] === '\\';
  return isHalf ? PART + 1 : PART;
}
