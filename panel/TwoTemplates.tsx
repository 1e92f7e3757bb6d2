import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '#components/strings.ts';
import type { Template } from '#model/Template.ts';
import type { TemplateDeeds } from './TemplateModel.ts';
import { TemplateText } from './TemplateText.tsx';

interface Props {
  theirs: Template;
  /** A template with a fault is not used. */
  isFaulty: boolean;
  /** The button that brought the reader here, and can't be pressed meanwhile. */
  save: { readonly current: HTMLButtonElement | null };
  model: TemplateDeeds;
}

/** Another window saved a template meanwhile: it can be read here, and the reader says which of the two is used. */
export function TwoTemplates({ theirs, isFaulty, save, model }: Props) {
  const leave = useRef<HTMLButtonElement>(null);
  // A reader who is typing goes on; one who pressed Save would stand on a button that is off.
  useLayoutEffect(() => {
    if (document.activeElement === save.current) leave.current?.focus();
  }, [save]);
  return (
    <section class="template-two" data-testid="template-two">
      {/* Said anew where a further template takes the place of the one shown. */}
      <p key={JSON.stringify(theirs)} class="field-error" role="alert">
        {t('template.two')}
      </p>
      <TemplateText label={t('template.theirs')} template={theirs} testid="template-theirs" />
      <div class="page-actions">
        <button
          type="button"
          class="button"
          data-testid="template-use-mine"
          disabled={isFaulty}
          onClick={() => model.useMine()}
        >
          {t('template.useMine')}
        </button>
        <button
          type="button"
          class="button"
          ref={leave}
          data-testid="template-leave-theirs"
          onClick={() => model.leaveTheirs()}
        >
          {t('template.leaveTheirs')}
        </button>
      </div>
    </section>
  );
}
