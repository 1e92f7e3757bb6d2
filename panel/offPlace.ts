import { t } from '#components/strings.ts';
import type { OffRule } from '#identity/siteRules.ts';

/** Where Claimlight is switched off, in the reader's words: the site of their list, or private windows. */
export function offPlace(rule: OffRule): string {
  return rule.kind === 'site' ? rule.site : t('page.private');
}
