import { useId } from 'preact/hooks';
import { fold } from '#model/fold.ts';
import { chordInWords, MENU_ACTIONS, SELECTION_ACTIONS } from '#model/pageActions.ts';
import { SENTENCE_DEEDS, SENTENCE_KEYS } from '#model/sentenceKeys.ts';
import { Keys } from '../Keys.tsx';
import { nameOfKey } from '../quick/nameOfKey.ts';
import { t } from '../strings.ts';
import type { PaletteKeys } from './PaletteKeys.ts';

/** A deed that is done elsewhere, and its keys; a list of keys each of which does it. */
interface Line {
  name: string;
  keys: readonly string[];
}

interface Part {
  id: string;
  title: string;
  lines: Line[];
}

/** What is done elsewhere than on this page of ours, by place, with its keys: only what has all the words. */
export function elsewhere(browserKeys: PaletteKeys['browserKeys'], words: readonly string[]): Part[] {
  const parts: Part[] = [
    {
      id: 'browser',
      title: t('palette.browser'),
      lines: browserKeys.map(({ name, keys }) => ({ name, keys: [keys || t('options.shortcutUnset')] })),
    },
    {
      id: 'selection',
      title: t('palette.selection'),
      lines: Object.values(SELECTION_ACTIONS).map((one) => ({
        name: t(one.name),
        keys: 'chord' in one ? [chordInWords(one.chord)] : [],
      })),
    },
    {
      id: 'menu',
      title: t('palette.menu'),
      lines: Object.values(MENU_ACTIONS).map((name) => ({ name: t(name), keys: [] })),
    },
    {
      id: 'sentences',
      title: t('sentences.keys'),
      lines: SENTENCE_DEEDS.map((deed) => ({
        name: t(`sentences.do.${deed}`),
        keys: SENTENCE_KEYS[deed].map(nameOfKey),
      })),
    },
  ];
  return parts
    .map((part) => ({
      ...part,
      lines: part.lines.filter(({ name }) => words.every((word) => fold(name).includes(word))),
    }))
    .filter(({ lines }) => lines.length > 0);
}

interface Props {
  parts: Part[];
  onChangeKeys: () => void;
}

/** The sheet of what is done elsewhere, below the commands of this page. */
export function ElsewhereKeys({ parts, onChangeKeys }: Props) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="palette-elsewhere" aria-label={t('palette.elsewhere')} tabIndex={0}>
      {parts.map((part) => (
        <div key={part.id} class="palette-part" data-part={part.id}>
          <h2 id={`${id}-${part.id}`}>{part.title}</h2>
          <dl aria-labelledby={`${id}-${part.id}`}>
            {part.lines.map(({ name, keys }) => (
              <div key={name} class="palette-row">
                <dt>{name}</dt>
                <dd>
                  {keys.map((key) =>
                    key === t('options.shortcutUnset') ? key : <Keys key={key} shortcut={key} />,
                  )}
                </dd>
              </div>
            ))}
          </dl>
          {part.id === 'browser' && (
            <button
              type="button"
              class="link-button"
              data-testid="palette-change-keys"
              onClick={() => onChangeKeys()}
            >
              {t('options.shortcutsChange')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
