import { t } from '../strings.ts';
import type { FigureRow, LibraryActions, LibraryFigures } from './LibraryState.ts';

interface Props {
  figures: LibraryFigures;
  query: string;
  actions: Pick<LibraryActions, 'hrefOf'>;
}

const STATUS = {
  unsourced: 'unsourced',
  'single source': 'single',
  corroborated: 'corroborated',
  contested: 'contested',
} as const;

/** How claims are sourced, by outlet and over time: bars, each with its numbers as text. */
export function FiguresPanel({ figures, query, actions }: Props) {
  const { marks, claims, statuses, bySite, otherSites, byMonth } = figures;
  const most = Math.max(1, ...statuses.map(({ count }) => count));
  const search = (part: string) => actions.hrefOf({ view: 'notes', query: `${query} ${part}`.trim() });
  return (
    <div class="figures" data-testid="figures">
      <p class="figures-lead">
        {t('figures.lead', { marks: t('library.marks', marks), claims: t('figures.claims', claims) })}
      </p>
      <section>
        <h2>{t('figures.sourced')}</h2>
        <ul class="bars">
          {statuses.map(({ status, count }) => (
            <li key={status} data-status={status}>
              <span class="bar-name">
                {status === 'unsourced' || status === 'contested' ? (
                  <a href={search(`is:${status}`)}>{t(`sourcing.${STATUS[status]}`)}</a>
                ) : (
                  t(`sourcing.${STATUS[status]}`)
                )}
              </span>
              <span class="bar" aria-hidden="true">
                <span class="bar-part" style={{ inlineSize: `${(count / most) * 100}%` }} />
              </span>
              <span class="bar-number">{t('figures.claims', count)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Rows title={t('figures.byOutlet')} rows={bySite} more={otherSites} unnamed={t('library.noSite')} />
      <Rows title={t('figures.overTime')} rows={byMonth} more={0} unnamed="" />
    </div>
  );
}

function Rows({
  title,
  rows,
  more,
  unnamed,
}: {
  title: string;
  rows: FigureRow[];
  more: number;
  unnamed: string;
}) {
  const most = Math.max(1, ...rows.map(({ claims }) => claims));
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint figures-key">
        <span class="key-unsourced" aria-hidden="true" /> {t('sourcing.unsourced')}
        <span class="key-sourced" aria-hidden="true" /> {t('figures.withSources')}
      </p>
      <ul class="bars">
        {rows.map(({ name, marks, claims, unsourced }) => (
          <li key={name}>
            <bdi class="bar-name">{name || unnamed}</bdi>
            <span class="bar" aria-hidden="true">
              <span class="bar-part bar-unsourced" style={{ inlineSize: `${(unsourced / most) * 100}%` }} />
              <span class="bar-part" style={{ inlineSize: `${((claims - unsourced) / most) * 100}%` }} />
            </span>
            <span class="bar-number">
              {claims > 0
                ? t('figures.row', { claims: t('figures.claims', claims), unsourced })
                : t('library.marks', marks)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="hint">{t('figures.more', more)}</p>}
    </section>
  );
}
