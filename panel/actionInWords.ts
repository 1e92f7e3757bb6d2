import { t } from '#components/strings.ts';
import type { Action, ActionSubject } from '#storage/index.ts';

type Described = Action & { subject: ActionSubject | null };

/** Fields of an annotation that one name stands for, in the order in which they count. */
const PARTS = [
  ['note', 'note'],
  ['claim', 'claim'],
  ['sources', 'sources'],
  ['tags', 'tags'],
  ['color', 'color'],
  ['retarget', 'place'],
  ['history', 'place'],
] as const;

/** What a step of the reader changed: “Note on ‘will cost 418 million…’”. */
export function actionInWords({ kind, subject }: Described): string {
  if (!subject?.words) return t(`action.${kind}`);
  const { store, fields, count, more } = subject;
  const words = shortened(subject.words);
  const many = store === 'annotations' && (count > 1 || more);
  const what = many ? t(more ? 'step.manyMore' : 'step.many', { count }) : t('step.quote', { words });
  switch (kind) {
    case 'import':
      return t('step.import', { words });
    case 'create':
      return store === 'annotations' ? t('step.create', { what }) : t('step.article', { words });
    case 'remove':
      return t('step.remove', { what });
    case 'restore':
      return t('step.restore', { what });
    case 'merge':
    case 'split':
    case 'sync':
      return t(`action.${kind}`);
    case 'article':
      if (fields.includes('note')) return t('step.articleNote', { words });
      return fields.includes('tags') ? t('step.articleTags', { words }) : t('step.article', { words });
    case 'edit': {
      const [, part] = PARTS.find(([field]) => fields.includes(field)) ?? [];
      return part ? t(`step.${part}`, { what }) : t('action.edit');
    }
  }
}

const shortened = (text: string) =>
  text.length > 60 ? `${text.slice(0, 60).toWellFormed().trimEnd()}…` : text;
