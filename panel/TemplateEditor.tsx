import { useId, useRef, useState } from 'preact/hooks';
import { SelectField } from '#components/SelectField.tsx';
import { t } from '#components/strings.ts';
import { useFocusLedOn } from '#components/useFocusLedOn.ts';
import { useModal } from '#components/useModal.ts';
import { MARKDOWN_PRESETS, type MarkdownPreset } from '#exchange/index.ts';
import { isSameTemplate, TEMPLATE_PARTS, type TemplatePart } from '#model/Template.ts';
import { OtherDrafts } from './OtherDrafts.tsx';
import { TemplateField } from './TemplateField.tsx';
import type { TemplateDeeds } from './TemplateModel.ts';
import type { TemplateState } from './TemplateState.ts';
import { TemplateVariables } from './TemplateVariables.tsx';
import { TwoTemplates } from './TwoTemplates.tsx';
import { templateFaultInWords } from './templateFaultInWords.ts';
import './templateEditor.css';

/** The reader's template: its three parts, what can stand in them, and how a note of theirs looks by it. */
export function TemplateEditor({ model, state }: { model: TemplateDeeds; state: TemplateState }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [preset, setPreset] = useState<MarkdownPreset>('obsidian');
  const [last, setLast] = useState<TemplatePart>('annotation');
  const fields = useRef<Partial<Record<TemplatePart, HTMLTextAreaElement | null>>>({});
  const save = useRef<HTMLButtonElement>(null);
  useModal(dialog);
  // Of a choice that was made the buttons go.
  useFocusLedOn(() => fields.current[last]);
  const { template, saved, theirs, others, before, sample, preview, lastGood } = state;
  const faults = preview?.faults ?? [];
  const isLastGood = sample !== null && faults.length > 0 && lastGood !== '';
  const isChanged = !isSameTemplate(template, saved);
  const insert = (text: string) => {
    const field = fields.current[last];
    if (!field) return;
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    model.type(last, field.value);
  };
  return (
    <dialog
      class="export-dialog template-editor"
      ref={dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        model.close();
      }}
      data-testid="template-editor"
    >
      <h2 id={title}>{t('template.title')}</h2>
      <div class="template-begin">
        <SelectField
          label={t('template.startFrom')}
          value={preset}
          testid="template-preset"
          choices={MARKDOWN_PRESETS.map((name) => ({ value: name, label: t(`export.presetName.${name}`) }))}
          hint={t('template.presetMore')}
          onChange={setPreset}
        />
        <div class="page-actions template-begin-actions">
          <button
            type="button"
            class="button"
            data-testid="template-reset"
            onClick={() => model.begin(preset)}
          >
            {t('template.replace')}
          </button>
          {before && (
            <button type="button" class="button" data-testid="template-back" onClick={() => model.back()}>
              {t('template.back')}
            </button>
          )}
        </div>
      </div>
      <div class="template-parts">
        {TEMPLATE_PARTS.map((part) => {
          const fault = faults.find((one) => one.part === part);
          return (
            <TemplateField
              key={part}
              part={part}
              value={template[part]}
              fault={fault && templateFaultInWords(fault)}
              fieldRef={(field) => {
                fields.current[part] = field;
              }}
              onFocus={() => setLast(part)}
              onInput={(text) => model.type(part, text)}
            />
          );
        })}
      </div>
      <div class="template-look">
        <label class="field">
          <span class="field-label">
            {t(isLastGood ? 'template.lastGood' : 'template.preview', {
              title: sample?.article.title ?? t('article.untitled'),
            })}
          </span>
          <textarea
            class="field-input export-preview"
            data-testid="template-preview"
            readOnly
            rows={20}
            dir="auto"
            value={
              sample
                ? isLastGood
                  ? lastGood
                  : (preview?.text ?? t('common.loading'))
                : t('template.noSample')
            }
          />
        </label>
        <TemplateVariables variables={preview?.variables ?? []} onInsert={insert} />
      </div>
      {others.length > 0 && <OtherDrafts drafts={others} model={model} />}
      {theirs && <TwoTemplates theirs={theirs} isFaulty={faults.length > 0} save={save} model={model} />}
      <div class="page-actions template-actions">
        <button
          type="button"
          class="button button-primary"
          ref={save}
          data-testid="template-save"
          disabled={faults.length > 0 || theirs !== null}
          onClick={() => model.save()}
        >
          {t('template.save')}
        </button>
        {isChanged && (
          <button type="button" class="button" data-testid="template-discard" onClick={() => model.discard()}>
            {t('template.discard')}
          </button>
        )}
        <button type="button" class="button" data-testid="template-close" onClick={() => model.close()}>
          {t('template.close')}
        </button>
        <p class="hint" role="status">
          {isChanged ? t('template.draft') : ''}
        </p>
      </div>
    </dialog>
  );
}
