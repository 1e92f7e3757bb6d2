/** Below this many words two people may well have written the same phrase by themselves. */
const SHORTEST_COMPARED = 8;

/** Words in a row that count as one piece of copied text; three is customary for near-duplicate news. */
const SHINGLE = 3;

/** Share of the shorter passage's shingles that stand in the other one too. A changed word breaks three. */
const COPIED = 0.7;

/** Words in lower case; a script without spaces between words gives one "word" a character. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+?(?=[^\p{L}\p{M}\p{N}]|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])/gu,
      ) ?? []
  );
}

function shingles(text: string): Set<string> {
  const list = words(text);
  if (list.length < SHORTEST_COMPARED) return new Set();
  return new Set(list.slice(SHINGLE - 1).map((_, i) => list.slice(i, i + SHINGLE).join(' ')));
}

/**
 * Whether two passages are so alike that one was copied from the other or both from a third: containment of
 * word shingles (Broder 1997), so that a trimmed copy counts too. Short phrases are never called identical.
 */
export function nearIdentical(a: string, b: string): boolean {
  const [small, large] = [shingles(a), shingles(b)].sort((x, y) => x.size - y.size);
  if (!small?.size || !large) return false;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / small.size >= COPIED;
}
