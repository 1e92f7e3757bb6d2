import { Check, CircleSlash, Contrast } from 'lucide-preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ClaimEntry, claimedIn } from '#model/ClaimEntry.ts';
import type { Outcome } from '#model/records.ts';
import { Facts } from '../Facts.tsx';
import { IconButton } from '../IconButton.tsx';
import { t } from '../strings.ts';
import type { PopupActions } from './PopupState.ts';

interface Props {
  claims: ClaimEntry[];
  /** Tomorrow in the reader's calendar: the first day one can be asked again. */
  tomorrow: string;
  actions: PopupActions;
}

const ANSWERS: { outcome: Outcome; icon: typeof Check }[] = [
  { outcome: 'fulfilled', icon: Check },
  { outcome: 'partly', icon: Contrast },
  { outcome: 'failed', icon: CircleSlash },
];

/** Claims drawn at first, and with each press more: somebody may come back after a year. */
const FIRST = 5;

/** Claims whose day has come, the longest due first, answered right here. */
export function DueClaims({ claims, tomorrow, actions }: Props) {
  const [most, setMost] = useState(FIRST);
  const hidden = claims.length - most;
  const list = useRef<HTMLUListElement>(null);
  // The first of those that came takes the focus from the button, which may be gone.
  useLayoutEffect(() => {
    if (most > FIRST) list.current?.children[most - 4 * FIRST]?.querySelector('button')?.focus();
  }, [most]);
  if (claims.length === 0) return null;
  return (
    <section class="due" aria-label={t('due.title')} data-testid="due">
      <h2>{t('due.title')}</h2>
      <ul ref={list}>
        {claims.slice(0, most).map((entry) => (
          <DueClaim key={entry.id} entry={entry} tomorrow={tomorrow} actions={actions} />
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          class="link-button"
          data-testid="due-more"
          onClick={() => setMost(most + 4 * FIRST)}
        >
          {t('due.more', Math.min(hidden, 4 * FIRST))}
        </button>
      )}
    </section>
  );
}

function DueClaim({ entry, tomorrow, actions }: Omit<Props, 'claims'> & { entry: ClaimEntry }) {
  const { id, articleId, articleTitle, claim } = entry;
  const [day, setDay] = useState('');
  const dayId = useId();
  const isPrediction = claim?.type === 'prediction';
  return (
    <li data-annotation-id={id}>
      <button type="button" class="due-go" onClick={() => actions.openArticle(articleId, id)}>
        <q dir="auto">{claimedIn(entry)}</q>
      </button>
      <p class="hint">
        <Facts>
          <bdi>{articleTitle}</bdi>
          {claim?.attribution && (
            <span>
              {t('claim.saidBy')} <bdi>{claim.attribution}</bdi>
            </span>
          )}
        </Facts>
      </p>
      <fieldset class="due-answers">
        <legend class="visually-hidden">{t(isPrediction ? 'due.ask' : 'due.askAgain')}</legend>
        {isPrediction ? (
          ANSWERS.map(({ outcome, icon }) => (
            <IconButton
              key={outcome}
              icon={icon}
              label={t(`outcome.${outcome}`)}
              withText
              testid={`due-${outcome}`}
              onClick={() => actions.answerDue(id, outcome)}
            />
          ))
        ) : (
          <IconButton
            icon={Check}
            label={t('due.looked')}
            withText
            testid="due-looked"
            onClick={() => actions.askAgain(id, null)}
          />
        )}
        <form
          class="due-again"
          onSubmit={(event) => {
            event.preventDefault();
            if (day >= tomorrow) actions.askAgain(id, day);
          }}
        >
          <label for={dayId}>{t('due.again')}</label>
          <input
            id={dayId}
            type="date"
            class="field-input"
            data-testid="due-day"
            required
            min={tomorrow}
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          <button type="submit" class="button" data-testid="due-again">
            {t('due.set')}
          </button>
        </form>
      </fieldset>
    </li>
  );
}
