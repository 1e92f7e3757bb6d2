import type { Stance } from '#model/records.ts';
import { t } from '../strings.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  /** What is claimed. */
  claim: string;
  stance: Stance;
  /** The passage no longer reads as it was cited. */
  isChanged: boolean;
  onOpen: () => void;
  onClose: () => void;
}

/** Words of this page that a claim elsewhere cites: which one, how, and the way there. */
export function QuickCited({ claim, stance, isChanged, onOpen, onClose }: Props) {
  return (
    <section
      class="quick quick-panel"
      aria-label={t('cited.here')}
      data-testid="cited"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="quick-head">
        <p class="quick-quote">
          <span class="quick-stance">{t(`stance.${stance}`)}</span> <q dir="auto">{claim}</q>
        </p>
        <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={onClose} />
      </div>
      {isChanged && <p class="quick-changed">{t('cited.changed')}</p>}
      <div class="quick-foot">
        <button type="button" class="button" data-testid="open-claim" onClick={onOpen}>
          {t('cited.open')}
        </button>
      </div>
    </section>
  );
}
