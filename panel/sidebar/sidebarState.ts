import { addressForms } from '#article/addressForms.ts';
import type { Card, SidebarState } from '#components/sidebar/SidebarState.ts';
import type { Annotation } from '#model/records.ts';
import { cardOf, type InHand } from '../cardOf.ts';
import { offPlace } from '../offPlace.ts';
import { changesInWords } from './changesInWords.ts';
import type { PanelNotes } from './PanelNotes.ts';
import { metadataOf, type Shown } from './readShown.ts';

/** What the views show of it all. Null while a page loads: what is on screen then stays, without a flash. */
export function sidebarState(shown: Shown, inHand: InHand<PanelNotes>): SidebarState | null {
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
      cited: reading?.cited ?? [],
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
function cardsOf(shown: Shown, inHand: InHand<PanelNotes>): Card[] {
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
    .map((stored) => cardOf(stored, anchored.get(stored.id), language, citations, inHand));
}
