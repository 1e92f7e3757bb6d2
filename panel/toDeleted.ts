import type { DeletedItem } from '#components/options/OptionsState.ts';
import type { TrashedItem } from '#storage/index.ts';

/** What a list shows of something in the trash. */
export const toDeleted = ({ annotation, article, deletedAt }: TrashedItem): DeletedItem => ({
  id: annotation?.id ?? article?.id ?? '',
  words: annotation ? annotation.target.exact.slice(0, 200).toWellFormed() : (article?.title ?? ''),
  article: annotation ? (article?.title ?? '') : '',
  deletedAt,
});
