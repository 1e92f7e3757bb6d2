import { GitMerge } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '../strings.ts';
import { TextField } from '../TextField.tsx';
import { When } from '../When.tsx';
import type { Apart } from './SidebarState.ts';

interface Props {
  /** Null where there is nothing to decide; what was being joined stays even then. */
  apart: Apart | null;
  /** Says of what there are two wordings. */
  labelOf: (of: Apart['of']) => string;
  /** `apart` as it was when the reader decided: more may have been written since. */
  onSettle: (apart: Apart, text: string) => void;
}

/** Two windows or devices wrote the same words: nothing is thrown away, the reader decides. */
export function ConflictPanel({ apart: now, labelOf, onSettle }: Props) {
  // What is being joined stays while the other side writes on.
  const [joined, setJoined] = useState<{ apart: Apart; text: string } | null>(null);
  const apart = joined?.apart ?? now;
  if (!apart) return null;
  const title = `${t('conflict.title')} · ${labelOf(apart.of)}`;
  const { here, entry } = apart;
  return (
    <section class="anchor-panel" data-panel="conflict" aria-label={title} data-testid="conflict">
      <p class="anchor-title">
        <GitMerge size={16} aria-hidden="true" />
        {title}
      </p>
      {joined === null ? (
        <>
          <p class="field-label">{t('conflict.here')}</p>
          <p class="conflict-text" dir="auto">
            {here}
          </p>
          <p class="field-label">
            {t('conflict.there')} <When at={entry.at} as="ago" />
          </p>
          <p class="conflict-text" dir="auto">
            {entry.before}
          </p>
          <div class="anchor-choices">
            <button type="button" class="button" onClick={() => onSettle(apart, here)}>
              {t('conflict.keepHere')}
            </button>
            <button type="button" class="button" onClick={() => onSettle(apart, entry.before)}>
              {t('conflict.keepThere')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => setJoined({ apart, text: `${here}\n\n${entry.before}` })}
            >
              {t('conflict.join')}
            </button>
          </div>
        </>
      ) : (
        <>
          <TextField
            label={t('conflict.joined')}
            value={joined.text}
            lines={5}
            onInput={(text) => setJoined({ ...joined, text })}
          />
          <div class="anchor-choices">
            <button
              type="button"
              class="button button-primary"
              onClick={() => {
                onSettle(joined.apart, joined.text);
                setJoined(null);
              }}
            >
              {t('common.save')}
            </button>
            <button type="button" class="button" onClick={() => setJoined(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
