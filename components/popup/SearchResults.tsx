import { ColorMark } from '../ColorMark.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { MarkedWords } from '../MarkedWords.tsx';
import { t } from '../strings.ts';
import type { FoundInArticle, SearchAnswer, SearchHit } from './PopupState.ts';

interface Props {
  query: string;
  found: SearchAnswer | null;
  onOpen: (articleId: string, annotationId: string | null) => void;
  /** Shows all of them on the library page. */
  onAll: () => void;
}

/** What a search found, by article, with every word found marked; each find leads to its highlight. */
export function SearchResults({ query, found, onOpen, onAll }: Props) {
  const shown = found?.articles.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  const told = found?.articles.reduce((sum, { total }) => sum + total, 0) ?? 0;
  return (
    <section class="results" aria-label={t('popup.results')}>
      <p class="results-count" role="status" data-testid="results-count">
        {countInWords(found)}
      </p>
      {found?.faults.map((fault) => (
        <p key={fault} class="hint query-fault" data-testid="query-fault">
          {fault}
        </p>
      ))}
      {found?.total === 0 && <p class="hint results-none">{t('popup.nothing', { query })}</p>}
      {found?.articles.map((article) => (
        <ArticleHits key={article.articleId} article={article} onOpen={onOpen} />
      ))}
      {shown > 0 && found && (
        <p class="results-more">
          {found.total > told && <span class="hint">{t('popup.moreFound', found.total - told)} </span>}
          <button type="button" class="link-button" data-step data-testid="all-found" onClick={onAll}>
            {t('popup.allFound')}
          </button>
        </p>
      )}
    </section>
  );
}

function countInWords(found: SearchAnswer | null): string {
  if (found === null) return t('popup.searching');
  const hits = t('popup.found', found.total);
  return found.totalArticles > 1
    ? t('popup.foundIn', { hits, articles: t('popup.inArticles', found.totalArticles) })
    : hits;
}

function ArticleHits({ article, onOpen }: { article: FoundInArticle; onOpen: Props['onOpen'] }) {
  const { articleId, title, site, hits, total } = article;
  return (
    <section class="hit-group" data-testid="hit-group" data-article-id={articleId}>
      <h3 class="hit-title">
        <span dir="auto">
          <MarkedWords {...title} />
        </span>
        {site && <IsolatedText text={site} />}
      </h3>
      <ul class="hit-list">
        {hits.map((hit) => (
          <Hit key={hit.annotationId} hit={hit} onOpen={() => onOpen(articleId, hit.annotationId)} />
        ))}
      </ul>
      {total > hits.length && <p class="hint hit-more">{t('popup.moreHere', total - hits.length)}</p>}
    </section>
  );
}

function Hit({ hit, onOpen }: { hit: SearchHit; onOpen: () => void }) {
  return (
    <li>
      <button type="button" class="hit" data-step data-testid="hit" onClick={onOpen}>
        {hit.excerpts.map(({ where, ...words }, number) => (
          <span key={where + words.text} class="hit-text" data-where={where} dir="auto">
            {number === 0 && hit.color && <ColorMark color={hit.color} />}{' '}
            {where !== 'quote' && <span class="hit-where">{t(`where.${where}`)}: </span>}
            <MarkedWords {...words} />
          </span>
        ))}
      </button>
    </li>
  );
}
