import { t } from '../strings.ts';
import { When } from '../When.tsx';

interface Props {
  /** Newest first; null while they are looked up. */
  notes: { note: string; at: string }[] | null;
  /** Puts one of them in the place of the note; the note itself becomes an earlier one. */
  onUse: (note: string) => void;
}

/** What the note said before, as far as it is remembered. */
export function EarlierNotes({ notes, onUse }: Props) {
  return (
    <section class="anchor-panel" aria-label={t('earlier.title')} data-testid="earlier">
      <p class="anchor-title">{t('earlier.title')}</p>
      {notes === null && <p class="hint">{t('common.loading')}</p>}
      {notes?.length === 0 && <p class="hint">{t('earlier.none')}</p>}
      {notes?.map(({ note, at }) => (
        <div key={note}>
          <p class="conflict-text" dir="auto">
            {note}
          </p>
          <div class="anchor-choices">
            <span class="hint">
              {t('earlier.until')} <When at={at} as="ago" />
            </span>
            <button type="button" class="button" data-testid="use-earlier" onClick={() => onUse(note)}>
              {t('earlier.use')}
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}
