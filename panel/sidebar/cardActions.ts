import type { CardActions } from '#components/sidebar/SidebarActions.ts';
import { t } from '#components/strings.ts';
import { correctionRequest } from '#exchange/correctionRequest.ts';
import { linkToQuote } from '#exchange/textFragment.ts';
import { call, callPage } from '#messaging/call.ts';
import type { Annotation, Target } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';
import { writeClaimInHand } from '#storage/claimInHand.ts';
import type { SidebarModel } from './SidebarModel.ts';

/** Runs a deed and tells when it failed. */
type Run = (deed: () => Promise<void>) => void;

/** What the buttons on a card do. */
export function cardActions(model: SidebarModel): CardActions {
  const { library, notes } = model;
  const { typed } = model.texts;
  const run: Run = (deed) => void deed().catch(model.fail);
  const stored = (id: string) => model.shown.annotations.find((one) => one.id === id);
  const tabId = () => {
    if (model.shown.page.kind !== 'page') throw new Error(t('page.restricted'));
    return model.shown.page.tabId;
  };

  /** Gives an annotation another place and keeps in its history why. */
  const retarget = async (
    one: Annotation,
    target: Target,
    kind: 'wording-accepted' | 'both-kept' | 'suggestion-accepted' | 'reanchored',
  ) => {
    const before = (one.retarget ?? one.target).exact;
    return library.annotations.patch(one.id, {
      retarget: target,
      decision: { kind, before, after: target.exact },
    });
  };
  /** The words the page offers for an annotation just now. */
  const shownNow = (id: string) => model.anchorOf(id)?.textNow ?? '';
  const placeNow = async (id: string) => {
    const target = await callPage(tabId(), 'describeAnnotation', { id });
    if (!target) throw new Error(t('toast.selectFirst'));
    return target;
  };

  return {
    go: (id) =>
      run(async () => {
        model.currentId.value = id;
        await callPage(tabId(), 'scrollTo', { id });
      }),
    editNote: (id, note) => {
      const one = stored(id);
      if (one) notes.type(id, note, one);
    },
    finishNote: (id) => run(async () => void (await typed.finish(typedKey.note(id)))),
    retry: (id) => run(async () => void (await typed.flush(typedKey.note(id)))),
    lookUpEarlierNotes: (id) => run(() => model.lookUpEarlierNotes(id)),
    setColor: (id, color) => run(async () => void (await library.annotations.patch(id, { color }))),
    changeTags: (id, tags) => run(async () => void (await library.annotations.patch(id, { tags }))),
    setClaim: (id, claim) => {
      const one = stored(id);
      if (one) model.claims.type(claim, one);
    },
    addSource: (id, { quote, ...draft }) =>
      run(() =>
        typed.save(typedKey.newSource(id), (sourceId) =>
          library.annotations.addSource(id, {
            ...draft,
            id: sourceId,
            quote: quote ? { exact: quote, prefix: '', suffix: '' } : null,
          }),
        ),
      ),
    editSource: (id, sourceId, { quote, ...draft }) =>
      run(() => {
        const before = stored(id)?.sources.find((one) => one.id === sourceId)?.quote;
        const same = before?.exact === quote;
        return typed.save(typedKey.source(id, sourceId), () =>
          library.annotations.patchSource(id, sourceId, {
            ...draft,
            ...(same ? {} : { quote: quote ? { exact: quote, prefix: '', suffix: '' } : null }),
          }),
        );
      }),
    removeSource: (id, sourceId) =>
      run(async () => {
        const { actionId } = await library.annotations.removeSource(id, sourceId);
        typed.drop(typedKey.source(id, sourceId));
        model.say(t('toast.sourceRemoved'), actionId);
      }),
    lookUpLinks: (id) => run(() => model.lookUpLinks(id)),
    handSource: (id, { url, title, quote }) =>
      run(async () => {
        const { actionId } = await library.annotations.addSource(id, {
          url,
          title,
          stance: 'supports',
          tier: 'unknown',
          quote: quote ? { exact: quote, prefix: '', suffix: '' } : null,
        });
        model.say(
          t('toast.sourceAdded', { name: title || url || quote.slice(0, 60).toWellFormed() }),
          actionId,
        );
      }),
    archiveSource: (id, sourceId, archivedUrl) =>
      run(async () => {
        const archivedAt = new Date().toISOString();
        const { actionId } = await library.annotations.patchSource(id, sourceId, { archivedUrl, archivedAt });
        model.say(t('toast.archived'), actionId);
      }),
    copyCorrection: (id) =>
      run(async () => {
        const { article } = model.shown;
        const one = stored(id);
        const text = article && one && correctionRequest(article, one);
        if (!text) return;
        await navigator.clipboard.writeText(text);
        model.say(t('toast.correctionCopied'));
      }),
    toggleInHand: (id) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        const held = model.inHand.value?.id === id;
        await typed.finish(typedKey.claim(id));
        const words = one.claim?.statement.trim() || one.target.exact;
        await writeClaimInHand(held ? null : { id, words });
      }),
    openClaim: (articleId, annotationId) =>
      run(async () => void (await call('openArticle', { articleId, annotationId }))),
    remove: (id) =>
      run(async () => {
        // What is still in its pause comes first, so that Undo brings back all of it.
        await Promise.all([typed.finish(typedKey.note(id)), typed.finish(typedKey.claim(id))]);
        const { actionId } = await library.annotations.remove([id]);
        model.say(t('toast.deleted'), actionId);
      }),
    copyLink: (id) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        await navigator.clipboard.writeText(linkToQuote(one.url, one.retarget ?? one.target));
        model.say(t('toast.linkCopied'));
      }),
    decideWording: (id, decision) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        if (decision === 'keep-old') {
          const { actionId } = await library.annotations.patch(id, {
            decision: {
              kind: 'wording-kept',
              before: (one.retarget ?? one.target).exact,
              after: shownNow(id),
            },
          });
          model.say(t('toast.wordingKept'), actionId);
          return;
        }
        const both = decision === 'both';
        const { actionId } = await retarget(one, await placeNow(id), both ? 'both-kept' : 'wording-accepted');
        model.say(t(both ? 'toast.wordingsKept' : 'toast.wordingAccepted'), actionId);
      }),
    decideSuggestion: (id, yes) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        if (!yes) {
          // Kept, so that the same words are not asked about at every visit.
          const { actionId } = await library.annotations.patch(id, {
            decision: {
              kind: 'suggestion-refused',
              before: (one.retarget ?? one.target).exact,
              after: shownNow(id),
            },
          });
          model.say(t('toast.setAside'), actionId);
          return;
        }
        const { actionId } = await retarget(one, await placeNow(id), 'suggestion-accepted');
        model.say(t('toast.placed'), actionId);
      }),
    anchorToSelection: (id) =>
      run(async () => {
        const one = stored(id);
        const target = await callPage(tabId(), 'describeSelection', null);
        if (!one || !target) {
          model.say(t('toast.selectFirst'));
          return;
        }
        const { actionId } = await retarget(one, target, 'reanchored');
        model.say(t('toast.placed'), actionId);
      }),
    resolveConflict: (id, note) =>
      run(async () => {
        await library.annotations.patch(id, { note });
        notes.conflicts.delete(id);
        await model.refresh();
      }),
  };
}
