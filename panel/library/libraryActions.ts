import { browser } from 'wxt/browser';
import type { LibraryActions } from '#components/library/LibraryState.ts';
import { t } from '#components/strings.ts';
import { call } from '#messaging/call.ts';
import type { AnnotationPatch } from '#model/drafts.ts';
import { changeSettings } from '#storage/settings.ts';
import { articleOwnActions } from '../articleOwnActions.ts';
import type { LaterExport } from '../LaterExport.tsx';
import { joinPreview } from './joinPreview.ts';
import type { LibraryModel } from './LibraryModel.ts';
import { writeAddress } from './libraryAddress.ts';
import { markRow } from './libraryRows.ts';

/** Marks that are printed at most. */
const PRINTED = 2_000;

/** What the library page's controls do. */
export function libraryActions(model: LibraryModel, exporting: LaterExport): LibraryActions {
  const { library } = model;
  const run = (deed: () => Promise<void>) => void deed().catch(model.fail);
  const select = (ids: Iterable<string>) => model.set({ selected: new Set(ids) });
  const selected = () => [...model.state.value.selected];
  const everyId = () => model.overview.groups.flatMap(({ ids }) => ids);

  const changeSelected = (patch: AnnotationPatch, said: (count: number) => string) =>
    run(async () => {
      await model.open.texts.typed.finishAll();
      const { actionId, changed } = await library.annotations.patchAll(selected(), patch);
      model.say(said(changed), actionId);
    });
  const move = (actionId: string, direction: 'undo' | 'redo') => run(() => model.move(actionId, direction));

  return {
    ...articleOwnActions({
      library,
      notes: model.open.articleNotes,
      article: () => model.open.article(),
      refresh: () => model.refresh(),
      fail: model.fail,
    }),
    search: (query) => model.type(query),
    goTo: (change) => model.goTo(change, 'new'),
    hrefOf: (change) => writeAddress({ ...model.state.value.address, open: null, ...change }),
    open: (row) => model.goTo({ open: row }, model.state.value.address.open && row ? 'same' : 'new'),
    see: (from, to) => run(() => model.see(from, to)),
    select: (ids, how) => {
      const { selected: before } = model.state.value;
      const given = new Set(ids);
      if (how === 'only') select(given);
      else select(how === 'add' ? before.union(given) : before.difference(given));
    },
    selectAll: () => select(everyId()),
    toggleGroup: (group) => {
      const ids = model.overview.groups.find(({ key }) => key === group)?.ids ?? [];
      const { selected: before } = model.state.value;
      const isWhole = ids.every((id) => before.has(id));
      select(isWhole ? before.difference(new Set(ids)) : before.union(new Set(ids)));
    },
    selectRange: (from, to) => {
      const { rows, selected: before } = model.state.value;
      const ids = new Set(before);
      for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
        const id = rows?.at(at)?.id;
        if (id !== undefined) ids.add(id);
      }
      select(ids);
    },
    tagSelected: (tag, add) =>
      changeSelected({ tags: add ? { add: [tag], remove: [] } : { add: [], remove: [tag] } }, (count) =>
        t(add ? 'library.tagged' : 'library.untagged', { tag, count: t('library.marks', count) }),
      ),
    recolorSelected: (color) =>
      changeSelected({ color }, (count) =>
        t('library.recolored', { count: t('library.marks', count), color: t(`color.${color}`) }),
      ),
    progressSelected: (status) =>
      changeSelected({ claim: { status } }, (count) =>
        t('library.progressSet', { count: t('library.marks', count), status: t(`claimStatus.${status}`) }),
      ),
    removeSelected: () =>
      run(async () => {
        await model.open.texts.typed.finishAll();
        const ids = selected();
        const { actionId } = await library.annotations.remove(ids);
        model.say(t('library.removed', { count: t('library.marks', ids.length) }), actionId);
      }),
    previewJoin: () =>
      run(async () => {
        const before = new Set(selected());
        const join = await joinPreview(library, [...before]);
        // Other marks may have been selected meanwhile.
        if (before.symmetricDifference(model.state.value.selected).size === 0) model.set({ join });
      }),
    joinSelected: (into) =>
      run(async () => {
        await model.open.texts.typed.finishAll();
        const articles = model.state.value.join?.articles ?? [];
        const others = articles.flatMap(({ id }) => (id === into ? [] : [id]));
        const { article, actionId } = await library.articles.merge(into, others);
        model.set({ join: null });
        const count = t('library.articles', articles.length);
        model.say(t('library.joined', { articles: count, title: article.title ?? '' }), actionId);
      }),
    exportSelected: () => exporting.open({ kind: 'marks', ids: selected() }),
    exportAgain: () => exporting.again(),
    printFound: () =>
      run(async () => {
        const chosen = selected();
        const ids = (chosen.length > 0 ? chosen : [...new Set(everyId())]).slice(0, PRINTED);
        const annotations = await library.annotations.some(ids);
        const articles = await library.articles.some([...new Set(annotations.map((one) => one.articleId))]);
        const byId = new Map(articles.map((one) => [one.id, one]));
        model.set({ print: annotations.map((one) => markRow(one, byId.get(one.articleId), [])) });
        // Drawn first; the browser's dialog stops everything.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        print();
      }),
    saveSearch: (name) =>
      run(async () => {
        const { query } = model.state.value.address;
        await changeSettings(({ savedSearches }) => ({
          savedSearches: [...savedSearches.filter((one) => one.name !== name), { name, query }],
        }));
        model.say(t('library.searchSaved', { name }));
      }),
    forgetSearch: (name) =>
      run(() =>
        changeSettings(({ savedSearches }) => ({
          savedSearches: savedSearches.filter((one) => one.name !== name),
        })),
      ),
    openArticle: (articleId, annotationId) =>
      run(async () => void (await call('openArticle', { articleId, annotationId }))),
    restore: (id) =>
      run(async () => {
        const { actionId } = await library.trash.restore([id]);
        model.say(t('toast.undone'), actionId);
      }),
    undo: (actionId) => move(actionId, 'undo'),
    redo: (actionId) => move(actionId, 'redo'),
    openOptions: () => run(() => browser.runtime.openOptionsPage()),
    openRecovery: () =>
      run(async () => void (await browser.tabs.create({ url: browser.runtime.getURL('/recovery.html') }))),
  };
}
