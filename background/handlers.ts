import type { Browser } from 'wxt/browser';
import { articleAddresses } from '#article/articleAddresses.ts';
import { attributionOf } from '#evidence/attributionOf.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import { offRule } from '#identity/siteRules.ts';
import { CallError, tell } from '#messaging/call.ts';
import { openSidebar } from '#messaging/openSidebar.ts';
import type { Handlers } from '#messaging/serveCalls.ts';
import { allTabStates, readTabState, takeAskedFor } from '#messaging/tabState.ts';
import type { KeptText } from '#model/KeptText.ts';
import type { Annotation, Detection } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';
import { readClaimInHand, writeClaimInHand } from '#storage/claimInHand.ts';
import type { Action } from '#storage/index.ts';
import { readSettings } from '#storage/settings.ts';
import { keptTexts } from '#typing/keptText.ts';
import { announce } from './announce.ts';
import { citationsAt } from './citations.ts';
import { attachToClaim, claimInHand, judgeSource, takeBackSource, takeInHand } from './claimInHand.ts';
import { injectAnnotator, runDetector, styleHighlights } from './inject.ts';
import { library } from './library.ts';
import { manner } from './manner.ts';
import { openArticle } from './openArticle.ts';
import { readSentences } from './orderPage.ts';
import { runVerb, standingAfter, stopImport } from './runVerb.ts';
import { leaveTab } from './settings.ts';
import { articleAt, tellAnnotator, updateTab } from './tabs.ts';

type Sender = Browser.runtime.MessageSender;

function tabOf(sender: Sender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new CallError('Refused', 'This call comes from no tab.');
  return id;
}

/** Whether everything an action changed belongs to an article. */
async function concerns(action: Action, articleId: string): Promise<boolean> {
  const store = await library();
  const touched = await Promise.all(action.annotationIds.map((id) => store.annotations.get(id)));
  return (
    action.articleIds.every((id) => id === articleId) &&
    touched.every((annotation) => annotation?.articleId === articleId)
  );
}

/** Whether the reader switched Claimlight off for the page that calls. */
async function isOff(url: string, { tab }: Sender): Promise<boolean> {
  return offRule({ url, incognito: tab?.incognito ?? false }, await readSettings()) !== null;
}

/** A content script may only touch annotations of the article its own page shows. */
async function ownAnnotation(id: string, url: string, sender: Sender): Promise<Annotation> {
  const article = await articleAt(url, await readTabState(tabOf(sender)));
  const annotation = await (await library()).annotations.get(id);
  if (!annotation || annotation.articleId !== article?.id)
    throw new CallError('Refused', 'That annotation is not of this page.');
  return annotation;
}

/** A page the reader annotates before, or without, a verdict of the detector. */
const UNKNOWN: Detection = { kind: 'other', score: 0, signals: [] };

/** An annotator may describe a page that moved before the detector has looked at it. */
const isUnknown = ({ kind, signals }: Detection) => kind === 'other' && signals.length === 0;

/**
 * A page may keep texts of its own highlights. One that was deleted meanwhile is of no page any more: what is typed
 * there is kept all the same, and so it is where the library can't be asked.
 */
async function mayKeep(key: string, url: string, sender: Sender): Promise<void> {
  const id = key.split(' ').at(-1) ?? '';
  const annotation = await (await library()).annotations.get(id).catch(() => undefined);
  if (annotation) await ownAnnotation(id, url, sender);
}

/** What was typed at annotations of a page, and not stored. */
async function keptAt(annotations: Annotation[]): Promise<KeptText[]> {
  const keys = new Set(annotations.flatMap(({ id }) => [typedKey.note(id), typedKey.newSource(id)]));
  return (await keptTexts((await library()).drafts, 'page')).filter(({ key }) => keys.has(key));
}

