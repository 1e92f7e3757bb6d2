import { useLayoutEffect, useRef } from 'preact/hooks';
import { CLAIM_TYPES, type ClaimType } from '#model/records.ts';
import { t } from '../strings.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  /** The words that were made a claim. */
  quote: string;
  type: ClaimType;
  /** Who is said to say it; '' for nobody yet. */
  attribution: string;
  /** Who seems to say it, offered; '' for nobody. */
  suggested: string;
  /** Whether it is in hand: sources are sought for it on other pages. */
  held: boolean;
  onType: (type: ClaimType) => void;
  onHold: () => void;
  onAttribution: (who: string) => void;
  onClose: () => void;
}

/** Words just made a claim: its kind by one key each, its speaker by one press. Everything is stored as it is chosen. */
export function QuickClaim(props: Props) {
  const { quote, type, attribution, suggested, held, onType, onAttribution, onHold, onClose } = props;
  const chosen = useRef<HTMLButtonElement>(null);
  // Also when the offered speaker was taken: a button that is gone must not leave the keys to nobody.
  useLayoutEffect(() => chosen.current?.focus(), [attribution]);
  return (
    <section
      class="quick quick-panel"
      aria-label={t('quick.claimPanel')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const picked = CLAIM_TYPES[Number(event.key) - 1];
        if (picked) onType(picked);
        if (event.key === '0' && !held) onHold();
      }}
    >
      <div class="quick-head">
        <p class="quick-quote" dir="auto">
          {quote}
        </p>
        <QuickButton icon="close" label={t('quick.close')} testid="close" onClick={onClose} />
      </div>
      <fieldset class="quick-types">
        <legend class="field-label">{t('claim.type')}</legend>
        {CLAIM_TYPES.map((one, at) => (
          <button
            key={one}
            type="button"
            class="quick-type"
            aria-pressed={one === type}
            data-testid={`type-${one}`}
            ref={one === type ? chosen : null}
            onClick={() => onType(one)}
          >
            <span aria-hidden="true">{at + 1}</span> {t(`claimType.${one}`)}
          </button>
        ))}
      </fieldset>
      <p class="quick-prompt" role="status">
        {t(`claimPrompt.${type}`)}
      </p>
      {attribution ? (
        <p data-testid="said-by">
          {t('claim.suggested')} <bdi>{attribution}</bdi>
        </p>
      ) : (
        suggested && (
          <button
            type="button"
            class="button"
            data-testid="attribution-chip"
            onClick={() => onAttribution(suggested)}
          >
            {t('claim.suggested')} <bdi>{suggested}</bdi>
          </button>
        )
      )}
      {held ? (
        <p role="status" data-testid="held">
          {t('inHand.how')}
        </p>
      ) : (
        <button type="button" class="quick-type" data-testid="take-in-hand" onClick={onHold}>
          <span aria-hidden="true">0</span> {t('inHand.take')}
        </button>
      )}
    </section>
  );
}
