import { useId, useRef } from 'preact/hooks';
import { SelectField } from '#components/SelectField.tsx';
import { t } from '#components/strings.ts';
import { useModal } from '#components/useModal.ts';
import { type ExportFormatId, exportFormat } from '#exchange/exportFormats.ts';
import { MARKDOWN_PRESETS, type MarkdownPreset } from '#exchange/index.ts';
import { keepsRecords } from '#exchange/template/keepsRecords.ts';
import type { Template } from '#model/Template.ts';
import { type ExportModel, formatsFor } from './ExportModel.ts';
import type { ExportScope } from './ExportScope.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { templateFaultInWords } from './templateFaultInWords.ts';
import './exportDialog.css';

/** In what form notes leave: the choice, what it can't carry, how it looks, and the way out. */
export function ExportDialog({ model }: { model: ExportModel }) {
  const state = model.state.value;
  const editing = model.editor.state.value;
  return (
    <>
      {state && <Dialog model={model} state={state} />}
      {editing && <TemplateEditor model={model.editor} state={editing} />}
    </>
  );
}

/** Formats that Obsidian can take as they are. */
const isForObsidian = (format: ExportFormatId, preset: MarkdownPreset): boolean =>
  format === 'template' || (format === 'markdown' && preset === 'obsidian');

/** What a file of this format can't give back. */
function carries(id: ExportFormatId, template: Template): string {
  const { comesBack, hasTemplate, lacks } = exportFormat(id);
  if (hasTemplate) return t(keepsRecords(template) ? 'export.comesBack' : 'export.byTemplate');
  if (comesBack) return t('export.comesBack');
  return `${t('export.lacks')} ${lacks.map((loss) => t(`export.loss.${loss}`)).join(', ')}`;
}

function titleOf(scope: ExportScope): string {
  if (scope.kind === 'marks') return t('export.titleMarks', { count: scope.ids.length });
  return t(scope.kind === 'all' ? 'export.titleAll' : 'export.titleArticle');
}

function Dialog({ model, state }: { model: ExportModel; state: NonNullable<ExportModel['state']['value']> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useModal(dialog);
  const { format, preset, template, hasDraft, preview, fault, isTooLong, progress, scope } = state;
  const { hasPresets, hasTemplate } = exportFormat(format);
  return (
    <dialog
      class="export-dialog"
      ref={dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        // Escape stops a run; the dialog closes when nothing is under way.
        event.preventDefault();
        model.cancel();
      }}
      data-testid="export-dialog"
    >
      <h2 id={title}>{titleOf(scope)}</h2>
      <SelectField
        label={t('export.format')}
        value={format}
        choices={formatsFor(scope).map(({ id }) => ({ value: id, label: t(`export.name.${id}`) }))}
        onChange={(chosen) => model.choose({ format: chosen })}
      />
      {hasPresets && (
        <SelectField
          label={t('export.preset')}
          value={preset}
          choices={MARKDOWN_PRESETS.map((name) => ({ value: name, label: t(`export.presetName.${name}`) }))}
          onChange={(chosen) => model.choose({ preset: chosen })}
        />
      )}
      {hasTemplate && (
        <button
          type="button"
          class="button export-template"
          data-testid="export-template"
          disabled={progress !== null}
          onClick={() => model.editTemplate()}
        >
          {t('export.editTemplate')}
        </button>
      )}
      {hasTemplate && hasDraft && (
        <p class="hint" data-testid="export-draft">
          {t('export.draft')}
        </p>
      )}
      <p class="hint" data-testid="export-lacks">
        {carries(format, template)}
      </p>
      {fault && (
        <p class="field-error" role="alert" data-testid="export-fault">
          {templateFaultInWords(fault)}
        </p>
      )}
      <label class="field">
        <span class="field-label">{t('export.preview')}</span>
        <textarea
          class="field-input export-preview"
          data-testid="export-preview"
          readOnly
          rows={8}
          dir="auto"
          value={preview ?? t('common.loading')}
        />
      </label>
      {progress && (
        <p role="status" data-testid="export-progress">
          <progress aria-label={t('export.writing')} /> {t('export.progress', { done: progress.done })}
        </p>
      )}
      {isTooLong && (
        <p class="field-error" role="alert" data-testid="export-too-long">
          {t('export.obsidianTooLong')}
        </p>
      )}
      <div class="page-actions">
        <button
          type="button"
          class="button button-primary"
          data-testid="export-save"
          disabled={progress !== null || fault !== null}
          onClick={() => model.save()}
        >
          {t('export.save')}
        </button>
        {(format === 'markdown' || format === 'template') && (
          <button
            type="button"
            class="button"
            data-testid="export-copy-rich"
            disabled={progress !== null || fault !== null}
            onClick={() => model.copy()}
          >
            {t('export.copyRich')}
          </button>
        )}
        {scope.kind === 'article' && isForObsidian(format, preset) && (
          <button
            type="button"
            class="button"
            data-testid="export-obsidian"
            disabled={progress !== null || fault !== null || isTooLong}
            onClick={() => model.openObsidian()}
          >
            {t('export.obsidian')}
          </button>
        )}
        <button type="button" class="button" data-testid="export-cancel" onClick={() => model.cancel()}>
          {t(progress ? 'export.stop' : 'common.cancel')}
        </button>
      </div>
    </dialog>
  );
}
