import type { Annotation, HistoryEntry, HistoryKind } from '#model/records.ts';

export interface Wordings {
  /** The words the card stands for. */
  shown: string;
  /** The other wording: the first one where a new one was accepted, the new one where both were kept. */
  other: string | null;
  /** Whether both were kept. */
  both: boolean;
}

/** Which words a card shows after what the reader decided about an edited quote. */
export function wordingsOf({ target, retarget, history }: Annotation): Wordings {
  if (!retarget || retarget.exact === target.exact) return { shown: target.exact, other: null, both: false };
  const last = lastOf(history, ['wording-accepted', 'both-kept', 'suggestion-accepted', 'reanchored']);
  return last?.kind === 'both-kept'
    ? { shown: target.exact, other: retarget.exact, both: true }
    : { shown: retarget.exact, other: target.exact, both: false };
}

/** Whether the reader said that the old wording shall stand although the page now says this. */
export const keptOld = ({ history, anchor }: Annotation): boolean =>
  lastOf(history, ['wording-kept'])?.after === anchor.textNow && anchor.state === 'changed';

/** Whether something about the quote's place waits for the reader. */
export const needsDecision = (annotation: Annotation): boolean =>
  annotation.anchor.state !== 'exact' && !keptOld(annotation);

const lastOf = (history: HistoryEntry[], kinds: HistoryKind[]): HistoryEntry | undefined =>
  history.findLast(({ kind }) => kinds.includes(kind));
