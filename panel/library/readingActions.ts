import type { CardActions } from '#components/sidebar/SidebarActions.ts';
import { t } from '#components/strings.ts';
import { call } from '#messaging/call.ts';
import { cardDeeds, type PageDeed } from '../cardDeeds.ts';
import type { LibraryModel } from './LibraryModel.ts';

/** What the buttons on the card in the reading pane do; what needs the page opens it at the words. */
export function readingActions(model: LibraryModel): CardActions {
  const run = (deed: () => Promise<void>) => void deed().catch(model.fail);
  const go = (id: string) =>
    run(async () => {
      const one = model.stored(id);
      if (one) await call('openArticle', { articleId: one.articleId, annotationId: id });
    });
  const decide = (id: string, kind: 'wording-kept' | 'suggestion-refused', said: string) =>
    run(async () => {
      const one = model.stored(id);
      if (!one) return;
      const before = (one.retarget ?? one.target).exact;
      const decision = { kind, before, after: one.anchor.textNow ?? '' };
      const { actionId } = await model.library.annotations.patch(id, { decision });
      model.say(said, actionId);
    });
  const pageDeeds: Pick<CardActions, PageDeed> = {
    go,
    lookUpLinks: () => undefined,
    decideWording: (id, decision) =>
      decision === 'keep-old' ? decide(id, 'wording-kept', t('toast.wordingKept')) : go(id),
    decideSuggestion: (id, yes) => (yes ? go(id) : decide(id, 'suggestion-refused', t('toast.setAside'))),
    anchorToSelection: go,
  };
  const deeds = cardDeeds({
    library: model.library,
    texts: model.open.texts,
    notes: model.open.notes,
    claims: model.open.claims,
    stored: model.stored,
    articleOf: model.articleOf,
    heldId: () => model.state.value.heldId ?? undefined,
    lookUpEarlierNotes: (id) => model.open.lookUpEarlierNotes(id),
    refresh: () => model.refresh(),
    say: (text, actionId) => model.say(text, actionId),
    fail: model.fail,
  });
  return { ...deeds, ...pageDeeds };
}
