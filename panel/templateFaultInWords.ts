import { t } from '#components/strings.ts';
import type { TemplateFault } from '#exchange/template/TemplateFault.ts';

/** Not every fault has a name or a piece of the template in its sentence. */
const sentence = t as unknown as (key: string, values: { what: string }) => string;

/** What is wrong with a template, with its part and its line. */
export const templateFaultInWords = ({ part, line, kind, what }: TemplateFault): string =>
  t('template.fault', {
    part: t(`template.part.${part}`),
    line,
    fault: sentence(`template.faultKind.${kind}`, { what }),
  });
