import type { ComponentChildren } from 'preact';
import { t } from '../strings.ts';
import { BackupSection } from './BackupSection.tsx';
import { ColorList } from './ColorList.tsx';
import { DeletedList } from './DeletedList.tsx';
import { HighlightingSection } from './HighlightingSection.tsx';
import { HistoryList } from './HistoryList.tsx';
import { LookSection } from './LookSection.tsx';
import type { OptionsActions, OptionsState } from './OptionsState.ts';
import { Section } from './Section.tsx';
import { ShortcutList } from './ShortcutList.tsx';
import { SiteList } from './SiteList.tsx';
import { StorageUse } from './StorageUse.tsx';

interface Props {
  state: OptionsState;
  actions: OptionsActions;
  /** The part about other devices. */
  sync?: ComponentChildren;
  /** The part about the folder of Markdown files. */
  vault?: ComponentChildren;
}

const PERMISSIONS = ['sites', 'storage', 'menus', 'downloads'] as const;

/** The contents, and every section in their order. A new one has its line in both. */
export function Sections({ state, actions, sync, vault }: Props) {
  const contents = [
    ['look', t('options.look')],
    ['highlighting', t('options.highlighting')],
    ['colors', t('options.colors')],
    ['sites', t('options.sites')],
    ['backups', t('options.backups')],
    ...(vault ? ([['vault', t('vault.title')]] as const) : []),
    ...(sync ? ([['devices', t('sync.title')]] as const) : []),
    ['deleted', t('options.deleted')],
    ['history', t('options.history')],
    ...(state.storage ? ([['storage', t('options.storage')]] as const) : []),
    ...(state.shortcuts.length > 0 ? ([['shortcuts', t('options.shortcuts')]] as const) : []),
    ['permissions', t('options.permissions')],
    ['rescue', t('options.rescue')],
  ] as const;
  return (
    <>
      <nav class="options-contents" aria-label={t('options.contents')}>
        <ul>
          {contents.map(([name, title]) => (
            <li key={name}>
              <a href={`#${name}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="options-sections">
        <LookSection state={state} actions={actions} />
        <HighlightingSection state={state} actions={actions} />
        <Section name="colors" title={t('options.colors')} about={t('options.colorsAbout')}>
          <ColorList colors={state.colors} onChange={(colors) => actions.change({ colors })} />
        </Section>
        <Section name="sites" title={t('options.sites')} about={t('options.sitesAbout')}>
          <SiteList sites={state.sitesOff} onAdd={actions.addSiteOff} onRemove={actions.removeSiteOff} />
        </Section>
        <BackupSection state={state} actions={actions} />
        {vault && (
          <Section name="vault" title={t('vault.title')}>
            {vault}
          </Section>
        )}
        {sync && (
          <Section name="devices" title={t('sync.title')}>
            {sync}
          </Section>
        )}
        <Section name="deleted" title={t('options.deleted')}>
          <DeletedList items={state.deleted} count={state.deletedCount} onRestore={actions.restoreDeleted} />
        </Section>
        <Section name="history" title={t('options.history')}>
          <HistoryList actions={state.history} onUndo={actions.undo} onRedo={actions.redo} />
        </Section>
        {state.storage && (
          <Section name="storage" title={t('options.storage')} about={t('options.storageAbout')}>
            <StorageUse storage={state.storage} onAskPersist={actions.askPersist} />
          </Section>
        )}
        {state.shortcuts.length > 0 && (
          <Section name="shortcuts" title={t('options.shortcuts')} about={t('options.shortcutsAbout')}>
            <ShortcutList shortcuts={state.shortcuts} onChange={actions.changeShortcuts} />
          </Section>
        )}
        <Section name="permissions" title={t('options.permissions')}>
          <dl class="page-reasons">
            {PERMISSIONS.map((name) => (
              <div key={name}>
                <dt>{t(`options.permission.${name}`)}</dt>
                <dd>{t(`options.permission.${name}Why`)}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section name="rescue" title={t('options.rescue')} about={t('options.rescueHint')}>
          <div class="page-actions">
            <button type="button" class="button" onClick={() => actions.openRescue()}>
              {t('options.rescueOpen')}
            </button>
          </div>
        </Section>
      </div>
    </>
  );
}
