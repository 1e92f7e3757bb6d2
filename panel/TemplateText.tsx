import { TEMPLATE_PARTS, type Template } from '#model/Template.ts';

interface Props {
  label: string;
  template: Template;
  testid?: string;
}

/** A template of another window, to be read: its parts one below the other. */
export function TemplateText({ label, template, testid }: Props) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <textarea
        class="field-input template-field template-text"
        data-testid={testid}
        readOnly
        rows={8}
        dir="ltr"
        value={textOfTemplate(template)}
      />
    </label>
  );
}

/** The parts that say something, one below the other. */
const textOfTemplate = (template: Template): string =>
  TEMPLATE_PARTS.map((part) => template[part].trim())
    .filter(Boolean)
    .join('\n\n');
