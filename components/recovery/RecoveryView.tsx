import '#assets/styles/base.css';
import '../page.css';
import { useState } from 'preact/hooks';
import { FileButton } from '../FileButton.tsx';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';

/** How far a restoration has got. */
export type RecoveryProgress =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'done' }
  /** `reason`: a sentence for the reader. */
  | { kind: 'failed'; reason: string };

export interface RecoveryProps {
  /** Records the beacon promised, and those found; null where the library can't be opened to be counted. */
  counts: { expected: number; found: number } | null;
  /** Whether nothing is missing: the page was opened without need. */
  healthy: boolean;
  /** Whether the browser refuses a new library in the place of the unreadable one. */
  stuck: boolean;
  /** The last verified backup beside the library. */
  snapshot: { at: string; count: number } | null;
  progress: RecoveryProgress;
  onRetry: () => void;
  onSnapshot: () => void;
  /** Saves the backup as a file. */
  onSaveSnapshot: () => void;
  onFile: (file: File) => void;
  onRescue: () => void;
  onFresh: () => void;
}

/** A damaged or lost library: never shown as an empty one. Every way back, the safest first. */
export function RecoveryView(props: RecoveryProps) {
  const { counts, healthy, snapshot, progress } = props;
  const [understood, setUnderstood] = useState(false);
  const busy = progress.kind === 'working';
  return (
    <main class="page-view" data-testid="recovery" aria-busy={busy}>
      <h1>{t(healthy ? 'recovery.healthy' : 'recovery.title')}</h1>
      <p class="lead">{t(healthy ? 'recovery.healthyLead' : 'recovery.lead')}</p>
      <p>
        <strong>
          {counts === null
            ? t('recovery.unopened')
            : healthy
              ? t('counts.all', counts.found)
              : t('recovery.expected', counts)}
        </strong>{' '}
        <button type="button" class="link-button" onClick={() => props.onRetry()}>
          {t('recovery.retry')}
        </button>
      </p>
      <p role="status">
        {progress.kind === 'working' && t('recovery.working')}
        {progress.kind === 'done' && t('recovery.done')}
      </p>
      <p role="alert" class="field-error">
        {progress.kind === 'failed' && t('recovery.failed', { reason: progress.reason })}
      </p>
      {props.stuck && <p data-testid="stuck">{t('recovery.stuck')}</p>}
      <section class="page-section">
        <h2>{t('recovery.snapshot')}</h2>
        {snapshot ? (
          <>
            <p>{t('recovery.snapshotFrom', { ago: agoInWords(snapshot.at), count: snapshot.count })}</p>
            <div class="page-actions">
              <button
                type="button"
                class="button button-primary"
                data-testid="restore-snapshot"
                disabled={busy}
                onClick={() => props.onSnapshot()}
              >
                {t('recovery.snapshotButton')}
              </button>
              <button
                type="button"
                class="button"
                data-testid="save-snapshot"
                disabled={busy}
                onClick={() => props.onSaveSnapshot()}
              >
                {t('recovery.snapshotSave')}
              </button>
            </div>
          </>
        ) : (
          <p>{t('recovery.snapshotNone')}</p>
        )}
      </section>
      <section class="page-section">
        <h2>{t('recovery.file')}</h2>
        <p>{t('recovery.fileWords')}</p>
        <div class="page-actions">
          <FileButton label={t('recovery.fileButton')} accept=".jsonl,.json,.gz" onFile={props.onFile} />
        </div>
      </section>
      <section class="page-section">
        <h2>{t('recovery.rescue')}</h2>
        <p>{t('recovery.rescueWords')}</p>
        <div class="page-actions">
          <button type="button" class="button" onClick={() => props.onRescue()}>
            {t('recovery.rescueButton')}
          </button>
        </div>
      </section>
      {!healthy && (
        <section class="page-section">
          <h2>{t('recovery.fresh')}</h2>
          <p>{t('recovery.freshWords')}</p>
          <label class="check">
            <input
              type="checkbox"
              checked={understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
            {t('recovery.freshConfirm')}
          </label>
          <div class="page-actions">
            <button
              type="button"
              class="button button-danger"
              data-testid="start-anew"
              disabled={!understood || busy}
              onClick={() => props.onFresh()}
            >
              {t('recovery.freshButton')}
            </button>
          </div>
        </section>
      )}
    </main>
  );
}
