import { t } from '#components/strings.ts';
import { TEMPLATE_PARTS, type Template } from '#model/Template.ts';
import type { TemplateDeeds } from './TemplateModel.ts';

/** Another window saved a template meanwhile: it can be read here, and the reader says which of the two is used. */
export function TwoTemplates({ theirs, model }: { theirs: Template; model: TemplateDeeds }) {
  return (
    <section class="template-two" data-testid="template-two">
      <p class="field-error" role="alert">
        {t('template.two')}
      </p>
      <label class="field">
        <span class="field-label">{t('template.theirs')}</span>
        <textarea
          class="field-input template-field"
          data-testid="template-theirs"
          readOnly
          rows={8}
          dir="ltr"
          value={TEMPLATE_PARTS.map((part) => theirs[part]).join('\n\n')}
        />
      </label>
      <div class="page-actions">
        <button type="button" class="button" data-testid="template-use-mine" onClick={() => model.useMine()}>
          {t('template.useMine')}
        </button>
        <button
          type="button"
          class="button"
          data-testid="template-leave-theirs"
          onClick={() => model.leaveTheirs()}
        >
          {t('template.leaveTheirs')}
        </button>
      </div>
    </section>
  );
}
