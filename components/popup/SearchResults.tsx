import type { ComponentChildren } from 'preact';
import { ColorMark } from '../ColorMark.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { t } from '../strings.ts';
import type { SearchHit } from './PopupState.ts';

interface Props {
  query: string;
  hits: SearchHit[] | null;
  onOpen: (articleId: string, annotationId: string | null) => void;
}

/** What a search found, with the words found marked; each leads to its highlight. */
export function SearchResults({ query, hits, onOpen }: Props) {
  return (
    <section class="results" aria-label={t('popup.results')}>
      <p class="results-count" role="status">
        {hits === null ? t('popup.searching') : t('popup.found', hits.length)}
      </p>
      {hits?.length === 0 && <p class="hint results-none">{t('popup.nothing', { query })}</p>}
      <ul class="hit-list">
        {hits?.map((hit) => (
          <li key={`${hit.articleId} ${hit.annotationId} ${hit.where} ${hit.text}`}>
            <button
              type="button"
              class="hit"
              data-testid="hit"
              onClick={() => onOpen(hit.articleId, hit.annotationId)}
            >
              <span class="hit-text" data-where={hit.where} dir="auto">
                {hit.color && <ColorMark color={hit.color} />} {marked(hit)}
              </span>
              <span class="article-facts">
                <span>{t(`where.${hit.where}`)}</span>
                <IsolatedText text={hit.articleTitle} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function marked({ text, found }: SearchHit): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const [start, end] of found) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
