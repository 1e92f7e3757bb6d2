import { keyOf } from './cleanText.ts';
import type { Digest } from './digestArticle.ts';

/** What became of an article between two visits. */
export interface Edits {
  /** The old headline, where it now is another one. */
  headline: string | null;
  /** Paragraphs reworded, put in and taken out; moved ones are none of these. */
  edited: number;
  added: number;
  removed: number;
  /** So little of the text is left that counting paragraphs says nothing. */
  rewritten: boolean;
  /** A correction notice stands in the text now. */
  corrected: boolean;
  /** Paragraphs changed, but the page still names the old time of its last change. */
  undated: boolean;
}

/** With a smaller share of the paragraphs left, the text counts as rewritten. */
const LEAST_KEPT = 0.2;

/**
 * Compares two visits. Null where nothing changed, or where nothing can be said because one visit saw only a part.
 * @param headlines earlier headlines of the article: sites try out two in turn, and going back to one is no news.
 */
export function compareDigests(before: Digest, now: Digest, headlines: readonly string[] = []): Edits | null {
  const known = [before.headline, ...headlines].map(keyOf);
  const headline =
    now.headline && before.headline && !known.includes(keyOf(now.headline)) ? before.headline : null;
  const counts = isCut(before, now) ? NONE : countEdits(listOf(before), listOf(now));
  const touched = counts.edited + counts.added + counts.removed > 0;
  if (!touched && headline === null) return null;
  return {
    headline,
    ...counts,
    corrected: now.corrected,
    undated: counts.edited > 0 && now.modifiedAt !== null && now.modifiedAt === before.modifiedAt,
  };
}

const NONE = { edited: 0, added: 0, removed: 0, rewritten: false };

const listOf = ({ paragraphs }: Digest): string[] => paragraphs.split(' ').filter(Boolean);

/** One visit saw no text, or only a part of what the other saw because of a paywall. */
function isCut(before: Digest, now: Digest): boolean {
  const [fewer, more] = [listOf(before), listOf(now)].sort((a, b) => a.length - b.length);
  if (!fewer || !more || fewer.length === 0) return true;
  const all = new Set(more);
  return Boolean(before.partial || now.partial) && fewer.every((hash) => all.has(hash));
}

function countEdits(old: string[], now: string[]) {
  const kept = commonRun(old, now);
  const [oldSet, nowSet] = [new Set(old), new Set(now)];
  let [edited, added, removed] = [0, 0, 0];
  let [i, j] = [0, 0];
  // Between two kept paragraphs, as many as were taken out and put in again count as reworded.
  for (const [nextOld, nextNow] of [...kept, [old.length, now.length] as const]) {
    const out = old.slice(i, nextOld).filter((hash) => !nowSet.has(hash)).length;
    const put = now.slice(j, nextNow).filter((hash) => !oldSet.has(hash)).length;
    edited += Math.min(out, put);
    added += Math.max(0, put - out);
    removed += Math.max(0, out - put);
    [i, j] = [nextOld + 1, nextNow + 1];
  }
  const left = old.filter((hash) => nowSet.has(hash)).length;
  return { edited, added, removed, rewritten: left < LEAST_KEPT * old.length };
}

/** Longest common subsequence of two lists, as pairs of positions (dynamic programming; lists are short). */
function commonRun(a: string[], b: string[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