/** What the background does for each call of the protocol; the receiver has checked caller and shape. */
export function createHandlers(): Handlers {
  return {
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
      const state = await readTabState(tabOf(sender));
      const article = await articleAt(url, state);
      const store = await library();
      const annotations = article ? await store.annotations.forArticle(article.id) : [];
      const tabId = tabOf(sender);
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

    async annotate({ id, url, metadata, detection, target, color, note, source }, sender) {
      const tabId = tabOf(sender);
      const store = await library();
      const { annotation, actionId } = await store.annotations.create({
        id,
        article: {
          addresses: (await knownArticle(store, url, metadata)).addresses,
          metadata,
          kind: detection.kind,
        },
        url,
        target,
        color,
        note,
        ...(source ? { source } : {}),
      });
      await updateTab(tabId, (known) => ({
        url,
        detection: known?.url === url ? known.detection : detection,
        metadata,
      }));
      return { annotation, actionId: actionId ?? '' };
    },

    async patchAnnotation({ url, id, patch, base }, sender) {
      await ownAnnotation(id, url, sender);
      return (await (await library()).annotations.patch(id, patch, base)).annotation;
    },

    async addSource({ url, id, source }, sender) {
      await ownAnnotation(id, url, sender);
      return (await (await library()).annotations.addSource(id, source)).annotation;
    },

    async removeAnnotation({ url, id }, sender) {
      await ownAnnotation(id, url, sender);
      const { actionId } = await (await library()).annotations.remove([id]);
      return { actionId: actionId ?? '' };
    },

    async undo({ url, actionId }, sender) {
      const article = await articleAt(url, await readTabState(tabOf(sender)));
      const store = await library();
      const action = (await store.actions()).find(({ id }) => id === actionId);
      if (!action || !article || !(await concerns(action, article.id)))
        throw new CallError('Refused', 'That action is not of this page.');
      await store.undo(actionId);
      return null;
    },

    async speakerOf({ url, id }, sender) {
      const { target, articleId } = await ownAnnotation(id, url, sender);
      const article = await (await library()).articles.get(articleId);
      return attributionOf(target, article?.language ?? null)?.who ?? '';
    },

    useAsSource: ({ url, metadata, quote }) =>
      attachToClaim({
        url,
        title: metadata.title ?? '',
        site: metadata.site ?? '',
        authors: metadata.authors ?? [],
        publishedAt: metadata.publishedAt ?? null,
        quote,
        stance: 'supports',
        tier: 'unknown',
      }),

    async takeBackSource({ sourceId }) {
      await takeBackSource(sourceId);
      return null;
    },

    async judgeSource({ sourceId, tier }) {
      await judgeSource(sourceId, tier);
      return null;
    },

    async takeInHand({ url, id }, sender) {
      await takeInHand(await ownAnnotation(id, url, sender));
      return null;
    },

    async putDown() {
      await writeClaimInHand(null);
      return null;
    },

    async reportAnchors({ url, reports }, sender) {
      const tabId = tabOf(sender);
      const article = await articleAt(url, await readTabState(tabId));
      if (article && reports.length > 0)
        await (await library()).annotations.reportAnchors(article.id, reports);
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

    async showCard({ url, id }, sender) {
      await ownAnnotation(id, url, sender);
      await tell('cardShown', { tabId: tabOf(sender), id });
      return null;
    },

    openSidebar(_, sender) {
      if (sender.tab?.windowId !== undefined) openSidebar(sender.tab.windowId, sender.tab.id);
      return null;
    },

    async keepText({ url, text }, sender) {
      await mayKeep(text.key, url, sender);
      await (await library()).drafts.put(text);
      return null;
    },

    async dropText({ url, key }, sender) {
      await mayKeep(key, url, sender);
      await (await library()).drafts.clear(key);
      return null;
    },

    async libraryChanged(change) {
      await announce(change);
      return null;
    },

    library: ({ verb, given }) => runVerb(verb, given),

    libraryStanding: ({ after }) => standingAfter(after),

    stopImport() {
      stopImport();
      return null;
    },

    async annotateTab({ tabId }) {
      // Where the browser lets us in on a click only, nobody has looked yet.
      if ((await readTabState(tabId)) === null) await runDetector(tabId);
      await injectAnnotator(tabId);
      return null;
    },

    async readHere(_none, sender) {
      await readSentences(tabOf(sender));
      return null;
    },

    async readSentences({ tabId }) {
      await readSentences(tabId);
      return null;
    },

    async openClaim({ url, sourceId }, sender) {
      const state = await readTabState(tabOf(sender));
      const canonical = (state?.url === url && state.metadata?.canonicalUrl) || null;
      const one = (await citationsAt(url, canonical)).find(({ id }) => id === sourceId);
      if (!one) throw new CallError('Refused', 'No claim cites this page by that source.');
      await openArticle(one.articleId, one.annotationId);
      return null;
    },

    openArticle: ({ articleId, annotationId }) => openArticle(articleId, annotationId),
  };
}
