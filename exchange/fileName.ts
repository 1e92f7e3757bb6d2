/** Bytes of UTF-8 a name may have: file systems allow 255, sync services and long folders ask for less. */
const LONGEST = 120;

/** Names of devices on Windows, with or without an ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=$|\.)/iu;

/** Refused by one of Windows, macOS and Linux, or by Obsidian in a link (`# ^ [ ] |`), or not seen at all. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]%]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}|\uFFFD/gu;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** The longest start of a text, in whole characters as people see them, of at most `most` bytes. */
function clipBytes(text: string, most: number): string {
  if (bytes(text) <= most) return text;
  let out = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, most))) {
    size += bytes(segment);
    if (size > most) break;
    out += segment;
  }
  return out;
}

/**
 * A file name for a title: safe on Windows, macOS and Linux, at most 120 bytes with its ending, never hidden,
 * never a path. `taken` holds the lower-case names already used in the folder (file systems ignore case) and
 * gets the new one; a name met before is numbered.
 * @param extension with its dot
 */
export function fileName(title: string, extension: string, taken: Set<string> = new Set()): string {
  const cleaned = title
    .slice(0, 4 * LONGEST)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+/u, '')
    .replace(RESERVED, '$& file');
  const numbered = (number: number): string => {
    const mark = number === 1 ? '' : ` (${number})`;
    const room = LONGEST - bytes(mark + extension);
    const stem = clipBytes(cleaned, room).replace(/[\s.]+$/u, '') || 'Untitled';
    return stem + mark + extension;
  };
  // Decomposed letters and other cases are the same name to some file systems.
  const keyOf = (number: number): string => numbered(number).normalize('NFKC').toLowerCase();
  // In growing steps and back by halves: ten thousand articles may have one title.
  let free = 1;
  while (taken.has(keyOf(free))) free *= 2;
  let used = Math.floor(free / 2);
  while (free - used > 1) {
    const middle = Math.floor((free + used) / 2);
    if (taken.has(keyOf(middle))) used = middle;
    else free = middle;
  }
  taken.add(keyOf(free));
  return numbered(free);
}
