import { locale, t } from '../strings';
import { dayInWords } from '../When';
import type { Card } from './SidebarState';

interface Props {
  cards: Card[];
  /** ISO 8601, or null on the first visit. */
  lastVisitAt: string | null;
}

const STATES = ['changed', 'suggested', 'missing'] as const;

/** "5 highlights" and, where the page moved on, "2 changed, 1 missing since 12 March". */
export function CountsLine({ cards, lastVisitAt }: Props) {
  const checked = cards.filter(({ checking }) => !checking);
  const parts = STATES.flatMap((state) => {
    const count = checked.filter(({ annotation }) => annotation.anchor.state === state).length;
    return count > 0 ? [t(`counts.${state}`, { count })] : [];
  });
  const list = new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(parts);
  const since = lastVisitAt ? dayInWords(lastVisitAt) : '';
  return (
    <p class="counts" data-testid="counts" role="status">
      <span>{t('counts.all', cards.length)}</span>
      {parts.length > 0 && (
        <span class="counts-trouble">{since ? t('counts.since', { list, day: since }) : list}</span>
      )}
    </p>
  );
}
