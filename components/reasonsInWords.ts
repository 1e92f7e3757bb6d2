import type { Detection } from '#model/records.ts';
import { locale, t } from './strings.ts';

/** What a page is taken for and why: "News article: marked as NewsArticle, byline and date, 14 paragraphs". */
export function reasonsInWords({ kind, signals }: Detection): string {
  const what = t(`kind.${kind}`);
  const why = new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(signals);
  return why === '' ? what : t('article.reasons', { what, why });
}
