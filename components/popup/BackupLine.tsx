import { DatabaseBackup } from 'lucide-preact';
import type { BackupAge } from '#model/BackupAge.ts';
import { Facts } from '../Facts.tsx';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';

/** Notes without a copy elsewhere from which on the line asks for one. */
const NUDGE = 20;

interface Props {
  backup: BackupAge | null;
  onOpen: () => void;
}

/** How old the last verified backup is; always in sight, and a nudge once much would be lost. */
export function BackupLine({ backup, onOpen }: Props) {
  if (!backup) return null;
  const nudge = backup.unsaved >= NUDGE;
  return (
    <footer class="backup-line" data-nudge={nudge} data-testid="backup-age">
      <DatabaseBackup size={14} aria-hidden="true" />
      <span>
        <Facts>
          {backup.at ? t('backup.age', { ago: agoInWords(backup.at) }) : t('backup.never')}
          {nudge && t('backup.unsaved', backup.unsaved)}
        </Facts>
      </span>
      <button type="button" class="link-button" onClick={onOpen}>
        {t(nudge ? 'backup.now' : 'backup.settings')}
      </button>
    </footer>
  );
}
