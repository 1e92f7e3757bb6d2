import { SENTENCE_DEEDS, SENTENCE_KEYS } from '#model/sentenceKeys.ts';
import { t } from '../strings.ts';
import { nameOfKey } from './nameOfKey.ts';
import { QuickButton } from './QuickButton.tsx';

interface Props {
  onClose: () => void;
}

/** All keys of reading by sentence, from the one list that the keys themselves are read from. */
export function KeySheet({ onClose }: Props) {
  return (
    <section class="sentence-sheet" aria-labelledby="sentence-sheet" data-testid="key-sheet">
      <div class="quick-head">
        <h2 class="sentence-title" id="sentence-sheet">
          {t('sentences.keys')}
        </h2>
        <QuickButton icon="close" label={t('quick.close')} testid="close-keys" onClick={onClose} />
      </div>
      <dl class="sentence-keys">
        {SENTENCE_DEEDS.map((deed) => (
          <div key={deed}>
            <dt>{t(`sentences.do.${deed}`)}</dt>
            <dd>
              {SENTENCE_KEYS[deed].map((key) => (
                <kbd key={key}>{nameOfKey(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
