import { MonitorSmartphone } from 'lucide-preact';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';

/** How it stands with other devices. */
export interface SyncAge {
  /** The last exchange; null before the first. */
  at: string | null;
  /** Changes of this device that another one has not read yet. */
  waiting: number;
  /** Whether something needs the reader. */
  trouble: boolean;
}

interface Props {
  sync: SyncAge | null;
  onOpen: () => void;
}

/** When the library was last exchanged with other devices, and what waits; nothing where it is not shared. */
export function SyncLine({ sync, onOpen }: Props) {
  if (!sync) return null;
  const { at, trouble, waiting } = sync;
  return (
    <footer class="backup-line" data-nudge={trouble} data-testid="sync-line">
      <MonitorSmartphone size={14} aria-hidden="true" />
      <span>
        {trouble ? t('sync.lineTrouble') : at ? t('sync.line', { ago: agoInWords(at) }) : t('sync.lineNever')}
        {waiting > 0 && <> · {t('sync.waiting', waiting)}</>}
      </span>
      <button type="button" class="link-button" onClick={onOpen}>
        {t(ACTIONS.options.name)}
      </button>
    </footer>
  );
}
