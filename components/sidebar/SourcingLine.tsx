import { CircleCheck, CircleDashed, CircleDot, Scale } from 'lucide-preact';
import { SECONDARIES_NEEDED, sourcing } from '#evidence/sourcingStatus.ts';
import type { Source, SourcingStatus } from '#model/records.ts';
import { t } from '../strings.ts';

const LOOK = {
  unsourced: { icon: CircleDashed, key: 'unsourced' },
  'single source': { icon: CircleDot, key: 'single' },
  corroborated: { icon: CircleCheck, key: 'corroborated' },
  contested: { icon: Scale, key: 'contested' },
} as const satisfies Record<SourcingStatus, unknown>;

/** How well the claim is sourced by the newsroom rule, and what is still wanting. */
export function SourcingLine({ sources }: { sources: Source[] }) {
  const facts = sourcing(sources);
  const { icon: Icon, key } = LOOK[facts.status];
  return (
    <p class="sourcing" data-status={key} data-testid="sourcing">
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      <span>
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
      </span>
    </p>
  );
}
