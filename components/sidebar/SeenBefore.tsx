import type { SimilarClaim } from '#evidence/SimilarClaims.ts';
import { sourcingStatus } from '#evidence/sourcingStatus.ts';
import { type ClaimEntry, claimedIn } from '#model/ClaimEntry.ts';
import { Facts } from '../Facts.tsx';
import { t } from '../strings.ts';

/** A claim noted elsewhere that resembles this one. */
export interface SeenClaim {
  entry: ClaimEntry;
  relation: SimilarClaim['relation'];
}

interface Props {
  words: string;
  seen: SeenClaim[];
  onOpen: (articleId: string, annotationId: string) => void;
}

const RELATIONS = { same: 'same', 'other figure': 'figure', opposite: 'opposite' } as const;
const STATUSES = {
  unsourced: 'unsourced',
  'single source': 'single',
  corroborated: 'corroborated',
  contested: 'contested',
} as const;

/** “You noted a similar claim in 2 articles, 1 disputed”; a press shows them beside this one. */
export function SeenBefore({ words, seen, onOpen }: Props) {
  if (seen.length === 0) return null;
  const articles = new Set(seen.map(({ entry }) => entry.articleId)).size;
  const disputed = seen.filter(({ entry }) => sourcingStatus(entry.sources) === 'contested').length;
  return (
    <details class="seen-before" data-testid="seen-before">
      <summary>
        <Facts>
          {t('seen.before', articles)}
          {disputed > 0 && t('seen.disputed', disputed)}
        </Facts>
      </summary>
      <p class="seen-own">
        <span class="seen-label">{t('seen.here')}</span> <q dir="auto">{words}</q>
      </p>
      <ul>
        {seen.map(({ entry, relation }) => (
          <li key={entry.id} data-relation={relation}>
            <button type="button" class="seen-go" onClick={() => onOpen(entry.articleId, entry.id)}>
              <q dir="auto">{claimedIn(entry)}</q>
            </button>
            <p class="seen-facts">
              <Facts>
                {t(`seen.${RELATIONS[relation]}`)}
                <bdi>{entry.articleTitle}</bdi>
                {t(`sourcing.${STATUSES[sourcingStatus(entry.sources)]}`)}
                {entry.claim?.verdict && <bdi>{entry.claim.verdict}</bdi>}
              </Facts>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
