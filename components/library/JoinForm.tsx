import { useId, useState } from 'preact/hooks';
import { Facts } from '../Facts.tsx';
import { IsolatedText } from '../IsolatedText.tsx';
import { t } from '../strings.ts';
import type { JoinPreview } from './LibraryState.ts';

interface Props {
  preview: JoinPreview;
  /** The article that keeps its title and facts takes in the others. */
  onJoin: (into: string) => void;
}

/** What becomes one when the articles of the selected marks are put together, before it is done. */
export function JoinForm({ preview, onJoin }: Props) {
  const { articles } = preview;
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const into = articles.find((one) => one.id === chosen) ?? articles[0];
  if (preview.tooMany) return <p class="hint">{t('library.joinTooMany')}</p>;
  if (!into || articles.length < 2) return <p class="hint">{t('library.joinOne')}</p>;
  const marks = articles.reduce((sum, { count }) => sum + count, 0);
  return (
    <form
      class="join"
      data-testid="join"
      onSubmit={(event) => {
        event.preventDefault();
        onJoin(into.id);
      }}
    >
      <fieldset class="join-choices">
        <legend>{t('library.joinWhich')}</legend>
        {articles.map(({ id: articleId, title, site, count }) => (
          <label key={articleId} class="join-choice">
            <input
              type="radio"
              name={id}
              data-testid="join-into"
              value={articleId}
              checked={articleId === into.id}
              onChange={() => setChosen(articleId)}
            />
            <span>
              <span class="join-title" dir="auto">
                {title || t('article.untitled')}
              </span>
              <span class="hint">
                <Facts>
                  {site && <IsolatedText text={site} />}
                  {t('library.marks', count)}
                </Facts>
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="hint" data-testid="join-preview">
        {t('library.joinPreview', {
          articles: t('library.articles', articles.length),
          marks: t('library.marks', marks),
        })}
      </p>
      <button type="submit" class="button button-primary" data-testid="join-do">
        {t('article.merge')}
      </button>
    </form>
  );
}
