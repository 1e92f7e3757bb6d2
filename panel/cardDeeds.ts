import type { CardActions } from '#components/sidebar/SidebarActions.ts';
import { t } from '#components/strings.ts';
import { normalisedSource } from '#evidence/normalisedSource.ts';
import { correctionRequest } from '#exchange/correctionRequest.ts';
import { linkToQuote } from '#exchange/textFragment.ts';
import { call } from '#messaging/call.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import type { Annotation, Article } from '#model/records.ts';
import { writeFilter } from '#model/searchQuery.ts';
import { typedKey } from '#model/typedKey.ts';
import { writeClaimInHand } from '#storage/claimInHand.ts';
import type { Library } from '#storage/index.ts';
import type { CardNotes } from './CardNotes.ts';
import type { PanelClaims } from './PanelClaims.ts';
import type { PanelTexts } from './PanelTexts.ts';

/** The panel on which the cards lie. */
export interface CardDesk {
  library: Library;
  texts: PanelTexts;
  notes: CardNotes;
  claims: PanelClaims;
  /** An annotation that is shown, as stored. */
  stored(id: string): Annotation | undefined;
  articleOf(id: string): Article | undefined;
  /** The annotation whose claim is in hand. */
  heldId(): string | undefined;
  lookUpEarlierNotes(id: string): Promise<void>;
  refresh(): Promise<void>;
  say(text: string, actionId?: string): void;
  fail(error: unknown): void;
}

/** What needs the page that the words stand in. */
export type PageDeed = 'go' | 'lookUpLinks' | 'decideWording' | 'decideSuggestion' | 'anchorToSelection';

/** What the buttons on a card do, wherever it lies. */
export function cardDeeds(desk: CardDesk): Omit<CardActions, PageDeed> {
  const { library, notes } = desk;
  const { typed } = desk.texts;
  const run = (deed: () => Promise<void>) => void deed().catch((error) => desk.fail(error));
  const stored = (id: string) => desk.stored(id);

  return {
    editNote: (id, note) => {
      const one = stored(id);
      if (one) notes.type(id, note, one);
    },
    finishNote: (id) => run(async () => void (await typed.finish(typedKey.note(id)))),
    retry: (id) => run(async () => void (await typed.flush(typedKey.note(id)))),
    lookUpEarlierNotes: (id) => run(() => desk.lookUpEarlierNotes(id)),
    setColor: (id, color) => run(async () => void (await library.annotations.patch(id, { color }))),
    changeTags: (id, tags) => run(async () => void (await library.annotations.patch(id, { tags }))),
    setClaim: (id, claim) => {
      const one = stored(id);
      if (one) desk.claims.type(claim, one);
    },
    showCiting: (url) => run(() => openLibraryPage(writeFilter('source', normalisedSource(url)))),
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
    editSource: (id, sourceId, { quote, ...changed }) =>
      run(() =>
        typed.save(typedKey.source(id, sourceId), () =>
          library.annotations.patchSource(id, sourceId, {
            ...changed,
            ...(quote !== undefined && { quote: quote ? { exact: quote, prefix: '', suffix: '' } : null }),
          }),
        ),
      ),
    removeSource: (id, sourceId) =>
      run(async () => {
        const { actionId } = await library.annotations.removeSource(id, sourceId);
        typed.drop(typedKey.source(id, sourceId));
        desk.say(t('toast.sourceRemoved'), actionId);
      }),
    handSource: (id, { url, title, quote }) =>
      run(async () => {
        const { actionId } = await library.annotations.addSource(id, {
          url,
          title,
          stance: 'supports',
          tier: 'unknown',
          quote: quote ? { exact: quote, prefix: '', suffix: '' } : null,
        });
        desk.say(
          t('toast.sourceAdded', { name: title || url || quote.slice(0, 60).toWellFormed() }),
          actionId,
        );
      }),
    archiveSource: (id, sourceId, archivedUrl) =>
      run(async () => {
        const archivedAt = new Date().toISOString();
        const { actionId } = await library.annotations.patchSource(id, sourceId, { archivedUrl, archivedAt });
        desk.say(t('toast.archived'), actionId);
      }),
    copyCorrection: (id) =>
      run(async () => {
        const article = desk.articleOf(id);
        const one = stored(id);
        const text = article && one && correctionRequest(article, one);
        if (!text) return;
        await navigator.clipboard.writeText(text);
        desk.say(t('toast.correctionCopied'));
      }),
    toggleInHand: (id) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        const held = desk.heldId() === id;
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
        desk.say(t('toast.deleted'), actionId);
      }),
    copyLink: (id) =>
      run(async () => {
        const one = stored(id);
        if (!one) return;
        const link = linkToQuote(one.url, one.retarget ?? one.target);
        await navigator.clipboard.writeText(link);
        desk.say(t(link.includes(':~:') ? 'toast.linkCopied' : 'toast.pageLinkCopied'));
      }),
    useEarlierNote: (id, note) =>
      run(async () => {
        await typed.finish(typedKey.note(id));
        await library.annotations.patch(id, { note });
        await desk.refresh();
      }),
    settleApart: (id, { entry: settled, of, sourceId, here }, text) =>
      run(async () => {
        const one = stored(id);
        const mine = of === 'note' && one ? notes.textOf(id, one) : here;
        // Typed on since the question was drawn: that is what stands here.
        const seen = one && mine !== one.note ? mine : here;
        const kept = text === here ? seen : text;
        await Promise.all([typed.finish(typedKey.note(id)), typed.finish(typedKey.claim(id))]);
        if (of === 'remark' && sourceId !== undefined)
          await library.annotations.patchSource(id, sourceId, { note: kept });
        const fields = of === 'note' ? { note: kept } : of === 'remark' ? {} : { claim: { [of]: kept } };
        // What was written since the question was shown is kept, and asked about.
        const base = of === 'note' ? { note: seen } : undefined;
        const { actionId } = await library.annotations.patch(id, { ...fields, settled }, base);
        desk.say(t('conflict.settled'), actionId);
      }),
  };
}
