import { nextRevision } from '#model/nextRevision.ts';
import type { Article } from '#model/records.ts';
import { CAPS } from '#model/text.ts';
import { LibraryError } from './errors.ts';
import { discard } from './trash.ts';
import type { Writing } from './write.ts';

/** Moves everything of `others` to `into` and puts the emptied records in the trash. */
export async function mergeArticles(writing: Writing, into: string, others: string[]): Promise<Article> {
  const { transaction, now } = writing;
  const target = await writing.article(into);
  let merged: Article = { ...target };
  for (const id of new Set(others)) {
    if (id === into) continue;
    const other = await writing.article(id);
    merged = withFactsOf(merged, other);
    for (const annotation of await transaction.objectStore('annotations').index('articleId').getAll(id)) {
      const moved = {
        ...annotation,
        articleId: into,
        updatedAt: now,
        revision: nextRevision(annotation.revision),
      };
      await writing.put('annotations', annotation, moved);
    }
    for (const version of await transaction.objectStore('versions').index('articleId').getAll(id)) {
      await writing.put('versions', version, { ...version, articleId: into });
    }
    await discard(writing, 'articles', other);
    await writing.changeLog?.redirect(id, into);
  }
  return writing.put('articles', target, {
    ...merged,
    deletedAt: undefined,
    updatedAt: now,
    revision: nextRevision(target.revision),
  });
}

/** Pure: the addresses, titles, tags and note of another record of the same piece added to this one. */
export function withFactsOf(article: Article, other: Article): Article {
  const titles = [...article.titleHistory, ...other.titleHistory]
    .sort((a, b) => (a.seenAt < b.seenAt ? -1 : 1))
    .filter(({ title }, index, all) => title !== all[index - 1]?.title);
  const noteKnown = other.note === '' || article.note.includes(other.note);
  return {
    ...article,
    urls: [...new Set([...article.urls, ...other.urls])].slice(0, CAPS.urls),
    titleHistory: titles.slice(-CAPS.titles),
    tags: [...new Set([...article.tags, ...other.tags])].slice(0, CAPS.tags),
    note: noteKnown ? article.note : [article.note, other.note].filter(Boolean).join('\n\n'),
  };
}

/** Gives annotations and addresses of an article an article of their own, with the same facts. */
export async function splitArticle(
  writing: Writing,
  id: string,
  parts: { annotationIds: string[]; urls: string[] },
  newId: string,
): Promise<Article> {
  const { now } = writing;
  const article = await writing.article(id);
  const leaving = new Set(parts.urls.filter((url) => article.urls.includes(url)));
  if (leaving.size === 0 && parts.annotationIds.length === 0) {
    throw new LibraryError('refused', 'Nothing to split off');
  }
  const staying = article.urls.filter((url) => !leaving.has(url));
  const stamp = { updatedAt: now, revision: nextRevision(article.revision) };
  await writing.put('articles', article, { ...article, ...stamp, urls: staying });
  const part = await writing.put('articles', undefined, {
    ...article,
    id: newId,
    urls: [...leaving],
    tags: [],
    note: '',
    createdAt: now,
    updatedAt: now,
    revision: 1,
    deletedAt: undefined,
  });
  for (const annotationId of parts.annotationIds) {
    const annotation = await writing.annotation(annotationId);
    if (annotation.articleId !== id) throw new LibraryError('refused', `${annotationId} belongs elsewhere`);
    const moved = {
      ...annotation,
      articleId: newId,
      updatedAt: now,
      revision: nextRevision(annotation.revision),
    };
    await writing.put('annotations', annotation, moved);
  }
  return part;
}
