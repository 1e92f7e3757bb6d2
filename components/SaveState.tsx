import type { Saving } from '#model/Saving.ts';
import { t } from './strings.ts';

interface Props {
  state: Saving;
  onRetry: () => void;
}

/** Says in words whether what was typed is safe. The live region stands before there is something to say. */
export function SaveState({ state, onRetry }: Props) {
  return (
    <span class="save-state" data-testid="save-state" data-state={state.kind}>
      <span role="status">
        {state.kind === 'saving' && t('save.saving')}
        {state.kind === 'saved' && t('save.saved')}
      </span>
      <span role="alert">{state.kind === 'failed' && t('save.failed', { reason: state.reason })}</span>
      {state.kind === 'failed' && (
        <button type="button" class="link-button" onClick={onRetry}>
          {t('save.retry')}
        </button>
      )}
    </span>
  );
}
