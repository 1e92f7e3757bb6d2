import { FileButton } from '../FileButton.tsx';
import { Switch } from '../Switch.tsx';
import { t } from '../strings.ts';
import { agoInWords } from '../When.tsx';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { Section } from './Section.tsx';

interface Props {
  state: OptionsState;
  actions: OptionsActions;
}

/** How old the last copy is, and the ways out and in. */
export function BackupSection({ state, actions }: Props) {
  const { backup } = state;
  return (
    <Section name="backups" title={t('options.backups')} about={t('options.backupsHint')}>
      <p>
        <strong data-testid="backup-age">
          {backup.at ? t('backup.age', { ago: agoInWords(backup.at) }) : t('backup.never')}
        </strong>
      </p>
      <Switch
        label={t('options.backupFiles')}
        hint={t('options.backupFilesHint')}
        on={state.backupFiles}
        onChange={actions.setBackupFiles}
      />
      <div class="page-actions">
        <button type="button" class="button button-primary" onClick={() => actions.backUpNow()}>
          {t('options.backupNow')}
        </button>
        <button type="button" class="button" data-testid="export-more" onClick={() => actions.openExport()}>
          {t('export.more')}
        </button>
        <FileButton
          label={t('options.restore')}
          accept=".jsonl,.json,.gz,.csv,.tsv,.txt,.md,.zip"
          onFile={actions.restoreFromFile}
        />
      </div>
      <p class="hint">{t('options.restoreHint')}</p>
    </Section>
  );
}
