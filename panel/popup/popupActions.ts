import { browser } from 'wxt/browser';
import type { PopupActions } from '#components/popup/PopupState.ts';
import { t } from '#components/strings.ts';
import { dayInWords } from '#components/When.tsx';
import { call } from '#messaging/call.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import { openSidebar } from '#messaging/openSidebar.ts';
import { articleOwnActions } from '../articleOwnActions.ts';
import { inBlobs } from '../inBlobs.ts';
import type { LaterExport } from '../LaterExport.tsx';
import { switchOff, switchOn } from '../switchOn.ts';
import type { PopupModel } from './PopupModel.ts';

/** What the popup's buttons do. */
export function popupActions(model: PopupModel, exporting: LaterExport): PopupActions {
  const { library } = model;
  const run = (deed: () => Promise<void>) => void deed().catch(model.fail);
  const annotate = () =>
    run(async () => {
      if (model.tab.kind !== 'page' && model.tab.kind !== 'no-access') return;
      if (await call('annotateTab', { tabId: model.tab.tabId })) close();
      else model.say(t('page.noText'));
    });
  const openOptions = () => run(() => browser.runtime.openOptionsPage());

  return {
    openSidebar: () => {
      // Before any await: both browsers want the gesture.
      openSidebar(model.windowId, 'tabId' in model.tab ? model.tab.tabId : undefined);
      // Firefox closes the popup by itself only when the focus leaves it.
      setTimeout(close, 0);
    },
    annotateAnyway: annotate,
    readSentences: () =>
      run(async () => {
        if (model.tab.kind !== 'page') return;
        await call('readSentences', { tabId: model.tab.tabId });
        close();
      }),
    switchOnHere: () =>
      run(async () => {
        if (model.tab.kind === 'page') await switchOn(await browser.tabs.get(model.tab.tabId));
      }),
    switchOffHere: () =>
      run(async () => {
        if (model.tab.kind === 'page') await switchOff(model.tab.url);
      }),
    search: (query) => run(() => model.search(query)),
    prepareSearch: () => model.prepareSearch(),
    openArticle: (articleId, annotationId) =>
      run(async () => {
        await call('openArticle', { articleId, annotationId });
        close();
      }),
    answerDue: (id, outcome) =>
      run(async () => {
        const { actionId } = await library.annotations.patch(id, { claim: { outcome, status: 'settled' } });
        model.say(t('toast.answered', { answer: t(`outcome.${outcome}`) }), actionId);
        await model.tellDue();
      }),
    askAgain: (id, day) =>
      run(async () => {
        const { actionId } = await library.annotations.patch(id, { claim: { resolveBy: day } });
        model.say(day ? t('toast.askedAgain', { day: dayInWords(day) }) : t('toast.looked'), actionId);
        await model.tellDue();
      }),
    ...articleOwnActions({
      library,
      notes: model.articleNotes,
      article: () => model.article,
      refresh: () => model.refresh(),
      fail: model.fail,
    }),
    removeArticle: (articleId) =>
      run(async () => {
        const article = await library.articles.get(articleId);
        const { actionId } = await library.articles.remove([articleId]);
        model.say(t('toast.articleDeleted', { title: article?.title ?? '' }), actionId);
        await model.refresh();
      }),
    copyMarkdown: (scope) =>
      run(async () => {
        await model.texts.typed.finishAll();
        // Most who open the popup copy nothing.
        const { articleToMarkdown, libraryToMarkdown } = await import('#exchange/markdown.ts');
        let parts: Blob[];
        if (scope.kind === 'all') {
          parts = await inBlobs(libraryToMarkdown(library.articles.everything()));
        } else {
          const article = await library.articles.get(scope.articleId);
          if (!article) return;
          const annotations = await library.annotations.forArticle(article.id);
          parts = [new Blob([articleToMarkdown({ article, annotations })])];
        }
        await navigator.clipboard.writeText(await new Blob(parts).text());
        model.say(t('toast.copied'));
      }),
    openExport: (scope) => exporting.open(scope),
    exportAgain: () => exporting.again(),
    openOptions,
    openLibrary: () =>
      run(async () => {
        await openLibraryPage(model.query.value.trim());
        close();
      }),
    openRecovery: () =>
      run(async () => void (await browser.tabs.create({ url: browser.runtime.getURL('/recovery.html') }))),
  };
}
