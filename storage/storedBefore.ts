import type { AnnotationDraft } from '#model/drafts.ts';
import type { Annotation, Article } from '#model/records.ts';
import { articlesAt } from './articlesAt.ts';
import { LibraryError } from './errors.ts';
import { sameJson } from './sameJson.ts';
import type { Writing } from './write.ts';

/**
 * What an earlier attempt of the same call stored: a live annotation with the draft's id, article and target, as it
 * is now. Undefined where nothing has the id.
 * @throws LibraryError `refused` where something else has it, for an id never leads to somebody else's record.
 */
export async function storedBefore(
  writing: Writing,
  id: string,
  { articleId, article, target }: AnnotationDraft,
): Promise<{ article: Article; annotation: Annotation } | undefined> {
  const annotation = await writing.transaction.objectStore('annotations').get(id);
  if (!annotation) return undefined;
  const [first] = article ? await articlesAt(writing.transaction, article.addresses) : [];
  const isSame =
    annotation.deletedAt === undefined &&
    annotation.articleId === (articleId ?? first?.id) &&
    sameJson(annotation.target, target);
  if (!isSame) throw new LibraryError('refused', 'That id is taken');
  return { article: await writing.article(annotation.articleId), annotation };
}
