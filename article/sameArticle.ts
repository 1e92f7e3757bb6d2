import { articleAddresses, numbersOf, siteOf, wordsOf } from './articleAddresses.ts';

/** What one visit says about the piece that was seen. */
export interface Sighting {
  url: string;
  canonicalUrl: string | null;
  title: string | null;
  publishedAt?: string | null | undefined;
  /** The first few hundred characters of the text, if they were read. */
  opening?: string | undefined;
}

export interface Sameness {
  verdict: 'same' | 'different' | 'unsure';
  /** Why, in words for the reader who is asked. */
  evidence: string[];
}

/**
 * Weighs whether two sightings are of one piece. `same` is said only where nothing speaks against it: a wrong merge
 * puts a reader's notes under another story, a missed one costs a click. Two outlets' copies of a wire report are two
 * pieces.
 */
export function sameArticle(a: Sighting, b: Sighting): Sameness {
  const addresses = [
    articleAddresses(a.url, a.canonicalUrl),
    articleAddresses(b.url, b.canonicalUrl),
  ] as const;
  const [firstA, firstB] = [addresses[0][0], addresses[1][0]];
  if (firstA === undefined || firstB === undefined)
    return { verdict: 'different', evidence: ['not a web address'] };

  const text = likeness(a.opening ?? '', b.opening ?? '');
  const title = likeness(a.title ?? '', b.title ?? '');
  const time = sameTime(a.publishedAt, b.publishedAt);

  if (addresses[0].some((address) => addresses[1].includes(address))) {
    const replaced = text !== null && text < 0.1 && (title === null || title < 0.3);
    return replaced
      ? { verdict: 'unsure', evidence: ['the same address', 'but another headline and text'] }
      : { verdict: 'same', evidence: ['the same address'] };
  }
  if (
    !addresses[0].some((one) => addresses[1].some((other) => siteOf(new URL(one)) === siteOf(new URL(other))))
  )
    return { verdict: 'different', evidence: ['another site'] };

  const evidence: string[] = [];
  if (text !== null && text >= 0.8) evidence.push('the same text');
  if (title !== null && title >= 0.9) evidence.push('the same headline');
  if (time === true) evidence.push('published at the same minute');
  if (sharesNumber(firstA, firstB)) evidence.push('the same number in the address');
  const against = (text !== null && text < 0.5) || time === false || (title !== null && title < 0.2);
  if (against || evidence.length === 0)
    return { verdict: evidence.length > 1 ? 'unsure' : 'different', evidence };
  return { verdict: evidence.length > 1 ? 'same' : 'unsure', evidence };
}

/**
 * Whether what a page says of itself speaks against its being a piece seen before: another headline than any it has
 * had, and not the same minute of publication. Silence speaks against nothing.
 */
export function contradicts(
  page: Pick<Sighting, 'title' | 'publishedAt'>,
  known: { titles: (string | null)[]; publishedAt: string | null },
): boolean {
  const likest = known.titles
    .map((title) => likeness(page.title ?? '', title ?? ''))
    .filter((likenessOfOne) => likenessOfOne !== null);
  const time = sameTime(page.publishedAt, known.publishedAt);
  if (likest.length === 0) return time === false;
  return Math.max(...likest) < 0.3 && time !== true;
}

/** One number of six or more digits in both, and a slug that was at most reworded. */
function sharesNumber(a: string, b: string): boolean {
  const [pathA, pathB] = [new URL(a).pathname, new URL(b).pathname];
  const common = numbersOf(pathA).filter((number) => number.length >= 6 && numbersOf(pathB).includes(number));
  if (common.length === 0) return false;
  const [wordsA, wordsB] = [wordsOf(pathA), wordsOf(pathB)];
  return wordsA.length === 0 || wordsB.length === 0 || wordsA.some((word) => wordsB.includes(word));
}

/** True or false where both times are known, to the minute; null where one is not. */
function sameTime(a: string | null | undefined, b: string | null | undefined): boolean | null {
  const [timeA, timeB] = [Date.parse(a ?? ''), Date.parse(b ?? '')];
  return Number.isNaN(timeA) || Number.isNaN(timeB) ? null : Math.abs(timeA - timeB) < 60_000;
}

/** Share of words in common, 0..1 (Jaccard); null where one text has fewer than three words. Unspaced scripts count by pairs of characters. */
function likeness(a: string, b: string): number | null {
  const [wordsA, wordsB] = [termsOf(a), termsOf(b)];
  if (wordsA.size < 3 || wordsB.size < 3) return null;
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared++;
  return shared / (wordsA.size + wordsB.size - shared);
}

function termsOf(text: string): Set<string> {
  const words =
    text
      .slice(0, 2_000)
      .toLowerCase()
      .normalize('NFKC')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  return new Set(
    words.flatMap((word) =>
      unspaced.test(word) ? [...word].map((_, i, all) => all.slice(i, i + 2).join('')) : [word],
    ),
  );
}
