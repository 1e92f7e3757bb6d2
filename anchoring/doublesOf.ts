import type { Target } from '#model/records.ts';
import type { Candidate } from './Candidate.ts';
import type { FoldedText } from './FoldedText.ts';
import { type Sketch, sideLikeness } from './sketch.ts';

/** A look-alike this much less like the quote than the best place is not that place. */
const SLACK = 0.02;
/** What is left of a place whose letters were edited here and there. */
const LEAST_QUOTE = 0.75;
const LEAST_CONTEXT = 0.5;
/** Contexts worse than those of the best place by this much on both sides together are others. */
const CONTEXT_LEAD = 0.2;
/** The same where those of the best place are the old ones to the letter. */
const LETTERS_LEAD = 0.02;

/** Whether the text had a place as like the quote as this one when it was marked: then this may be that other place. */
export const mayBeTheTwin = (quote: number, { twin }: Target): boolean =>
  twin !== undefined && quote <= twin + SLACK;

/**
 * Other places that may as well be the target as `first`, in the order found: a passage that a page holds twice is edited in
 * one of them, and then the one that still reads like the quote is not for that the one that was marked.
 */
export function doublesOf(found: readonly Candidate[], first: Candidate, target: Target): Candidate[] {
  if (!mayBeTheTwin(first.quote, target)) return [];
  const contexts = first.before + first.after;
  const lead = contexts > 2 - LETTERS_LEAD ? LETTERS_LEAD : CONTEXT_LEAD;
  return found.filter(
    (c) =>
      (c.end <= first.start || c.start >= first.end) &&
      c.quote >= LEAST_QUOTE &&
      standsBetween(c) &&
      contexts - c.before - c.after < lead,
  );
}

const standsBetween = (c: Candidate): boolean => Math.min(c.before, c.after) >= LEAST_CONTEXT;

/** Shares of the words further out, of both sides together, by which one place must lead. */
const SIDES_LEAD = 0.4;
/** A place is where it was if it moved by no more than this share of the way to the other one. */
const MOVED = 0.25;
/** Units. In a list of things alike a new one moves each to where its neighbour was: there a place says nothing. */
const FAR_APART = 2_000;

/** Which of places with equal words and surroundings is the target: by the words further out, else by where it stood. */
export function tellApart(
  page: FoldedText,
  sketch: Sketch | null,
  places: readonly Candidate[],
  { start }: Target,
): Candidate | null {
  const bySides = places
    .map((place) => {
      const [before, after] = sideLikeness(page, sketch, place);
      return { place, sides: (before ?? 0) + (after ?? 0) };
    })
    .sort((a, b) => b.sides - a.sides);
  const [best, next] = bySides;
  if (best && next && best.sides - next.sides >= SIDES_LEAD) return best.place;
  const moved = ({ start: at }: Candidate) => Math.abs(at - start);
  const [near, far] = [...places].sort((a, b) => moved(a) - moved(b));
  if (!near || !far) return near ?? null;
  const way = Math.abs(far.start - near.start);
  return way >= FAR_APART && moved(near) <= MOVED * way ? near : null;
}
