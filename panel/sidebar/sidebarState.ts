import { compareWords } from '#anchoring/compareWords.ts';
import { addressForms } from '#article/addressForms.ts';
import type { Card, SidebarState } from '#components/sidebar/SidebarState.ts';
import { attributionOf } from '#evidence/attributionOf.ts';
import { normalisedSource } from '#evidence/normalisedSource.ts';
import type { LinkCandidate } from '#model/LinkCandidate.ts';
import type { Annotation } from '#model/records.ts';
import type { EarlierNote } from '#storage/index.ts';
import { offPlace } from '../offPlace.ts';
import { changesInWords } from './changesInWords.ts';
import type { KnownClaims } from './KnownClaims.ts';
import type { PanelClaims } from './PanelClaims.ts';
import type { PanelNotes } from './PanelNotes.ts';
import { metadataOf, type Shown } from './readShown.ts';

/** What the reader has in hand in this panel, laid over what is stored. */
export interface InHand {
  notes: PanelNotes;
  /** Claims being typed. */
  claims: Pick<PanelClaims, 'claimOf'>;
  /** What the library holds of claims. */
  known: Pick<KnownClaims, 'seenBefore' | 'citations'>;
  /** What notes said before, of the cards where the reader asked. */
  earlier: Map<string, EarlierNote[]>;
  /** Links beside the words, of the cards where the reader adds a source. */
  links: Map<string, LinkCandidate[]>;
}

/** What the views show of it all. Null while a page loads: what is on screen then stays, without a flash. */
export function sidebarState(shown: Shown, inHand: InHand): SidebarState | null {
  const { page, article, reading, off } = shown;
  if (page.kind === 'loading') return null;
  if (page.kind !== 'page') return page;
  if (off) return { kind: 'off', site: offPlace(off) };
  const detection = page.state?.detection ?? reading?.detection ?? null;
  const isArticle =
    article !== undefined || reading !== null || detection?.kind === 'news' || detection?.kind === 'article';
  if (!isArticle) return { kind: 'not-article', title: page.title, detection };
  const metadata = article ?? metadataOf(shown);
  return {
    kind: 'article',
    facts: {
      metadata: metadata.title ? metadata : { ...metadata, title: page.title },
      detection,
      url: page.url,
      edited: article?.edited ?? [],
      note: inHand.notes.textOfArticle(shown),
      noteSaving: inHand.notes.savingOfArticle(shown),
      tags: article?.tags ?? [],
      changes: changesInWords(reading?.visit ?? null),
      addresses: addressForms(article?.urls ?? []).flatMap(([first]) => first ?? []),
      allAddresses: article?.urls ?? [],
      archived: article?.archived,
      others: shown.others,
      tooLarge: reading?.isCut ?? false,
    },
    cards: cardsOf(shown, inHand),
  };
}

/**
 * What stays on screen while a page loads: what was found in the page before it is no longer said, because the words may
 * be others by now.
 */
export function untilLooked(state: SidebarState): SidebarState {
  if (state.kind !== 'article') return state;
  return { ...state, cards: state.cards.map((card) => ({ ...card, checking: true })) };
}

/** In the order of the text; what was not found stands where it used to stand. */
function cardsOf(shown: Shown, inHand: InHand): Card[] {
  const { annotations, reading } = shown;
  const language = shown.article?.language ?? null;
  const citations = inHand.known.citations();
  const anchored = new Map(reading?.anchored.map((one) => [one.id, one]));
  const placeOf = (one: Annotation) => {
    const start = anchored.get(one.id)?.start ?? -1;
    return start >= 0 ? start : (one.retarget ?? one.target).start;
  };
  return [...annotations]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((stored) => ({
      ...cardOf(stored, anchored.get(stored.id), inHand),
      ...evidenceOf(stored, language, citations, inHand),
    }));
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

type Now = NonNullable<Shown['reading']>['anchored'][number];

function cardOf(stored: Annotation, now: Now | undefined, { notes, claims, earlier }: InHand): Card {
  const { id } = stored;
  const conflict = notes.conflicts.get(id);
  const earlierNotes = earlier.get(id);
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
    hidden: now?.hidden ?? false,
    ...(changes.length > 0 ? { changes } : {}),
    ...(conflict ? { conflict } : {}),
    ...(earlierNotes ? { earlierNotes } : {}),
  };
}
