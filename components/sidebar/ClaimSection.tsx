import { UserCheck, X } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import type { AttributionSuggestion } from '#evidence/suggestAttribution.ts';
import { CLAIM_STATUSES, CLAIM_TYPES, type Claim, OUTCOMES } from '#model/records.ts';
import { ChoiceGroup } from '../ChoiceGroup.tsx';
import { IconButton } from '../IconButton.tsx';
import { SelectField } from '../SelectField.tsx';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';

interface Props {
  claim: Claim;
  /** Who seems to say it, offered and never saved unasked. */
  suggested?: AttributionSuggestion | null | undefined;
  /** The reader made it a claim just now: the choice of its kind takes the focus. */
  byReader?: boolean;
  /** Every change; `undefined` takes the claim away. */
  onChange: (claim: Claim | undefined) => void;
}

/** What the words assert, who says it, and how far the reader has got with it. A digit anywhere in the kinds chooses one. */
export function ClaimSection({ claim, suggested = null, byReader = false, onChange }: Props) {
  const set = (change: Partial<Claim>) => onChange({ ...claim, ...change });
  const who = useRef<HTMLInputElement>(null);
  // Only at first: it must not close under the reader's hands at the first letter.
  const [isNew] = useState(!claim.statement && !claim.attribution && claim.type === 'other');
  const offered = claim.attribution ? null : suggested;
  return (
    <details class="claim" data-testid="claim" open={isNew}>
      <summary>
        <span class="claim-type">{t(`claimType.${claim.type}`)}</span>
        <span class="claim-status">{t(`claimStatus.${claim.status}`)}</span>
        {claim.attribution && (
          <span class="claim-who">
            {t('claim.saidBy')} <bdi>{claim.attribution}</bdi>
          </span>
        )}
        {claim.outcome && <span class="claim-outcome">{t(`outcome.${claim.outcome}`)}</span>}
        {claim.verdict && <bdi class="claim-verdict">{claim.verdict}</bdi>}
      </summary>
      <div class="claim-fields">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the radio buttons within have the focus; digits are their short cut */}
        <div
          class="claim-types"
          onKeyDown={(event) => {
            const type = CLAIM_TYPES[Number(event.key) - 1];
            if (!type || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            set({ type });
            event.currentTarget.querySelector<HTMLElement>(`input[value="${type}"]`)?.focus();
          }}
        >
          <ChoiceGroup
            label={t('claim.type')}
            testid="claim-type"
            focused={isNew && byReader}
            value={claim.type}
            hint={t(`claimPrompt.${claim.type}`)}
            choices={CLAIM_TYPES.map((type, at) => ({
              value: type,
              label: `${at + 1} ${t(`claimType.${type}`)}`,
            }))}
            onChange={(type) => set({ type })}
          />
        </div>
        {offered && (
          <button
            type="button"
            class="chip"
            data-testid="attribution-chip"
            onClick={() => {
              set({ attribution: offered.who });
              who.current?.focus();
            }}
          >
            <UserCheck size={14} aria-hidden="true" />
            {t('claim.suggested')} <bdi>{offered.who}</bdi>
            <span class="chip-kind">{t(`speaker.${offered.kind}`)}</span>
          </button>
        )}
        <TextField
          label={t('claim.attribution')}
          value={claim.attribution}
          testid="claim-attribution"
          inputRef={who}
          onInput={(attribution) => set({ attribution })}
        />
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
            label={t('claim.status')}
            value={claim.status}
            choices={CLAIM_STATUSES.map((status) => ({ value: status, label: t(`claimStatus.${status}`) }))}
            onChange={(status) => set({ status })}
          />
          <TextField
            label={t(claim.type === 'prediction' ? 'claim.resolveBy' : 'claim.lookAgain')}
            type="date"
            testid="claim-day"
            value={claim.resolveBy ?? ''}
            onInput={(resolveBy) => set({ resolveBy: resolveBy || undefined })}
          />
        </div>
        {claim.type === 'prediction' && (
          <SelectField
            label={t('claim.outcome')}
            value={claim.outcome ?? ''}
            choices={[
              { value: '' as const, label: t('outcome.none') },
              ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })),
            ]}
            onChange={(outcome) => set({ outcome: outcome || undefined })}
          />
        )}
        <details class="claim-own" open={Boolean(claim.verdict || claim.reason)}>
          <summary>{t('claim.verdict')}</summary>
          <TextField
            label={t('claim.verdictWord')}
            hint={t('claim.verdictHint')}
            value={claim.verdict ?? ''}
            testid="claim-verdict"
            onInput={(verdict) => set({ verdict: verdict || undefined })}
          />
          <TextField
            label={t('claim.reason')}
            value={claim.reason ?? ''}
            lines={2}
            testid="claim-reason"
            onInput={(reason) => set({ reason: reason || undefined })}
          />
        </details>
        <IconButton icon={X} label={t('claim.remove')} withText onClick={() => onChange(undefined)} />
      </div>
    </details>
  );
}
