import { GitMerge } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { When } from '../When.tsx';

interface Props {
  /** Of what there are two wordings; of the note where nothing is said. */
  of?: string;
  note: string;
  conflict: { note: string; at: string };
  onResolve: (note: string) => void;
}

/** Two windows or devices wrote the same words: nothing is thrown away, the reader decides. */
export function ConflictPanel({ of, note, conflict, onResolve }: Props) {
  const title = of === undefined ? t('conflict.title') : `${t('conflict.title')} · ${of}`;
  const [merged, setMerged] = useState<string | null>(null);
  return (
    <section class="anchor-panel" data-panel="conflict" aria-label={title} data-testid="conflict">
      <p class="anchor-title">
        <GitMerge size={16} aria-hidden="true" />
        {title}
      </p>
      {merged === null ? (
        <>
          <p class="field-label">{t('conflict.here')}</p>
          <p class="conflict-text" dir="auto">
            {note}
          </p>
          <p class="field-label">
            {t('conflict.there')} <When at={conflict.at} as="ago" />
          </p>
          <p class="conflict-text" dir="auto">
            {conflict.note}
          </p>
          <div class="anchor-choices">
            <button type="button" class="button" onClick={() => onResolve(note)}>
              {t('conflict.keepHere')}
            </button>
            <button type="button" class="button" onClick={() => onResolve(conflict.note)}>
              {t('conflict.keepThere')}
            </button>
            <button type="button" class="button" onClick={() => setMerged(`${note}\n\n${conflict.note}`)}>
              {t('conflict.join')}
            </button>
          </div>
        </>
      ) : (
        <>
          <TextField label={t('conflict.joined')} value={merged} lines={5} onInput={setMerged} />
          <div class="anchor-choices">
            <button type="button" class="button button-primary" onClick={() => onResolve(merged)}>
              {t('common.save')}
            </button>
            <button type="button" class="button" onClick={() => setMerged(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
