import { useState } from 'preact/hooks';
import { SafeLink } from '../SafeLink.tsx';
import { SelectField } from '../SelectField.tsx';
import { t } from '../strings.ts';
import type { ArticleActions } from './SidebarActions.ts';
import type { ArticleFacts } from './SidebarState.ts';

interface Props {
  facts: ArticleFacts;
  actions: Pick<ArticleActions, 'separateAddress' | 'sameAs'>;
}

/** Under which addresses the article is known, and the reader's word about what is one article and what is not. */
export function ArticleAddresses({ facts: { addresses, others }, actions }: Props) {
  const [other, setOther] = useState('');
  if (addresses.length === 0 && others.length === 0) return null;
  return (
    <details class="article-more" data-testid="addresses">
      <summary>
        {addresses.length > 0 ? t('article.addresses', addresses.length) : t('article.sameAs')}
      </summary>
      {addresses.length > 0 && (
        <ul class="article-addresses">
          {addresses.map((address) => (
            <li key={address}>
              <SafeLink url={address}>{address}</SafeLink>
              {addresses.length > 1 && (
                <button
                  type="button"
                  class="button"
                  data-testid="separate"
                  aria-label={t('article.separateNamed', { address })}
                  onClick={() => actions.separateAddress(address)}
                >
                  {t('article.separate')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <form
          class="article-same"
          onSubmit={(event) => {
            event.preventDefault();
            if (other) actions.sameAs(other);
            setOther('');
          }}
        >
          <SelectField
            label={t('article.sameAs')}
            value={other}
            choices={[
              { value: '', label: t('article.choose') },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={setOther}
          />
          <button type="submit" class="button" data-testid="merge" disabled={other === ''}>
            {t('article.merge')}
          </button>
        </form>
      )}
    </details>
  );
}
