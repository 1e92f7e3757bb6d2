import { compareQuote } from '#evidence/compareQuote.ts';
import { t } from '../strings.ts';

interface Props {
  /** The article's words and the source's. */
  claimed: string;
  passage: string;
  language: string | null;
}

/** What a comparison of the article's words with the source's passage shows. An observation, no judgement; nothing where it shows nothing. */
export function FidelityLine({ claimed, passage, language }: Props) {
  const { result, changes, figures } = compareQuote(claimed, passage, language);
  if (result === 'nothing to compare' || (result === 'other words' && figures.length === 0)) return null;
  const differing = figures.filter(({ kind }) => kind !== 'not in source');
  const pairs =
    differing.length > 0 ? differing : changes.filter(({ article, source }) => article || source).slice(0, 4);
  if (result === 'other words') return null;
  return (
    <div class="fidelity" data-testid="fidelity" data-result={result}>
      <p>{t(`fidelity.${KEYS[result]}`)}</p>
      {result !== 'verbatim' && result !== 'trimmed' && pairs.length > 0 && (
        <ul>
          {pairs.map(({ article, source }, at) => (
            <li key={`${at} ${article}`}>
              <span class="fidelity-side">{t('fidelity.here')}</span>{' '}
              {article ? <q dir="auto">{article}</q> : <em>{t('fidelity.nothing')}</em>}
              {' · '}
              <span class="fidelity-side">{t('fidelity.there')}</span>{' '}
              {source ? <q dir="auto">{source}</q> : <em>{t('fidelity.nothing')}</em>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const KEYS = {
  verbatim: 'verbatim',
  trimmed: 'trimmed',
  'altered words': 'altered',
  'figure differs': 'figure',
  'unit differs': 'unit',
} as const;
