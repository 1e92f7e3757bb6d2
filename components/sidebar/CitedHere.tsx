import { BookMarked } from 'lucide-preact';
import type { Citation } from '#model/Citation.ts';
import type { AnchorState } from '#model/records.ts';
import type { WordChange } from '#model/WordChange.ts';
import { Diff } from '../Diff.tsx';
import { Facts } from '../Facts.tsx';
import { t } from '../strings.ts';

/** A claim that cites the shown page, and how its passage stands there; `null` where the page as a whole is cited. */
export interface CitedHereEntry {
  citation: Citation;
  place: { state: AnchorState; changes: WordChange[] } | null;
}

interface Props {
  cited: CitedHereEntry[];
  language: string | null;
  onOpen: (articleId: string, annotationId: string) => void;
}

/** “Cited in 2 of your claims”: which, how, and whether the passage still reads as it was cited. */
export function CitedHere({ cited, language, onOpen }: Props) {
  if (cited.length === 0) return null;
  const claims = new Set(cited.map(({ citation }) => citation.annotationId)).size;
  return (
    <section class="cited-here" data-testid="cited-here" aria-label={t('cited.here')}>
      <h2 class="cited-title">
        <BookMarked size={16} aria-hidden="true" />
        {t('cited.count', claims)}
      </h2>
      <ul>
        {cited.map(({ citation, place }) => (
          <li key={citation.id} data-testid="citation" data-state={place?.state ?? 'whole'}>
            <button
              type="button"
              class="seen-go"
              onClick={() => onOpen(citation.articleId, citation.annotationId)}
            >
              <q dir="auto">{citation.words}</q>
            </button>
            <p class="seen-facts">
              <Facts>
                {t(`stance.${citation.stance}`)}
                {t(`cited.${place?.state ?? 'whole'}`)}
              </Facts>
            </p>
            {place?.state === 'changed' && <Diff changes={place.changes} language={language} />}
            {(place?.state === 'missing' || place?.state === 'suggested') && citation.quote && (
              <blockquote class="cited-words" dir="auto">
                {citation.quote.exact}
              </blockquote>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
