import { ArticleDraftSchema, ArticlePatchSchema, ArticleRefreshSchema } from '#model/drafts.ts';
import { webAddress } from '#model/webAddress.ts';
import { applyArticlePatch, applyRefresh } from './applyPatch.ts';
import { articlesAt, findOrStore } from './articlesAt.ts';
import { everyArticle } from './everyArticle.ts';
import type { ArticleVerbs } from './library.ts';
import { mergeArticles, splitArticle } from './mergeArticles.ts';
import { parse } from './parse.ts';
import type { Reader } from './read.ts';
import { inOrder } from './readMany.ts';
import { discard } from './trash.ts';
import type { Writer } from './write.ts';

export function articleVerbs(reader: Reader, writer: Writer, newId: () => string): ArticleVerbs {
  return {
    find(addresses) {
      const usable = addresses.map(webAddress).filter((address) => address !== undefined);
      return reader.read(async (transaction) => {
        const [first] = await articlesAt(transaction, usable);
        return first?.deletedAt === undefined ? first : undefined;
      });
    },

    get: (id) => reader.read((transaction) => transaction.objectStore('articles').get(id)),

    some: (ids) => reader.read((transaction) => inOrder(transaction.objectStore('articles'), ids)),

    async getOrCreate(draft) {
      const checked = parse(ArticleDraftSchema, draft);
      const id = newId();
      const { result, ...done } = await writer.write({ kind: 'create' }, (writing) =>
        findOrStore(writing, checked, id),
      );
      return { article: result, ...done };
    },

    async refreshFromPage(id, page) {
      const checked = parse(ArticleRefreshSchema, page);
      const { result } = await writer.write({}, async (writing) => {
        const article = await writing.article(id);
        const others = await articlesAt(writing.transaction, checked.addresses);
        const taken = new Set(
          others.filter((other) => other.id !== id && !other.deletedAt).flatMap(({ urls }) => urls),
        );
        const free = checked.addresses.filter((address) => !taken.has(address));
        return writing.put('articles', article, applyRefresh(article, checked, free, writing.now));
      });
      return result;
    },

    async patch(id, patch, base) {
      const checked = parse(ArticlePatchSchema, patch);
      const onlyNote = Object.keys(checked).join() === 'note';
      const typing = onlyNote ? `articles/${id}` : undefined;
      const { result, ...done } = await writer.write({ kind: 'article', typing }, async (writing) => {
        const article = await writing.article(id);
        return writing.put('articles', article, applyArticlePatch(article, checked, base, writing.now));
      });
      return { article: result, ...done };
    },

    recent: (options) => reader.recent(options),
    summary: (id) => reader.summary(id),
    everything: (pageSize) => everyArticle(reader.page, pageSize),
    page: (after, pageSize) => reader.page(after, pageSize),

    async remove(ids) {
      const { result: _, ...done } = await writer.write({ kind: 'remove' }, async (writing) => {
        for (const id of ids) {
          const article = await writing.transaction.objectStore('articles').get(id);
          if (!article) continue;
          const annotations = await writing.transaction
            .objectStore('annotations')
            .index('articleId')
            .getAll(id);
          for (const annotation of annotations) await discard(writing, 'annotations', annotation);
          await discard(writing, 'articles', article);
        }
      });
      return done;
    },

    async merge(into, others) {
      const { result, ...done } = await writer.write({ kind: 'merge' }, (writing) =>
        mergeArticles(writing, into, others),
      );
      return { article: result, ...done };
    },

    async split(id, parts) {
      const fresh = newId();
      const { result, ...done } = await writer.write({ kind: 'split' }, (writing) =>
        splitArticle(writing, id, parts, fresh),
      );
      return { article: result, ...done };
    },

    async count() {
      return reader.read(async (transaction) => {
        const articles = transaction.objectStore('articles');
        return (await articles.count()) - (await articles.index('deletedAt').count());
      });
    },
  };
}
