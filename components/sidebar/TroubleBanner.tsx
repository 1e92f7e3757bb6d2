import { CircleAlert, DatabaseBackup, RefreshCw, VenetianMask } from 'lucide-preact';
import { Banner } from '../Banner.tsx';
import { t } from '../strings.ts';
import { dayInWords } from '../When.tsx';
import type { ArticleActions } from './SidebarActions.ts';
import type { LibraryTrouble } from './SidebarState.ts';

interface Props {
  trouble: LibraryTrouble;
  actions: Pick<ArticleActions, 'reloadPage' | 'openRecovery'>;
}

/** Why nothing can be kept or shown just now, and what to do about it. */
export function TroubleBanner({ trouble, actions }: Props) {
  switch (trouble.kind) {
    case 'not-kept':
      return (
        <Banner icon={VenetianMask} tone="warning" urgent>
          <strong>{t('trouble.notKeptTitle')}</strong> {t('trouble.notKept')}
        </Banner>
      );
    case 'reload-needed':
      return (
        <Banner
          icon={RefreshCw}
          tone="calm"
          action={
            <button type="button" class="button" onClick={() => actions.reloadPage()}>
              {t('trouble.reloadPage')}
            </button>
          }
        >
          {t('trouble.reload')}
        </Banner>
      );
    case 'unavailable':
      return (
        <Banner
          icon={CircleAlert}
          tone="danger"
          urgent
          action={
            trouble.recover && (
              <button
                type="button"
                class="button"
                data-testid="open-recovery"
                onClick={() => actions.openRecovery()}
              >
                {t('trouble.recover')}
              </button>
            )
          }
        >
          <strong>{t('trouble.unavailable')}</strong> {trouble.sentence}
        </Banner>
      );
    case 'lost':
      return (
        <Banner
          icon={DatabaseBackup}
          tone="danger"
          urgent
          action={
            <button
              type="button"
              class="button"
              data-testid="open-recovery"
              onClick={() => actions.openRecovery()}
            >
              {t('trouble.recover')}
            </button>
          }
        >
          <strong>{t('trouble.lost')}</strong>{' '}
          {trouble.lastBackupAt
            ? t('trouble.lastBackup', { day: dayInWords(trouble.lastBackupAt) })
            : t('trouble.noBackup')}
        </Banner>
      );
  }
}
