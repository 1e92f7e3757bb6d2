import type { SentenceState } from '#model/SentenceState.ts';
import { deedOf, SENTENCE_DEEDS, SENTENCE_KEYS, type SentenceDeed } from '#model/sentenceKeys.ts';
import { ColorMark } from '../ColorMark.tsx';
import { t } from '../strings.ts';
import { KeySheet } from './KeySheet.tsx';
import { nameOfKey } from './nameOfKey.ts';

interface Props {
  state: SentenceState;
  onDeed: (deed: SentenceDeed) => void;
}

/**
 * The bar that holds the keyboard while an article is read by sentence. An application to screen readers, so that they
 * hand its keys on; what is to be heard stands in its live region.
 */
export function SentenceBar({ state, onDeed }: Props) {
  const { at, count, mark, showsKeys } = state;
  const isAny = count > 0;
  return (
    <div
      class="quick sentence-bar"
      role="application"
      aria-label={t('sentences.label')}
      aria-describedby="sentence-help"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        const isPress = event.key === 'Enter' && (event.target as Element).localName === 'button';
        const deed = isPress ? null : deedOf(event);
        if (!deed) return;
        event.preventDefault();
        event.stopPropagation();
        onDeed(deed);
      }}
    >
      <p class="visually-hidden" role="status" aria-atomic="true" data-testid="said">
        <Said state={state} />
      </p>
      <p class="visually-hidden" id="sentence-help">
        {t('sentences.help')}
      </p>
      {showsKeys && <KeySheet onClose={() => onDeed('keys')} />}
      <div class="sentence-row">
        {isAny ? (
          <>
            <StepButton deed="previous" icon="up" onDeed={onDeed} disabled={at <= 1} />
            <StepButton deed="next" icon="down" onDeed={onDeed} disabled={at >= count} />
            <span class="sentence-place" aria-hidden="true" data-testid="place">
              {mark && <ColorMark color={mark.color} size={16} />}
              {t('sentences.place', { at, count })}
            </span>
            <span class="quick-rule" aria-hidden="true" />
            {(['mark', 'claim', 'note'] as const).map((deed) => (
              <DeedButton key={deed} deed={deed} onDeed={onDeed} />
            ))}
            <span class="quick-rule" aria-hidden="true" />
          </>
        ) : (
          <span class="sentence-none" aria-hidden="true">
            {t('sentences.none')}
          </span>
        )}
        <DeedButton deed="keys" onDeed={onDeed} isOpen={showsKeys} />
        <StepButton deed="leave" icon="close" onDeed={onDeed} />
      </div>
    </div>
  );
}

const PATHS = {
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

/** A deed and its keys, to be heard. */
const inWords = (deed: SentenceDeed) =>
  `${t(`sentences.do.${deed}`)}: ${SENTENCE_KEYS[deed].map(nameOfKey).join(', ')}.`;

/** What the live region says: the sentence, how it is marked and where it stands; or what a key did. */
function Said({ state }: Pick<Props, 'state'>) {
  const { at, count, text, language, mark, notice, turn } = state;
  if (state.showsKeys) return <>{SENTENCE_DEEDS.map(inWords).join(' ')}</>;
  if (count === 0) return <>{t('sentences.none')}</>;
  const facts = mark
    ? [
        t('sentences.isMarked', { color: t(`color.${mark.color}`) }),
        ...(mark.isClaim ? [t('sentences.isClaim')] : []),
        ...(mark.hasNote ? [t('sentences.hasNote')] : []),
      ]
    : [];
  const where = t('sentences.position', { at, count });
  const isRead = notice === null || notice === 'first' || notice === 'last';
  return (
    <>
      {notice && `${t(`sentences.notice.${notice}`)} `}
      {isRead && (
        <>
          <span lang={language || undefined} dir="auto">
            {text}
          </span>{' '}
        </>
      )}
      {[...facts, where].join(' ')}
      {/* A region that does not change is not said again. */}
      {turn % 2 === 1 && '\u00a0'}
    </>
  );
}

interface ButtonProps {
  deed: SentenceDeed;
  onDeed: Props['onDeed'];
}

function StepButton({
  deed,
  icon,
  onDeed,
  disabled = false,
}: ButtonProps & { icon: keyof typeof PATHS; disabled?: boolean }) {
  const label = t(`sentences.do.${deed}`);
  return (
    <button
      type="button"
      class="quick-button"
      aria-label={label}
      title={`${label} (${nameOfKey(SENTENCE_KEYS[deed][0])})`}
      data-testid={`deed-${deed}`}
      disabled={disabled}
      onClick={() => onDeed(deed)}
    >
      <svg class="quick-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={PATHS[icon]} />
      </svg>
    </button>
  );
}

function DeedButton({ deed, onDeed, isOpen }: ButtonProps & { isOpen?: boolean }) {
  return (
    <button
      type="button"
      class="quick-button quick-button-text"
      title={t(`sentences.do.${deed}`)}
      aria-expanded={isOpen}
      data-testid={`deed-${deed}`}
      onClick={() => onDeed(deed)}
    >
      <span>{t(`sentences.word.${deed as 'mark' | 'claim' | 'note' | 'keys'}`)}</span>
      <span class="key-cap" aria-hidden="true">
        {nameOfKey(SENTENCE_KEYS[deed][0])}
      </span>
    </button>
  );
}
