const EMBED = /[\u202A\u202B\u202D\u202E]/u;
const ISOLATE = /[\u2066-\u2068]/u;
const POP = '\u202C';
const POP_ISOLATE = '\u2069';

/**
 * The line with every direction control closed and no closer too many (Unicode Standard Annex 9), so that a
 * hostile title or quote can turn round only its own letters, not the text that follows. Lines whose controls
 * are in order come back unchanged; U+200E and U+200F touch nothing but their neighbours and stay.
 */
export function balanceBidi(line: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(line)) return line;
  const open: string[] = [];
  let out = '';
  for (const char of line) {
    if (EMBED.test(char)) open.push(POP);
    else if (ISOLATE.test(char)) open.push(POP_ISOLATE);
    else if (char === POP || char === POP_ISOLATE) {
      // A closer inside an isolate never closes what stands outside of it.
      if (open.at(-1) !== char) continue;
      open.pop();
    }
    out += char;
  }
  return out + open.reverse().join('');
}
