/** How well a pattern is found in a stretch of text. */
export interface BitMatch {
  /** Least number of inserted, deleted or replaced units. */
  errors: number;
  /** Offset just after the best match (before it, when searching backwards). */
  end: number;
}

/** Equality masks by code; only the entries of the pattern's own codes are ever non-zero. */
let masks = new Int32Array(0);
const slotOf = new Uint16Array(65536);
/** The columns' bit vectors, kept between calls. */
let plus = new Int32Array(16);
let minus = new Int32Array(16);

/**
 * Approximate substring search: the place in `text[from, to)` where `pattern` fits with the fewest errors.
 * Myers' bit-vector algorithm in Hyyrö's blocked form (G. Myers 1999, H. Hyyrö 2003), 32 units a word.
 * `backwards` runs from `to` down with the reversed pattern, which gives the start of a match whose end is known.
 */
export function bitSearch(
  text: Uint16Array,
  from: number,
  to: number,
  pattern: Uint16Array,
  backwards = false,
): BitMatch {
  const m = pattern.length;
  const words = Math.max(1, Math.ceil(m / 32));
  const slots = fillMasks(pattern, words, backwards);
  if (plus.length < words) {
    plus = new Int32Array(2 * words);
    minus = new Int32Array(2 * words);
  }
  plus.fill(-1, 0, words);
  minus.fill(0, 0, words);
  const lastWord = words - 1;
  const lastBit = (m - 1) & 31;
  const step = backwards ? -1 : 1;
  const stop = backwards ? from - 1 : to;
  let score = m;
  let best = m;
  let bestAt = backwards ? to : from;
  for (let at = backwards ? to - 1 : from; at !== stop; at += step) {
    const base = (slotOf[text[at] ?? 0] ?? 0) * words;
    let carryPlus = 0;
    let carryMinus = 0;
    for (let w = 0; w < words; w++) {
      const pv = plus[w] ?? 0;
      const mv = minus[w] ?? 0;
      const eq = masks[base + w] ?? 0;
      const xv = eq | mv;
      const held = eq | carryMinus;
      const xh = (((held & pv) + pv) ^ pv) | held;
      const ph = mv | ~(xh | pv);
      const mh = pv & xh;
      const shifted = (ph << 1) | carryPlus;
      plus[w] = (mh << 1) | carryMinus | ~(xv | shifted);
      minus[w] = shifted & xv;
      // What a word hands on is its highest bit; the last one ends at another.
      const top = w === lastWord ? lastBit : 31;
      carryPlus = (ph >>> top) & 1;
      carryMinus = (mh >>> top) & 1;
    }
    score += carryPlus - carryMinus;
    if (score < best) {
      best = score;
      bestAt = backwards ? at : at + 1;
    }
  }
  for (let i = 0; i < slots; i++) slotOf[used[i] ?? 0] = 0;
  return { errors: best, end: bestAt };
}

let used = new Uint16Array(256);

/** Gives each code of the pattern a slot from 1 up (0: not in the pattern) and fills its mask. */
function fillMasks(pattern: Uint16Array, words: number, backwards: boolean): number {
  const m = pattern.length;
  if (used.length < m) used = new Uint16Array(m * 2);
  const room = (m + 1) * words;
  if (masks.length < room) masks = new Int32Array(room * 2);
  masks.fill(0, 0, words);
  let slots = 0;
  for (let i = 0; i < m; i++) {
    const code = pattern[backwards ? m - 1 - i : i] ?? 0;
    let slot = slotOf[code] ?? 0;
    if (slot === 0) {
      used[slots++] = code;
      slot = slots;
      slotOf[code] = slot;
      masks.fill(0, slot * words, slot * words + words);
    }
    const at = slot * words + (i >> 5);
    masks[at] = (masks[at] ?? 0) | (1 << (i & 31));
  }
  return slots;
}
