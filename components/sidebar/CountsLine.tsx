import { locale, t } from '../strings.ts';
import { dayInWords } from '../When.tsx';
import type { Card } from './SidebarState.ts';
import { needsDecision } from './wordings.ts';

interface Props {
  cards: Card[];
}

const STATES = ['changed', 'suggested', 'missing'] as const;

/** "5 highlights" and, where the page moved on, "2 changed, 1 missing since 12 March". */
export function CountsLine({ cards }: Props) {
  const open = cards.filter(({ checking }) => !checking).map(({ annotation }) => annotation);
  const troubled = open.filter(needsDecision);
  const parts = STATES.flatMap((state) => {
    const count = troubled.filter(({ anchor }) => anchor.state === state).length;
    return count > 0 ? [t(`counts.${state}`, { count })] : [];
  });
  const list = new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(parts);
  // The day from which on it holds for all of them.
  const [since] = troubled
    .map(({ anchor, createdAt }) => anchor.exactAt ?? anchor.lastSeenAt ?? createdAt)
    .sort();
  const day = since ? dayInWords(since) : '';
  return (
    <p class="counts" data-testid="counts" role="status">
      <span>{t('counts.all', cards.length)}</span>
      {parts.length > 0 && (
        <span class="counts-trouble">{day ? t('counts.since', { list, day }) : list}</span>
      )}
    </p>
  );
}
