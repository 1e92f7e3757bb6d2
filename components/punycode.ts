const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / DAMP) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    k += BASE;
  }
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** Value of a base-36 digit: a–z are 0–25, 0–9 are 26–35; -1 for anything else. */
function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 22;
  if (code >= 97 && code <= 122) return code - 97;
  return -1;
}

/**
 * Decodes one host label without its `xn--` (RFC 3492, section 6.2). Null when it is not well formed.
 */
export function decodePunycode(label: string): string | null {
  const cut = label.lastIndexOf('-');
  const points = Array.from(cut > 0 ? label.slice(0, cut) : '', (char) => char.codePointAt(0) ?? 0);
  let n = INITIAL_N;
  let bias = INITIAL_BIAS;
  let at = 0;
  let read = cut > 0 ? cut + 1 : 0;
  while (read < label.length) {
    const before = at;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = read < label.length ? digitOf(label.charCodeAt(read++)) : -1;
      if (digit < 0) return null;
      at += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (at > 0x7fffffff || weight > 0x7fffffff) return null;
    }
    const length = points.length + 1;
    bias = adapt(at - before, length, before === 0);
    n += Math.floor(at / length);
    at %= length;
    if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return null;
    points.splice(at, 0, n);
    at += 1;
  }
  return String.fromCodePoint(...points);
}
