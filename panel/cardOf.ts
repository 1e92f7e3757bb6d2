import { compareWords } from '#anchoring/compareWords.ts';
import type { Card } from '#components/sidebar/SidebarState.ts';
import { attributionOf } from '#evidence/attributionOf.ts';
import { normalisedSource } from '#evidence/normalisedSource.ts';
import type { Anchored } from '#messaging/anchored.ts';
import type { LinkCandidate } from '#model/LinkCandidate.ts';
import { lookedState } from '#model/neverLooked.ts';
import type { Annotation } from '#model/records.ts';
import type { EarlierNote } from '#storage/index.ts';
import { apartOf } from './apartOf.ts';
import type { CardNotes } from './CardNotes.ts';
import type { KnownClaims } from './KnownClaims.ts';
import type { PanelClaims } from './PanelClaims.ts';

/** What the reader has in hand in this panel, laid over what is stored. */
export interface InHand<Notes extends CardNotes = CardNotes> {
  notes: Notes;
  /** Claims being typed. */
  claims: Pick<PanelClaims, 'claimOf'>;
  /** What the library holds of claims. */
  known: Pick<KnownClaims, 'seenBefore' | 'citations'>;
  /** What notes said before, of the cards where the reader asked. */
  earlier: Map<string, EarlierNote[]>;
  /** Links beside the words, of the cards where the reader adds a source. */
  links: Map<string, LinkCandidate[]>;
}

/** An annotation as a card shows it. `now`: where today's page has it; absent where no page is looked at. */
export function cardOf(
  stored: Annotation,
  now: Anchored | undefined,
  language: string | null,
  citations: Map<string, number>,
  inHand: InHand,
): Card {
  return { ...placedCard(stored, now, inHand), ...evidenceOf(stored, language, citations, inHand) };
}

/** What can be told of a claim and its sources beyond what is stored with it. */
function evidenceOf(
  stored: Annotation,
  language: string | null,
  citations: Map<string, number>,
  { claims, known, links }: InHand,
): Pick<Card, 'suggested' | 'seen' | 'cited' | 'links'> {
  const beside = links.get(stored.id);
  const claim = claims.claimOf(stored);
  const cited = stored.sources.map(({ id, url }) => [id, citations.get(normalisedSource(url)) ?? 0] as const);
  return {
    ...(claim && !claim.attribution ? { suggested: attributionOf(stored.target, language) } : {}),
    ...(claim
      ? { seen: known.seenBefore(stored.id, claim.statement.trim() || stored.target.exact, language) }
      : {}),
    ...(beside ? { links: beside } : {}),
    cited: Object.fromEntries(cited.filter(([, count]) => count > 1)),
  };
}

/** White space alone is nothing that a reader sees. */
const isWrittenOtherwise = (now: string, stored: string): boolean =>
  now.replace(/\s+/gu, ' ').trim() !== stored.replace(/\s+/gu, ' ').trim();

function placedCard(stored: Annotation, now: Anchored | undefined, { notes, claims, earlier }: InHand): Card {
  const { id } = stored;
  const earlierNotes = earlier.get(id);
  const apart = apartOf(stored);
  const textNow = now?.textNow ?? null;
  // Before the page was looked at, the words of the last visit are all there is to compare.
  const told = now ? null : (stored.anchor.textNow ?? null);
  const changes =
    told === null ? (now?.changes ?? []) : compareWords((stored.retarget ?? stored.target).exact, told);
  return {
    annotation: {
      ...stored,
      claim: claims.claimOf(stored),
      note: notes.textOf(id, stored),
      anchor: now
        ? { ...stored.anchor, state: now.state, ...(textNow === null ? {} : { textNow }) }
        : stored.anchor,
    },
    saving: notes.savingOf(id),
    checking: now === undefined,
    waiting: now === undefined && lookedState(stored.anchor) === 'waiting',
    hidden: now?.hidden ?? false,
    ...(now?.state === 'exact' &&
    textNow &&
    isWrittenOtherwise(textNow, (stored.retarget ?? stored.target).exact)
      ? { rewritten: textNow }
      : {}),
    ...(changes.length > 0 ? { changes } : {}),
    ...(apart ? { apart } : {}),
    ...(earlierNotes ? { earlierNotes } : {}),
  };
}
