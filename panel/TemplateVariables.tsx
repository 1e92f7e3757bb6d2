import { t } from '#components/strings.ts';
import type { TemplateVariable } from '#exchange/template/previewTemplate.ts';

const GROUPS = ['article', 'annotation', 'source'] as const;
/** What is put in around a source's values. */
const EACH_SOURCE = '{% for source in annotation.sources %}\n* {{ source.line }}\n{% endfor %}';
const SNIPPETS: Partial<Record<(typeof GROUPS)[number], string>> = { source: EACH_SOURCE };

interface Props {
  variables: TemplateVariable[];
  onInsert: (text: string) => void;
}

/** The names that a template may hold, each with what it stands for in the note that is shown. */
export function TemplateVariables({ variables, onInsert }: Props) {
  return (
    <details class="template-variables" data-testid="template-variables">
      <summary>{t('template.variables')}</summary>
      <p class="hint">{t('template.variablesHint')}</p>
      {GROUPS.map((group) => {
        const own = variables.filter((variable) => variable.group === group);
        if (own.length === 0) return null;
        const snippet = SNIPPETS[group];
        return (
          <section key={group}>
            <h3>{t(`template.group.${group}`)}</h3>
            {snippet && (
              <button type="button" class="button" onClick={() => onInsert(snippet)}>
                {t('template.eachSource')}
              </button>
            )}
            <ul>
              {own.map(({ name, value }) => (
                <li key={name}>
                  <button
                    type="button"
                    class="template-name"
                    dir="ltr"
                    onClick={() => onInsert(`{{ ${name} }}`)}
                  >
                    {name}
                  </button>
                  <span class="template-value" dir="auto">
                    {value}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}
