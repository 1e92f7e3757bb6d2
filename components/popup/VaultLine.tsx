import { FolderSync } from 'lucide-preact';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';

/** Said only where the folder of Markdown files can't be written. */
export function VaultLine({ onOpen }: { onOpen: () => void }) {
  return (
    <footer class="backup-line" data-nudge data-testid="vault-line">
      <FolderSync size={14} aria-hidden="true" />
      <span>{t('vault.line')}</span>
      <button type="button" class="link-button" onClick={onOpen}>
        {t(ACTIONS.options.name)}
      </button>
    </footer>
  );
}
