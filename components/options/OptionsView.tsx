import '#assets/styles/base.css';
import '../page.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { LANGUAGE_NAMES, LANGUAGES } from '#model/languages.ts';
import { FileButton } from '../FileButton.tsx';
import { SelectField } from '../SelectField.tsx';
import { Switch } from '../Switch.tsx';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { agoInWords } from '../When.tsx';
import { DeletedList } from './DeletedList.tsx';
import { HistoryList } from './HistoryList.tsx';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { SiteList } from './SiteList.tsx';
import { StorageUse } from './StorageUse.tsx';

export interface OptionsProps {
  /** Null while loading. */
  state: OptionsState | null;
  toast: ToastMessage | null;
  onUndo: (id: string) => void;
  onDismiss: (id: string) => void;
  actions: OptionsActions;
}

const PERMISSIONS = ['sites', 'storage', 'menus', 'downloads'] as const;

/** The options page: few settings, and plain words about data, shortcuts and permissions. */
export function OptionsView({ state, toast, onUndo, onDismiss, actions }: OptionsProps) {
  return (
    <main class="page-view" data-testid="options">
      <h1>{t('options.title')}</h1>
      {state && <Sections state={state} actions={actions} />}
      <Toast message={toast} onUndo={onUndo} onDismiss={onDismiss} />
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="page-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Sections({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { backup } = state;
  return (
    <>
      <Section title={t('options.language')}>
        <SelectField
          label={t('options.language')}
          value={state.language}
          choices={[
            { value: 'system', label: t('options.languageSystem') },
            ...LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one], lang: one })),
          ]}
          hint={t('options.languageHint')}
          onChange={actions.setLanguage}
        />
      </Section>
      <Section title={t('options.highlighting')}>
        <Switch
          label={t('options.toolbar')}
          hint={t('options.toolbarHint')}
          on={state.toolbar}
          onChange={actions.setToolbar}
        />
        <Switch
          label={t('options.private')}
          hint={t('options.privateHint')}
          on={state.privateWindows}
          onChange={actions.setPrivateWindows}
        />
      </Section>
      <Section title={t('options.sites')}>
        <SiteList sites={state.sitesOff} onAdd={actions.addSiteOff} onRemove={actions.removeSiteOff} />
      </Section>
      <Section title={t('options.backups')}>
        <p>
          <strong data-testid="backup-age">
            {backup.at ? t('backup.age', { ago: agoInWords(backup.at) }) : t('backup.never')}
          </strong>
        </p>
        <p class="hint">{t('options.backupsHint')}</p>
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
          <FileButton
            label={t('options.restore')}
            accept=".jsonl,.json,.gz,.csv,.tsv,.txt,.md,.zip"
            onFile={actions.restoreFromFile}
          />
        </div>
        <p class="hint">{t('options.restoreHint')}</p>
      </Section>
      <Section title={t('options.deleted')}>
        <DeletedList items={state.deleted} count={state.deletedCount} onRestore={actions.restoreDeleted} />
      </Section>
      <Section title={t('options.history')}>
        <HistoryList actions={state.history} onUndo={actions.undo} onRedo={actions.redo} />
      </Section>
      {state.storage && (
        <Section title={t('options.storage')}>
          <StorageUse storage={state.storage} onAskPersist={actions.askPersist} />
        </Section>
      )}
      <Section title={t('options.shortcuts')}>
        <dl class="page-pairs">
          {state.shortcuts.map(({ name, keys }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{keys ? <kbd>{keys}</kbd> : t('options.shortcutUnset')}</dd>
            </div>
          ))}
        </dl>
        <div class="page-actions">
          <button type="button" class="button" onClick={() => actions.changeShortcuts()}>
            {t('options.shortcutsChange')}
          </button>
        </div>
      </Section>
      <Section title={t('options.permissions')}>
        <dl class="page-reasons">
          {PERMISSIONS.map((name) => (
            <div key={name}>
              <dt>{t(`options.permission.${name}`)}</dt>
              <dd>{t(`options.permission.${name}Why`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('options.rescue')}>
        <p class="hint">{t('options.rescueHint')}</p>
        <div class="page-actions">
          <button type="button" class="button" onClick={() => actions.openRescue()}>
            {t('options.rescueOpen')}
          </button>
        </div>
      </Section>
    </>
  );
}
