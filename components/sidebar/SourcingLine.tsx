import { CircleCheck, CircleDashed, CircleDot, Scale } from 'lucide-preact';
import { SECONDARIES_NEEDED, type SourcingReason, sourcing } from '#evidence/sourcingStatus.ts';
import type { Source, SourcingStatus } from '#model/records.ts';
import { Facts } from '../Facts.tsx';
import { t } from '../strings.ts';

const LOOK = {
  unsourced: { icon: CircleDashed, key: 'unsourced' },
  'single source': { icon: CircleDot, key: 'single' },
  corroborated: { icon: CircleCheck, key: 'corroborated' },
  contested: { icon: Scale, key: 'contested' },
} as const satisfies Record<SourcingStatus, unknown>;

const REASONS = {
  primary: 'primary',
  independent: 'independent',
  disputes: 'disputes',
  context: 'context',
  'tier unknown': 'unjudged',
} as const;
/** Said with the name of the source that it is one with. */
const SHARED = { 'same site': 'sameSite', 'same wire': 'sameWire', 'same text': 'sameText' } as const;

function because({ counts }: SourcingReason, other: string): string {
  if (counts in SHARED) return t(`sourcing.because.${SHARED[counts as keyof typeof SHARED]}`, { other });
  return t(`sourcing.because.${REASONS[counts as keyof typeof REASONS]}`);
}

/** How well the claim is sourced by the newsroom rule; one press says in words why. */
export function SourcingLine({ sources }: { sources: Source[] }) {
  const facts = sourcing(sources);
  const { icon: Icon, key } = LOOK[facts.status];
  const nameOf = (id: string | undefined) => {
    const source = sources.find((one) => one.id === id);
    return source?.title || source?.site || source?.url || t('source.untitled');
  };
  return (
    <details class="sourcing" data-status={key} data-testid="sourcing">
      <summary>
        <Icon size={14} strokeWidth={2} aria-hidden="true" />
        {/* What a source did for the status is told to those who do not see it. */}
        <span aria-live="polite">
          <Facts>
            <span class="sourcing-status">{t(`sourcing.${key}`)}</span>
            {facts.status === 'single source' && (
              <span class="sourcing-why">
                {facts.unjudged === facts.supporting
                  ? t('sourcing.judge')
                  : t('sourcing.wanting', { have: facts.independent, need: SECONDARIES_NEEDED })}
              </span>
            )}
            {facts.status === 'contested' && (
              <span class="sourcing-why">
                {t('sourcing.sides', { supporting: facts.supporting, disputing: facts.disputing })}
              </span>
            )}
          </Facts>
        </span>
        <span class="sourcing-ask">{t('sourcing.why')}</span>
      </summary>
      <p>{t(`sourcing.rule.${key}`)}</p>
      {facts.reasons.length > 0 && (
        <ul data-testid="sourcing-reasons">
          {facts.reasons.map((reason) => (
            <li key={reason.id}>
              <bdi class="sourcing-name">{nameOf(reason.id)}</bdi> {because(reason, nameOf(reason.with))}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
