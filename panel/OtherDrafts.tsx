import { t } from '#components/strings.ts';
import { agoInWords } from '#components/When.tsx';
import type { TemplateDraft } from '#storage/templateDraft.ts';
import type { TemplateDeeds } from './TemplateModel.ts';
import { TemplateText } from './TemplateText.tsx';

/** Drafts that other windows left behind, each to be read and to go on with. */
export function OtherDrafts({ drafts, model }: { drafts: TemplateDraft[]; model: TemplateDeeds }) {
  return (
    <details class="template-drafts" data-testid="template-drafts">
      <summary>{t('template.others', { count: drafts.length })}</summary>
      <p class="hint">{t('template.othersHint')}</p>
      <ul>
        {drafts.map(({ id, template, at }) => (
          <li key={id}>
            <TemplateText label={t('template.otherAt', { ago: agoInWords(at) })} template={template} />
            <button type="button" class="button" data-testid="template-go-to" onClick={() => model.goTo(id)}>
              {t('template.goTo')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
