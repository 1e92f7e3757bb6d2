import { t } from '../strings.ts';
import { When } from '../When.tsx';
import type { PastAction } from './OptionsState.ts';

interface Props {
  actions: PastAction[];
  onUndo: (id: string) => void;
  onRedo: (id: string) => void;
}

/** The last things the reader did, each of which can be taken back and done again. */
export function HistoryList({ actions, onUndo, onRedo }: Props) {
  if (actions.length === 0) return <p class="hint">{t('options.historyNone')}</p>;
  return (
    <>
      <p class="hint">{t('options.historyHint')}</p>
      <ul class="past-list" data-testid="history">
        {actions.map(({ id, name, at, undone }) => (
          <li key={id} data-undone={undone}>
            <div class="past-words">
              <span>{name}</span>
              <span class="hint">
                <When at={at} as="ago" />
              </span>
            </div>
            <button
              type="button"
              class="button"
              data-testid={undone ? 'redo' : 'undo'}
              aria-label={t(undone ? 'options.redoNamed' : 'options.undoNamed', { name })}
              onClick={() => (undone ? onRedo : onUndo)(id)}
            >
              {t(undone ? 'options.redo' : 'toast.undo')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
