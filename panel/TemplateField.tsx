import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '#components/strings.ts';
import type { TemplatePart } from '#model/Template.ts';

const LINES: Record<TemplatePart, number> = { front: 6, article: 6, annotation: 12 };

interface Props {
  part: TemplatePart;
  value: string;
  /** A sentence with its line. */
  fault: string | undefined;
  fieldRef: Ref<HTMLTextAreaElement>;
  onFocus: () => void;
  onInput: (text: string) => void;
}

/** One part of a template. It is written like a program, from left to right and without a spelling check. */
export function TemplateField({ part, value, fault, fieldRef, onFocus, onInput }: Props) {
  const id = useId();
  const about = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t(`template.part.${part}`)}
      </label>
      <textarea
        id={id}
        ref={fieldRef}
        class="field-input template-field"
        data-testid={`template-${part}`}
        rows={LINES[part]}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={about}
        onFocus={onFocus}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p
        class={fault ? 'field-error' : 'hint'}
        id={about}
        role={fault ? 'alert' : undefined}
        data-testid={fault ? 'template-fault' : undefined}
      >
        {fault ?? t(`template.partHint.${part}`)}
      </p>
    </div>
  );
}
