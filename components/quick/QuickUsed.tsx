import type { Tier } from '#model/records.ts';
import { t } from '../strings.ts';
import { QuickButton } from './QuickButton.tsx';

/** What the reader can say of a source at once, by the keys 1 and 2; not to say it is a choice, too. */
const JUDGED = ['primary', 'secondary'] as const satisfies Tier[];

interface Props {
  /** The words of the claim that got the source. */
  claim: string;
  tier: Tier;
  onTier: (tier: Tier) => void;
  onUndo: () => void;
  onClose: () => void;
}

/** Words became a source of a claim: which one, with Undo, and how close they are to the fact by one key. */
export function QuickUsed({ claim, tier, onTier, onUndo, onClose }: Props) {
  return (
    <section
      class="quick quick-panel quick-notice"
      aria-label={t('quick.toolbar')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        const picked = JUDGED[Number(event.key) - 1];
        if (picked && !event.ctrlKey && !event.metaKey && !event.altKey) onTier(picked);
      }}
    >
      <p role="status">
        {t('quick.used', { claim })} {tier === 'unknown' ? t('quick.howClose') : t(`tierHint.${tier}`)}
      </p>
      {JUDGED.map((one, at) => (
        <button
          key={one}
          type="button"
          class="quick-type"
          aria-pressed={one === tier}
          data-testid={`tier-${one}`}
          onClick={() => onTier(one)}
        >
          <span aria-hidden="true">{at + 1}</span> {t(`tier.${one}`)}
        </button>
      ))}
      <button type="button" class="button" data-testid="undo" onClick={onUndo}>
        {t('toast.undo')}
      </button>
      <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={onClose} />
    </section>
  );
}
