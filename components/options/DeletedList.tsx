import { Facts } from '../Facts.tsx';
import { t } from '../strings.ts';
import { When } from '../When.tsx';
import type { DeletedItem } from './OptionsState.ts';

interface Props {
  items: DeletedItem[];
  /** All there are, of which `items` are the newest. */
  count: number;
  onRestore: (id: string) => void;
}

/** What was deleted and can be brought back, until its thirty days are over. */
export function DeletedList({ items, count, onRestore }: Props) {
  if (count === 0) return <p class="hint">{t('options.deletedNone')}</p>;
  return (
    <>
      <p class="hint">{t('options.deletedHint')}</p>
      <ul class="past-list" data-testid="deleted">
        {items.map(({ id, words, article, deletedAt }) => (
          <li key={id}>
            <div class="past-words">
              <span dir="auto">{words || t('article.untitled')}</span>
              <span class="hint">
                <Facts>
                  {article && <bdi>{article}</bdi>}
                  <When at={deletedAt} as="ago" />
                </Facts>
              </span>
            </div>
            <button
              type="button"
              class="button"
              data-testid="restore"
              aria-label={t('options.deletedRestoreNamed', { words })}
              onClick={() => onRestore(id)}
            >
              {t('options.deletedRestore')}
            </button>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p class="hint">{t('options.deletedMore', { count: count - items.length })}</p>
      )}
    </>
  );
}
