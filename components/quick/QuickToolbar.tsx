import { SELECTION_ACTIONS } from '#model/pageActions.ts';
import type { Color } from '#model/records.ts';
import { ColorMark } from '../ColorMark.tsx';
import { offeredColors } from '../manner.ts';
import { t } from '../strings.ts';
import { moveInToolbar } from './moveInToolbar.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  /** The role used last; the first stop of the keyboard. */
  color: Color;
  onMark: (color: Color) => void;
  onNote: () => void;
  onSource: () => void;
  onClaim: () => void;
  /** What the claim in hand says; null where there is none. */
  inHand: string | null;
  onUse: () => void;
  onPutDown: () => void;
  onClose: () => void;
}

/** Appears next to a selection: the colours, note, source. One tab stop, arrows move, Escape closes. */
export function QuickToolbar(props: Props) {
  const { color, inHand, onMark, onNote, onSource, onClaim, onClose } = props;
  const colors = offeredColors();
  const first = colors.includes(color) ? color : colors[0];
  return (
    <div
      class="quick quick-toolbar"
      role="toolbar"
      aria-label={t('quick.toolbar')}
      onKeyDown={(event) => moveInToolbar(event, onClose)}
    >
      {colors.map((role) => (
        <button
          key={role}
          type="button"
          class="quick-color"
          tabIndex={role === first ? 0 : -1}
          aria-label={t('quick.mark', { color: t(`color.${role}`) })}
          title={t('quick.mark', { color: t(`color.${role}`) })}
          data-testid={`mark-${role}`}
          onClick={() => onMark(role)}
        >
          <ColorMark color={role} size={18} />
        </button>
      ))}
      <span class="quick-rule" aria-hidden="true" />
      {(['note', 'source', 'claim'] as const).map((name) => (
        <QuickButton
          key={name}
          icon={name}
          label={t(SELECTION_ACTIONS[name].name)}
          text={t(`quick.word.${name}`)}
          testid={name === 'claim' ? 'make-claim' : `add-${name}`}
          roving
          onClick={{ note: onNote, source: onSource, claim: onClaim }[name]}
        />
      ))}
      {inHand !== null && (
        <>
          <span class="quick-rule" aria-hidden="true" />
          <button
            type="button"
            class="quick-use"
            tabIndex={-1}
            data-testid="use-as-source"
            title={t('quick.useFor', { claim: inHand })}
            onClick={() => props.onUse()}
          >
            <span>{t('quick.use')}</span>
            <q dir="auto">{inHand}</q>
          </button>
          <QuickButton
            icon="close"
            label={t('quick.putDown')}
            testid="put-down"
            roving
            onClick={() => props.onPutDown()}
          />
        </>
      )}
    </div>
  );
}
