import { t } from '@/components/strings';
import type { OffRule } from '../background/siteRules';

/** Where Claimlight is switched off, in the reader's words: the site of their list, or private windows. */
export function offPlace(rule: OffRule): string {
  return rule.kind === 'site' ? rule.site : t('page.private');
}
