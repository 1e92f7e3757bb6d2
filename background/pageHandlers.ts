import { articleAddresses } from '#article/articleAddresses.ts';
import { tell } from '#messaging/call.ts';
import type { Handlers } from '#messaging/serveCalls.ts';
import { allTabStates, readTabState, takeAskedFor } from '#messaging/tabState.ts';
import type { KeptText } from '#model/KeptText.ts';
import type { Annotation, Detection } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';
import { readClaimInHand } from '#storage/claimInHand.ts';
import { readSettings } from '#storage/settings.ts';
import { keptTexts } from '#typing/keptText.ts';
import { citationsAt } from './citations.ts';
import { claimInHand } from './claimInHand.ts';
import { injectAnnotator, styleHighlights } from './inject.ts';
import { library } from './library.ts';
import { manner } from './manner.ts';
import { isOff, tabOf } from './ownOfPage.ts';
import { leaveTab } from './settings.ts';
import { articleAt, tellAnnotator, updateTab } from './tabs.ts';

/** A page the reader annotates before, or without, a verdict of the detector. */
const UNKNOWN: Detection = { kind: 'other', score: 0, signals: [] };

/** An annotator may describe a page that moved before the detector has looked at it. */
const isUnknown = ({ kind, signals }: Detection) => kind === 'other' && signals.length === 0;

/** What was typed at annotations of a page, and not stored. */
async function keptAt(annotations: Annotation[]): Promise<KeptText[]> {
  const keys = new Set(annotations.flatMap(({ id }) => [typedKey.note(id), typedKey.newSource(id)]));
  return (await keptTexts((await library()).drafts, 'page')).filter(({ key }) => keys.has(key));
}

/** What the background does where a page tells of itself or asks what is stored for it. */
export const pageHandlers = {
  async pageSeen({ url, detection }, sender) {
    const tabId = tabOf(sender);
    if (await isOff(url, sender)) {
      await leaveTab(tabId);
      return null;
    }
    const { before, state } = await updateTab(tabId, (known) => ({
      url,
      detection,
      metadata: known?.url === url ? known.metadata : null,
    }));
    // With a claim in hand any page may hold a source for it.
    if (detection.kind !== 'other' || state.count + state.cited > 0 || (await readClaimInHand())) {
      const there = await tellAnnotator(tabId, 'refresh', { annotationIds: [] });
      if (!there) await injectAnnotator(tabId);
    } else if (before?.url !== url || before.detection.kind !== 'other' || isUnknown(before.detection)) {
      // The same verdict again takes nothing away: the reader may have asked to annotate all the same.
      await tellAnnotator(tabId, 'leave', null);
      // A side bar may have asked the annotator before it left.
      await tell('anchored', { tabId });
    }
    return null;
  },

  async pageDescribed({ url, metadata }, sender) {
    const { state } = await updateTab(tabOf(sender), (known) => ({
      url,
      detection: known?.url === url ? known.detection : UNKNOWN,
      metadata,
    }));
    if (state.articleId === null) return null;
    // Addresses of other articles are not taken from them.
    const addresses = articleAddresses(url, metadata.canonicalUrl);
    await (await library()).articles.refreshFromPage(state.articleId, { addresses, metadata });
    return null;
  },

  async openPage({ url, manner: known }, sender) {
    const tabId = tabOf(sender);
    const state = await readTabState(tabId);
    const article = await articleAt(url, state);
    const store = await library();
    const annotations = article ? await store.annotations.forArticle(article.id) : [];
    const chosen = await manner();
    // Another tab of the same page may be typing it right now.
    const isShownTwice = [...(await allTabStates())].some(([id, one]) => id !== tabId && one.url === url);
    return {
      article: article ?? null,
      annotations,
      cited: await citationsAt(url, (state?.url === url && state.metadata?.canonicalUrl) || null),
      kept: isShownTwice ? [] : await keptAt(annotations),
      scrollTo: await takeAskedFor(tabId),
      toolbar: (await readSettings()).toolbar,
      inHand: await claimInHand(),
      manner: chosen.id === known ? null : chosen,
    };
  },

  async styleHighlights(_, sender) {
    await styleHighlights(tabOf(sender), new URL(sender.url ?? '').origin);
    return null;
  },

  async reportAnchors({ url, reports }, sender) {
    const tabId = tabOf(sender);
    const article = await articleAt(url, await readTabState(tabId));
    if (article && reports.length > 0) await (await library()).annotations.reportAnchors(article.id, reports);
    await tell('anchored', { tabId });
    return null;
  },

  async reportVersion({ url, version }, sender) {
    const tabId = tabOf(sender);
    const article = await articleAt(url, await readTabState(tabId));
    if (!article) return { since: null, headlines: [] };
    const { since, headlines } = await (await library()).versions.visit(article.id, version);
    return { since, headlines };
  },
} satisfies Partial<Handlers>;
