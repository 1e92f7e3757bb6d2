import { browser } from 'wxt/browser';
import { addressForms } from '#article/addressForms.ts';
import { articleAddresses } from '#article/articleAddresses.ts';
import type { ArticleActions } from '#components/sidebar/SidebarActions.ts';
import { t } from '#components/strings.ts';
import { checkFile } from '#exchange/checkFile.ts';
import { claimReviews } from '#exchange/claimReviews.ts';
import { fileName } from '#exchange/fileName.ts';
import { articleToMarkdown } from '#exchange/markdown.ts';
import { call } from '#messaging/call.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import { typedKey } from '#model/typedKey.ts';
import { writeClaimInHand } from '#storage/claimInHand.ts';
import type { LaterExport } from '../LaterExport.tsx';
import { saveFile } from '../saveFile.ts';
import { switchOn } from '../switchOn.ts';
import type { SidebarModel } from './SidebarModel.ts';

/** A reader's local time field, back to ISO 8601 UTC; null for an empty one. */
const toUtc = (local: string) => (local ? new Date(local).toISOString() : null);
const orNull = (text: string) => text.trim() || null;

/**
 * Asks the browser for access to a site, or to all where it hides from us which one this is; the background looks at
 * the open pages as soon as it is given.
 */
const letIn = (site: string) =>
  browser.permissions.request({ origins: [`http://${site || '*'}/*`, `https://${site || '*'}/*`] });

/** What the article's own buttons do. */
export function articleActions(model: SidebarModel, exporting: LaterExport): ArticleActions {
  const { library, notes } = model;
  const { typed } = model.texts;
  const run = (deed: () => Promise<void>) => void deed().catch(model.fail);
  const tab = () => {
    if (model.shown.page.kind !== 'page') throw new Error(t('page.restricted'));
    return model.shown.page;
  };
  return {
    annotateAnyway: () =>
      run(async () => {
        // Before any await: the browser asks the reader only on a click of theirs.
        const { page } = model.shown;
        if (page.kind === 'no-access') await letIn(page.site);
        else if (!(await call('annotateTab', { tabId: tab().tabId }))) model.say(t('page.noText'));
        await model.refresh();
      }),
    readSentences: () => run(async () => void (await call('readSentences', { tabId: tab().tabId }))),
    archiveArticle: (url) =>
      run(async () => {
        const archived = { url, at: new Date().toISOString() };
        const { actionId } = await library.articles.patch(await model.storedArticle(), { archived });
        model.say(t('toast.archived'), actionId);
        await model.refresh();
      }),
    exportCheck: (as) =>
      run(async () => {
        await typed.finishAll();
        const { article } = model.shown;
        if (!article) return;
        const annotations = await library.annotations.forArticle(article.id);
        const now = new Date().toISOString();
        if (as === 'reviews' && !annotations.some(({ claim }) => claim?.verdict)) {
          model.say(t('toast.noVerdict'));
          return;
        }
        const versions = await library.versions.forArticle(article.id);
        const text =
          as === 'markdown'
            ? checkFile({ article, annotations, versions, exportedAt: now })
            : claimReviews({ article, annotations }, now);
        const name = `${t('extName')} check ${article.title ?? ''}`;
        saveFile(fileName(name, as === 'markdown' ? '.md' : '.jsonld'), [text]);
        model.say(t('toast.downloaded'));
      }),
    putDown: () => run(() => writeClaimInHand(null)),
    reloadPage: () => run(() => browser.tabs.reload(tab().tabId)),
    switchOnHere: () => run(async () => switchOn(await browser.tabs.get(tab().tabId))),
    editMetadata: ({ title, site, section, language, authors, publishedAt, modifiedAt }, base) =>
      run(() =>
        typed.save(typedKey.metadata(tab().url), async () => {
          const id = await model.storedArticle();
          const changed = {
            ...(title !== undefined && { title: orNull(title) }),
            ...(site !== undefined && { site: orNull(site) }),
            ...(section !== undefined && { section: orNull(section) }),
            ...(language !== undefined && { language: orNull(language) }),
            ...(authors !== undefined && { authors }),
            ...(publishedAt !== undefined && { publishedAt: toUtc(publishedAt) }),
            ...(modifiedAt !== undefined && { modifiedAt: toUtc(modifiedAt) }),
          };
          await library.articles.patch(id, changed, base);
          await model.refresh();
        }),
      ),
    editArticleNote: (note) => notes.typeOfArticle(model.shown, note),
    finishArticleNote: () => run(() => notes.finishArticle(model.shown)),
    retryArticleNote: () => run(() => notes.retryArticle(model.shown)),
    changeArticleTags: (tags) =>
      run(async () => void (await library.articles.patch(await model.storedArticle(), { tags }))),
    separateAddress: (address) =>
      run(async () => {
        const { article, annotations } = model.shown;
        if (!article) return;
        const urls = addressForms(article.urls).find((forms) => forms.includes(address)) ?? [];
        const isThere = (url: string) => articleAddresses(url, null).some((one) => urls.includes(one));
        const { actionId } = await library.articles.split(article.id, {
          urls,
          annotationIds: annotations.filter(({ url }) => isThere(url)).map(({ id }) => id),
        });
        model.say(t('toast.separated'), actionId);
        await model.refresh();
      }),
    sameAs: (articleId) =>
      run(async () => {
        await typed.finishAll();
        const { actionId } = await library.articles.merge(articleId, [await model.storedArticle()]);
        model.say(t('toast.merged'), actionId);
        await model.refresh();
      }),
    copyMarkdown: () =>
      run(async () => {
        await typed.finishAll();
        const { article } = model.shown;
        if (!article) return;
        const annotations = await library.annotations.forArticle(article.id);
        await navigator.clipboard.writeText(articleToMarkdown({ article, annotations }));
        model.say(t('toast.copied'));
      }),
    openRecovery: () =>
      run(async () => void (await browser.tabs.create({ url: browser.runtime.getURL('/recovery.html') }))),
    openExport: () => {
      const { article } = model.shown;
      if (article) exporting.open({ kind: 'article', articleId: article.id });
    },
    exportAgain: () => exporting.again(),
    openLibrary: () => run(() => openLibraryPage()),
    openOptions: () => run(() => browser.runtime.openOptionsPage()),
  };
}
