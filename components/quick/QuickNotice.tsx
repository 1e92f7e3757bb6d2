import { t } from '../strings.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  text: string;
  /** Absent where there is nothing to take back. */
  onUndo?: () => void;
  onClose: () => void;
}

/** One sentence next to the words it is about, with Undo where there was a deed. */
export function QuickNotice({ text, onUndo, onClose }: Props) {
  return (
    <section class="quick quick-panel quick-notice" aria-label={t('quick.toolbar')}>
      <p role="status">{text}</p>
      {onUndo && (
        <button type="button" class="button" data-testid="undo" onClick={onUndo}>
          {t('toast.undo')}
        </button>
      )}
      <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={onClose} />
    </section>
  );
}
