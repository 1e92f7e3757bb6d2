import { Plus } from 'lucide-preact';
import type { LinkCandidate } from '#model/LinkCandidate.ts';
import { Facts } from '../Facts.tsx';
import { readableHost } from '../readableHost.ts';
import { t } from '../strings.ts';

interface Props {
  /** Null until the page was asked. */
  links: LinkCandidate[] | null;
  /** Addresses that are sources already. */
  taken: ReadonlySet<string>;
  onTake: (link: LinkCandidate) => void;
}

const KINDS = {
  'same outlet': 'own',
  official: 'official',
  court: 'court',
  study: 'study',
  dataset: 'dataset',
  document: 'document',
  social: 'social',
  other: 'other',
} as const;

/** Links that stand in the marked words or beside them, each a source at one press; said where an article cites only itself. */
export function LinkOffers({ links, taken, onTake }: Props) {
  if (links === null) return null;
  if (links.length === 0) return <p class="hint">{t('links.none')}</p>;
  const onlyItself = links.every(({ kind }) => kind === 'same outlet');
  return (
    <section class="link-offers" aria-label={t('links.title')} data-testid="link-offers">
      <p class="field-label">{t('links.title')}</p>
      {onlyItself && <p class="hint">{t('links.onlyItself')}</p>}
      <ul>
        {links.map((link) => (
          <li key={link.url}>
            <button
              type="button"
              class="link-offer"
              disabled={taken.has(link.url)}
              onClick={() => onTake(link)}
            >
              <Plus size={14} aria-hidden="true" />
              <bdi>{link.text || readableHost(link.url)}</bdi>
              <span class="hint">
                <Facts>
                  {readableHost(link.url)}
                  {t(`links.kind.${KINDS[link.kind]}`)}
                  {t(`links.${link.place}`)}
                </Facts>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
