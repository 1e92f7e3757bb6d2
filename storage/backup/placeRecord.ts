import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '#model/canonicalJson.ts';
import type { Annotation, Article, Version } from '#model/records.ts';
import { withFactsOf } from '../mergeArticles.ts';
import { sameJson } from '../sameJson.ts';
import type { ImportChoices, ImportCounts } from './verbs.ts';

/*
 * Pure: an imported record beside ours with the same id gives a verdict and what should be stored.
 */

export interface Placing<T> {
  verdict: keyof ImportCounts;
  /** What to store; absent when ours stays as it is. */
  store?: T;
}

type Conflicts = NonNullable<ImportChoices['conflicts']>;

/** Which of two states of one record is the later one. Both counters must agree; clocks alone can be wrong. */
function compared(
  ours: Article | Annotation,
  theirs: Article | Annotation,
): 'updated' | 'older' | 'conflict' {
  if (theirs.revision > ours.revision && theirs.updatedAt >= ours.updatedAt) return 'updated';
  if (theirs.revision < ours.revision && theirs.updatedAt <= ours.updatedAt) return 'older';
  return 'conflict';
}

export function placeAnnotation(
  ours: Annotation | undefined,
  theirs: Annotation,
  conflicts: Conflicts,
): Placing<Annotation> {
  if (!ours) return { verdict: 'new', store: theirs };
  // What the page said is each machine's own observation.
  if (sameJson({ ...ours, anchor: null }, { ...theirs, anchor: null })) return { verdict: 'same' };
  const verdict = compared(ours, theirs);
  if (verdict === 'updated' || (verdict === 'conflict' && conflicts === 'theirs'))
    return { verdict, store: theirs };
  if (verdict === 'conflict' && conflicts === 'both')
    return { verdict, store: { ...theirs, id: copyId(theirs) } };
  return { verdict };
}

export function placeArticle(
  ours: Article | undefined,
  theirs: Article,
  conflicts: Conflicts,
): Placing<Article> {
  if (!ours) return { verdict: 'new', store: theirs };
  if (ours.id !== theirs.id) {
    // Another record of the same piece: ours takes over what it did not know.
    const joined = withFactsOf(ours, theirs);
    return sameJson(ours, joined) ? { verdict: 'same' } : { verdict: 'updated', store: joined };
  }
  if (sameJson(ours, theirs)) return { verdict: 'same' };
  const verdict = compared(ours, theirs);
  if (verdict === 'updated' || (verdict === 'conflict' && conflicts === 'theirs'))
    return { verdict, store: theirs };
  const joined = withFactsOf(ours, theirs);
  return sameJson(ours, joined) ? { verdict } : { verdict, store: joined };
}

export function placeVersion(ours: Version | undefined, theirs: Version): Placing<Version> {
  if (!ours) return { verdict: 'new', store: theirs };
  return { verdict: sameJson(ours, theirs) ? 'same' : 'conflict' };
}

/** The id of a copy kept beside ours: follows from its content, so that a second import finds it. */
function copyId(annotation: Annotation): string {
  const hash = bytesToHex(sha256(new TextEncoder().encode(canonicalJson(annotation))));
  return `${annotation.id.slice(0, 80)}~${hash.slice(0, 12)}`;
}
