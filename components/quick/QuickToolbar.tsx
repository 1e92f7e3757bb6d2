import { COLORS, type Color } from '#model/records.ts';
import { ColorMark } from '../ColorMark.tsx';
import { t } from '../strings.ts';
import { moveInToolbar } from './moveInToolbar.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  /** The role used last; the first stop of the keyboard. */
  color: Color;
  onMark: (color: Color) => void;
  onNote: () => void;
  onSource: () => void;
  onClose: () => void;
}

/** Appears next to a selection: five colours, note, source. One tab stop, arrows move, Escape closes. */
export function QuickToolbar({ color, onMark, onNote, onSource, onClose }: Props) {
  return (
    <div
      class="quick quick-toolbar"
      role="toolbar"
      aria-label={t('quick.toolbar')}
      onKeyDown={(event) => moveInToolbar(event, onClose)}
    >
      {COLORS.map((role) => (
        <button
          key={role}
          type="button"
          class="quick-color"
          tabIndex={role === color ? 0 : -1}
          aria-label={t('quick.mark', { color: t(`color.${role}`) })}
          title={t('quick.mark', { color: t(`color.${role}`) })}
          data-testid={`mark-${role}`}
          onClick={() => onMark(role)}
        >
          <ColorMark color={role} size={18} />
        </button>
      ))}
      <span class="quick-rule" aria-hidden="true" />
      <QuickButton icon="note" label={t('quick.note')} testid="add-note" roving onClick={onNote} />
      <QuickButton icon="source" label={t('quick.source')} testid="add-source" roving onClick={onSource} />
    </div>
  );
}
