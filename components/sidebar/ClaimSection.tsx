import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { CLAIM_STATUSES, CLAIM_TYPES, type Claim } from '#model/records.ts';
import { IconButton } from '../IconButton.tsx';
import { SelectField } from '../SelectField.tsx';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';

interface Props {
  claim: Claim;
  /** Every change; `undefined` takes the claim away. */
  onChange: (claim: Claim | undefined) => void;
}

/** What the words assert, who says it, and how far the reader has got with it. */
export function ClaimSection({ claim, onChange }: Props) {
  const set = (change: Partial<Claim>) => onChange({ ...claim, ...change });
  const summary = t(`claimType.${claim.type}`);
  // Only at first: it must not close under the reader's hands at the first letter.
  const [isNew] = useState(!claim.statement && !claim.attribution);
  return (
    <details class="claim" data-testid="claim" open={isNew}>
      <summary>
        <span class="claim-type">{summary}</span>
        <span class="claim-status">{t(`claimStatus.${claim.status}`)}</span>
        {claim.attribution && (
          <span class="claim-who">
            {t('claim.saidBy')} <bdi>{claim.attribution}</bdi>
          </span>
        )}
      </summary>
      <div class="claim-fields">
        <TextField
          label={t('claim.statement')}
          hint={t('claim.statementHint')}
          value={claim.statement}
          lines={2}
          testid="claim-statement"
          onInput={(statement) => set({ statement })}
        />
        <div class="form-pair">
          <SelectField
            label={t('claim.type')}
            value={claim.type}
            choices={CLAIM_TYPES.map((type) => ({ value: type, label: t(`claimType.${type}`) }))}
            onChange={(type) => set({ type })}
          />
          <SelectField
            label={t('claim.status')}
            value={claim.status}
            choices={CLAIM_STATUSES.map((status) => ({ value: status, label: t(`claimStatus.${status}`) }))}
            onChange={(status) => set({ status })}
          />
        </div>
        <TextField
          label={t('claim.attribution')}
          value={claim.attribution}
          onInput={(attribution) => set({ attribution })}
        />
        {claim.type === 'prediction' && (
          <TextField
            label={t('claim.resolveBy')}
            type="date"
            value={claim.resolveBy ?? ''}
            onInput={(resolveBy) => set({ resolveBy: resolveBy || undefined })}
          />
        )}
        {claim.status === 'settled' && (
          <TextField
            label={t('claim.verdict')}
            hint={t('claim.verdictHint')}
            value={claim.verdict ?? ''}
            lines={2}
            onInput={(verdict) => set({ verdict: verdict || undefined })}
          />
        )}
        <IconButton icon={X} label={t('claim.remove')} withText onClick={() => onChange(undefined)} />
      </div>
    </details>
  );
}
