import type { CardActions } from '#components/sidebar/SidebarActions.ts';
import { t } from '#components/strings.ts';
import { bringToFront } from '#messaging/browserParts.ts';
import { callPage } from '#messaging/call.ts';
import type { Annotation, Target } from '#model/records.ts';
import { cardDeeds } from '../cardDeeds.ts';
import type { SidebarModel } from './SidebarModel.ts';

/** Runs a deed and tells when it failed. */
type Run = (deed: () => Promise<void>) => void;

/** What the buttons on a card do. */
export function cardActions(model: SidebarModel): CardActions {
  const { library, notes } = model;
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
    ...cardDeeds({
      library,
      texts: model.texts,
      notes,
      claims: model.claims,
      stored,
      articleOf: () => model.shown.article,
      heldId: () => model.inHand.value?.id,
      lookUpEarlierNotes: (id) => model.lookUpEarlierNotes(id),
      refresh: () => model.refresh(),
      say: (text, actionId) => model.say(text, actionId),
      fail: model.fail,
    }),
    go: (id) =>
      run(async () => {
        model.currentId.value = id;
        await callPage(tabId(), 'scrollTo', { id });
        // Beside the page it is seen at once; from a page of its own the reader is led there.
        if (model.ofTab !== null) await bringToFront(model.ofTab);
      }),
    lookUpLinks: (id) => run(() => model.lookUpLinks(id)),
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
  };
}
