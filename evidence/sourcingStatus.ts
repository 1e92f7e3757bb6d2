import type { Source, SourcingStatus } from '#model/records.ts';
import { independent } from './independent.ts';

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
}

/** A row the reader has opened but not filled in is no source. */
function isFilledIn(source: Source): boolean {
  return [source.url, source.title, source.site, source.quote?.exact ?? ''].some(
    (text) => text.trim() !== '',
  );
}

/** Size of the largest set of pairwise independent sources, as far as `most`. */
function countIndependent(sources: Source[], most: number): number {
  let best = 0;
  for (const [i, first] of sources.entries()) {
    if (best >= most) break;
    const rest = sources.slice(i + 1).filter((other) => independent(first, other));
    best = Math.max(best, most === 1 ? 1 : 1 + countIndependent(rest, most - 1));
  }
  return best;
}

/** The sourcing status of a claim together with the counts behind it. */
export function sourcing(sources: Source[]): Sourcing {
  const filled = sources.filter(isFilledIn);
  const supporting = filled.filter(({ stance }) => stance === 'supports');
  const disputing = filled.filter(({ stance }) => stance === 'disputes').length;
  const primary = supporting.filter(({ tier }) => tier === 'primary').length;
  const secondary = supporting.filter(({ tier }) => tier === 'secondary');
  const agreeing = countIndependent(secondary, SECONDARIES_NEEDED);
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
