import { useId, useRef, useState } from 'preact/hooks';
import type { ImportProgress } from '#components/options/OptionsState.ts';
import { t } from '#components/strings.ts';
import { useModal } from '#components/useModal.ts';
import { agoInWords } from '#components/When.tsx';
import type { RecordMapping } from '#exchange/foreign/mapRecords.ts';
import type { ImportPreview } from '#storage/index.ts';
import { ImportMapping } from './ImportMapping.tsx';
import { ImportEdits, ImportSamples } from './ImportSamples.tsx';
import './importDialog.css';
import { importFaultInWords } from './importFaultInWords.ts';
import type { ForeignFile } from './readChosenFile.ts';

/** Refused lines listed; the others are only counted. */
const LISTED = 100;

interface Props {
  name: string;
  preview: ImportPreview;
  /** Where the file is another program's, or Markdown. */
  foreign?: ForeignFile | undefined;
  /** Colours and tags of another program were given others. */
  onMap?: (mapping: RecordMapping) => void;
  /** Set while the file is taken in. */
  progress: ImportProgress | null;
  /** `addresses`: what the reader chose for addresses of other sites. */
  onRestore: (addresses: 'leave' | 'take', takesSettings: boolean) => void;
  /** Closes the dialog, or stops what is under way. */
  onCancel: () => void;
}

/** What is in a backup file and what taking it would do, before anything is written. */
export function ImportDialog({ name, preview, foreign, progress, onMap, onRestore, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [takesForeign, setTakesForeign] = useState(false);
  const [takesSettings, setTakesSettings] = useState(false);
  useModal(dialog);
  const { header, annotations, articles } = preview;
  const refused = foreign?.records.refused ?? [];
  const isNothing =
    foreign !== undefined && foreign.records.articles.length + foreign.records.annotations.length === 0;
  const rows: [string, number][] = [
    [t('restore.new'), annotations.new],
    [t('restore.updated'), annotations.updated],
    [t('restore.same'), annotations.same],
    [t('restore.older'), annotations.older],
    [t('restore.conflict'), annotations.conflict],
    [t('restore.trashed'), preview.trashed],
    [t('restore.refused'), annotations.refused + articles.refused + refused.length],
    [t('restore.foreign'), preview.foreignAddresses],
  ];
  return (
    <dialog
      class="import-dialog"
      ref={dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        // Escape stops an import; the dialog closes when it has stopped.
        event.preventDefault();
        onCancel();
      }}
      data-testid="import"
    >
      <h2 id={title}>{t(foreign ? 'restore.titleForeign' : 'restore.title', { name })}</h2>
      {foreign && (
        <p class="hint" data-testid="import-format">
          {t('restore.foreignFrom', {
            program: t(
              `program.${foreign.records.format || (foreign.records.table ? 'table' : 'claimlight')}`,
            ),
            articles: articles.new + articles.updated + articles.same,
          })}
        </p>
      )}
      {header && !foreign && (
        <p class="hint">
          {t('restore.from', {
            ago: agoInWords(header.exportedAt),
            count: header.counts.annotations,
          })}
        </p>
      )}
      {preview.refusedFile && <p class="field-error">{importFaultInWords(preview.refusedFile)}</p>}
      <dl class="page-pairs">
        {rows
          .filter(([, count], row) => row === 0 || count > 0)
          .map(([words, count]) => (
            <div key={words}>
              <dt>{words}</dt>
              <dd>{count}</dd>
            </div>
          ))}
      </dl>
      {foreign?.edits && <ImportEdits edits={foreign.edits} />}
      {foreign && !foreign.edits && <ImportSamples foreign={foreign} />}
      {foreign && onMap && <ImportMapping foreign={foreign} disabled={progress !== null} onMap={onMap} />}
      {refused.length > 0 && (
        <details class="import-refused">
          <summary>{t('restore.refusedLines', { count: refused.length })}</summary>
          <ul>
            {refused.slice(0, LISTED).map(({ line, reason }) => (
              <li key={`${line} ${reason}`}>{t('restore.refusedLine', { line, reason })}</li>
            ))}
          </ul>
        </details>
      )}
      {preview.foreignAddresses > 0 && (
        <label class="import-choice">
          <input
            type="checkbox"
            data-testid="take-foreign"
            checked={takesForeign}
            disabled={progress !== null}
            onChange={(event) => setTakesForeign(event.currentTarget.checked)}
          />{' '}
          {t('restore.takeForeign')}
        </label>
      )}
      {header?.settings && (
        <label class="import-choice">
          <input
            type="checkbox"
            data-testid="take-settings"
            checked={takesSettings}
            disabled={progress !== null}
            onChange={(event) => setTakesSettings(event.currentTarget.checked)}
          />{' '}
          {t('restore.takeSettings')}
        </label>
      )}
      {progress && (
        <p role="status">
          <progress
            max={Math.max(1, progress.total)}
            value={progress.done}
            aria-label={t('restore.title', { name })}
          />{' '}
          {t('restore.progress', { done: progress.done, total: progress.total })}
        </p>
      )}
      <div class="page-actions">
        <button
          type="button"
          class="button button-primary"
          data-testid="import-yes"
          disabled={progress !== null || isNothing}
          onClick={() => onRestore(takesForeign ? 'take' : 'leave', takesSettings)}
        >
          {t(preview.refusedFile ? 'restore.evenSo' : foreign ? 'restore.bringIn' : 'restore.yes')}
        </button>
        <button type="button" class="button" data-testid="import-cancel" onClick={onCancel}>
          {t(progress ? 'restore.stop' : 'common.cancel')}
        </button>
      </div>
    </dialog>
  );
}
