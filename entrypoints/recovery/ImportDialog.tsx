import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '@/components/strings';
import { agoInWords } from '@/components/When';
import type { ImportPreview } from '@/storage';
import './importDialog.css';
import { importFaultInWords } from './importFaultInWords';

interface Props {
  name: string;
  preview: ImportPreview;
  onRestore: () => void;
  onCancel: () => void;
}

/** What is in a backup file and what taking it would do, before anything is written. */
export function ImportDialog({ name, preview, onRestore, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  const { header, annotations, articles } = preview;
  const rows: [string, number][] = [
    [t('restore.new'), annotations.new],
    [t('restore.updated'), annotations.updated],
    [t('restore.same'), annotations.same],
    [t('restore.older'), annotations.older],
    [t('restore.conflict'), annotations.conflict],
    [t('restore.refused'), annotations.refused + articles.refused],
  ];
  return (
    <dialog
      class="import-dialog"
      ref={dialog}
      aria-labelledby={title}
      onCancel={onCancel}
      data-testid="import"
    >
      <h2 id={title}>{t('restore.title', { name })}</h2>
      {header && (
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
      <div class="page-actions">
        <button type="button" class="button button-primary" data-testid="import-yes" onClick={onRestore}>
          {t(preview.refusedFile ? 'restore.evenSo' : 'restore.yes')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </dialog>
  );
}
