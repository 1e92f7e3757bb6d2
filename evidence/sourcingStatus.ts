import type { Source, SourcingStatus } from '#model/records.ts';
import { independent, type SharedOrigin, sharedOrigin } from './independent.ts';

/** Secondary sources that have to agree when there is no primary one. */
export const SECONDARIES_NEEDED = 3;

/** What the status was computed from, so that a view can say how far a claim is from the next one. */
export interface Sourcing {
  status: SourcingStatus;
  /** Supporting sources of tier `primary`. */
  primary: number;
  /** Supporting secondary sources that are independent of each other; counted up to `SECONDARIES_NEEDED`. */
  independent: number;
  /** Supporting sources whose tier the reader has not said yet: they prove nothing before that. */
  unjudged: number;
  supporting: number;
  disputing: number;
  context: number;
  /** What each source that was filled in did for the status, in their order. */
  reasons: SourcingReason[];
}

/** Why a source counts, or does not. `with` is the id of the source that it is not independent of. */
export interface SourcingReason {
  id: string;
  counts: 'primary' | 'independent' | 'disputes' | 'context' | 'tier unknown' | SharedOrigin;
  with?: string | undefined;
}

/** A row the reader has opened but not filled in is no source. */
function isFilledIn(source: Source): boolean {
  return [source.url, source.title, source.site, source.quote?.exact ?? ''].some(
    (text) => text.trim() !== '',
  );
}

/** The largest set of pairwise independent sources, as far as `most`; the first such in their order. */
function independentOnes(sources: Source[], most: number): Source[] {
  let best: Source[] = [];
  for (const [i, first] of sources.entries()) {
    if (best.length >= most) break;
    const rest = most === 1 ? [] : sources.slice(i + 1).filter((other) => independent(first, other));
    const found = [first, ...(most === 1 ? [] : independentOnes(rest, most - 1))];
    if (found.length > best.length) best = found;
  }
  return best;
}

/** A secondary source beyond the ones needed counts too, unless it shares its origin with one that does. */
function reasonOf(source: Source, counted: Source[]): SourcingReason {
  const { id } = source;
  if (source.stance !== 'supports')
    return { id, counts: source.stance === 'disputes' ? 'disputes' : 'context' };
  if (source.tier === 'primary') return { id, counts: 'primary' };
  if (source.tier === 'unknown') return { id, counts: 'tier unknown' };
  if (counted.includes(source)) return { id, counts: 'independent' };
  for (const other of counted) {
    const shared = sharedOrigin(other, source);
    if (shared) return { id, counts: shared, with: other.id };
  }
  return { id, counts: 'independent' };
}

/** The sourcing status of a claim together with the counts behind it. */
export function sourcing(sources: Source[]): Sourcing {
  const filled = sources.filter(isFilledIn);
  const supporting = filled.filter(({ stance }) => stance === 'supports');
  const disputing = filled.filter(({ stance }) => stance === 'disputes').length;
  const primary = supporting.filter(({ tier }) => tier === 'primary').length;
  const secondary = supporting.filter(({ tier }) => tier === 'secondary');
  const counted = independentOnes(secondary, SECONDARIES_NEEDED);
  const agreeing = counted.length;
  let status: SourcingStatus = 'unsourced';
  if (disputing > 0) status = 'contested';
  else if (primary > 0 || agreeing >= SECONDARIES_NEEDED) status = 'corroborated';
  else if (supporting.length > 0) status = 'single source';
  return {
    status,
    primary,
    independent: agreeing,
    unjudged: supporting.filter(({ tier }) => tier === 'unknown').length,
    supporting: supporting.length,
    disputing,
    context: filled.length - supporting.length - disputing,
    reasons: filled.map((source) => reasonOf(source, counted)),
  };
}

/**
 * How well a claim is sourced, by a newsroom's rule and never a verdict on its truth. The rule is the one in
 * the Knight Science Journalism programme's fact-checking guide: prefer a primary source; if you must use
 * secondary sources, find at least three that confirm the fact and are unique pieces, not one wire story
 * repeated.
 *
 * - `contested`: a source disputes the claim. The article itself asserts it, so one dispute is enough for two
 *   sides; agreement elsewhere does not outvote it.
 * - `corroborated`: one primary source, or three independent secondary ones, support it.
 * - `single source`: support that is less than that, be it one secondary source or three prints of one wire story.
 * - `unsourced`: nothing that supports or disputes; context alone is no evidence.
 */
export function sourcingStatus(sources: Source[]): SourcingStatus {
  return sourcing(sources).status;
}
