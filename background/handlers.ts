import { attributionOf } from '#evidence/attributionOf.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import { CallError, tell } from '#messaging/call.ts';
import { openSidebar } from '#messaging/openSidebar.ts';
import type { Handlers } from '#messaging/serveCalls.ts';
import { readTabState } from '#messaging/tabState.ts';
import { writeClaimInHand } from '#storage/claimInHand.ts';
import { announce } from './announce.ts';
import { citationsAt } from './citations.ts';
import { attachToClaim, judgeSource, takeBackSource, takeInHand } from './claimInHand.ts';
import { injectAnnotator, runDetector } from './inject.ts';
import { library } from './library.ts';
import { openArticle } from './openArticle.ts';
import { readSentences } from './orderPage.ts';
import { concerns, mayKeep, ownAnnotation, tabOf } from './ownOfPage.ts';
import { pageHandlers } from './pageHandlers.ts';
import { runVerb, standingAfter, stopImport } from './runVerb.ts';
import { articleAt, updateTab } from './tabs.ts';

/** What the background does for each call of the protocol; the receiver has checked caller and shape. */
export function createHandlers(): Handlers {
  return {
    ...pageHandlers,
    async annotate({ id, besideId, isClaim, url, metadata, detection, target, color, note, source }, sender) {
      const tabId = tabOf(sender);
      const store = await library();
      const { annotation, actionId } = await store.annotations.create({
        id,
        besideId,
        ...(isClaim ? { claim: {} } : {}),
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
        throw new CallError('Refused', 'Not of this page');
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

    async dropText({ url, key, by }, sender) {
      await mayKeep(key, url, sender);
      await (await library()).drafts.clear(key, by);
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
      return injectAnnotator(tabId);
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
