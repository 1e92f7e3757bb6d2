/** How results are compared with the truth; shared by all tables. */

export const keyOf = (text) =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Precision, recall, F1 and the share of negatives fired on. */
export function confusion(pairs) {
  const n = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const [said, truth] of pairs) n[said ? (truth ? 'tp' : 'fp') : truth ? 'fn' : 'tn']++;
  return {
    precision: n.tp / (n.tp + n.fp || 1),
    recall: n.tp / (n.tp + n.fn || 1),
    f1: (2 * n.tp) / (2 * n.tp + n.fp + n.fn || 1),
    fires: n.fp / (n.fp + n.tn || 1),
  };
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
const wordsOf = (text) => text.toLowerCase().normalize('NFKC').match(WORD) ?? [];

/** Words in common, each as often as it occurs in both; unspaced scripts count by characters. */
export function wordOverlap(expected, found) {
  const [want, have] = [wordsOf(expected), wordsOf(found)];
  const left = new Map();
  for (const word of want) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of have) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return {
    recall: shared / (want.length || 1),
    precision: shared / (have.length || 1),
    f1: (2 * shared) / (want.length + have.length || 1),
  };
}

/** Points 0..1 for each field the truth knows. Authors by F1 of names, the others right or wrong. */
export function metadataPoints(truth, found) {
  const points = {};
  if (truth.title) points.title = Number(keyOf(truth.title) === keyOf(found.title));
  if (truth.authors?.length) {
    const [want, have] = [truth.authors, found.authors ?? []].map((names) => new Set(names.map(keyOf)));
    const shared = [...want].filter((name) => have.has(name)).length;
    points.authors = (2 * shared) / (want.size + have.size || 1);
  }
  if (truth.date) {
    const day = truth.date.slice(0, 10);
    points.date = Number([found.date, found.dateRaw].some((date) => date?.slice(0, 10) === day));
  }
  if (truth.site) {
    const [want, have] = [keyOf(truth.site), keyOf(found.site)];
    points.site = Number(have !== '' && (want.includes(have) || have.includes(want)));
  }
  if (truth.canonical) points.canonical = Number(addressKey(truth.canonical) === addressKey(found.canonical));
  return points;
}

/** Scheme, www, tracking parameters, fragment, escapes and a trailing slash make no difference. */
function addressKey(url) {
  if (!url || !URL.canParse(url)) return '';
  const { hostname, pathname, searchParams } = new URL(url);
  const kept = [...searchParams].filter(
    ([name]) => !/^(?:utm_|wt_|ref$|rss|dicbo|ico$|source$|origin$|traffic)/.test(name),
  );
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // an old encoding: compare it as it stands
  }
  return `${hostname.replace(/^www\./, '')}${path.replace(/\/$/, '')}?${kept.map((pair) => pair.join('=')).join('&')}`;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
export const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
