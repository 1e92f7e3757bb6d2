import { browser } from 'wxt/browser';
import type { OptionsActions } from '#components/options/OptionsState.ts';
import { t } from '#components/strings.ts';
import type { RecordMapping } from '#exchange/foreign/mapRecords.ts';
import { call } from '#messaging/call.ts';
import { openLibraryPage } from '#messaging/openLibraryPage.ts';
import { backupInfo, backupName } from '#storage/backup/backupFile.ts';
import { writeImportMapping } from '#storage/importMapping.ts';
import type { LongDeed } from '#storage/index.ts';
import { changeSettings, ownSettings, readSettings, writeSettings } from '#storage/settings.ts';
import { changeBrowserKeys } from '../browserKeys.ts';
import { importFaultInWords } from '../importFaultInWords.ts';
import type { LaterExport } from '../LaterExport.tsx';
import {
  type ChosenFile,
  type ForeignFile,
  fileOf,
  mappingName,
  readChosenFile,
  withMapping,
} from '../readChosenFile.ts';
import { saveFile } from '../saveFile.ts';
import type { OptionsModel } from './OptionsModel.ts';

/** What the options page's controls do. */
export function optionsActions(
  model: OptionsModel,
  exporting: LaterExport,
): OptionsActions & {
  restore(addresses: 'leave' | 'take', takesSettings: boolean): void;
  map(mapping: RecordMapping): void;
  cancel(): void;
} {
  const { library } = model;
  const run = (deed: () => Promise<void>) => void deed().catch(model.fail);
  /** What an import that ended early had written; one action, as after a whole import. */
  const lastImport = async () => {
    const [last] = await library.actions(1);
    return last?.kind === 'import' && !last.undone ? last.id : undefined;
  };
  /** The chosen file with another mapping: its records, what is brought in, and what that would do. */
  const lookAgain = async (before: ForeignFile, mapping: RecordMapping, signal: AbortSignal) => {
    const show = (looked: Partial<ChosenFile>) => {
      if (model.chosen.value && !signal.aborted) model.chosen.value = { ...model.chosen.value, ...looked };
    };
    try {
      const foreign = await withMapping(before, mapping, signal);
      const file = await fileOf(foreign, signal);
      show({ foreign, file });
      show({ preview: await library.backup.preview(file, { signal }) });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  return {
    change: (settings) =>
      run(async () => {
        const names = Object.keys(settings) as (keyof typeof settings)[];
        // Both are asked at the click, in this order: the tab may be closed right after it.
        const [before] = await Promise.all([readSettings(), writeSettings(settings)]);
        model.sayChanged(Object.fromEntries(names.map((name) => [name, before[name]])));
      }),
    addSiteOff: (site) =>
      run(() => changeSettings(({ sitesOff }) => ({ sitesOff: [...new Set([...sitesOff, site])].sort() }))),
    removeSiteOff: (site) =>
      run(() => changeSettings(({ sitesOff }) => ({ sitesOff: sitesOff.filter((one) => one !== site) }))),
    setBackupFiles: (on) => {
      // Asked before any await: browsers want the click.
      const asked = on ? browser.permissions.request({ permissions: ['downloads'] }) : Promise.resolve(false);
      run(async () => {
        const backupFiles = await asked;
        await writeSettings({ backupFiles });
        // The permission is no longer needed, so it is given back.
        if (!on) await browser.permissions.remove({ permissions: ['downloads'] });
        if (on && !backupFiles) model.say(t('options.downloadsRefused'));
        // The background looks at once whether a file is due.
        if (backupFiles) await call('libraryChanged', { articleIds: [], annotationIds: [] });
        await model.refresh();
      });
    },
    openExport: () => exporting.open({ kind: 'all' }),
    exportAgain: () => exporting.again(),
    openLibrary: () => run(() => openLibraryPage('')),
    backUpNow: () =>
      run(async () => {
        await model.doLong(t('options.workBackup'), async (watch) => {
          const now = new Date();
          const file = await library.backup.export(watch);
          if (!(await library.backup.verify(file))) throw new Error(t('options.backupNotWhole'));
          watch.signal.throwIfAborted();
          const name = backupName(now, '.jsonl');
          saveFile(name, [file], 'application/jsonl');
          await library.backup.noteFile(await backupInfo(file, now.toISOString()));
          await library.backup.snapshotIfDue(0);
          model.say(t('options.backupDone', { name }));
        });
        await model.refresh();
      }),
    restoreFromFile: (file) =>
      run(async () => {
        const look = async (watch: Required<LongDeed>) => {
          const chosen = await readChosenFile(library, file, watch);
          if ('file' in chosen) {
            model.chosen.value = chosen;
            return;
          }
          const { refusedFile } = chosen.preview;
          const reason = refusedFile ? importFaultInWords(refusedFile) : '';
          model.say(
            t('toast.failed', {
              reason: chosen.refused ? t('restore.foreignRefused', { reason: chosen.refused }) : reason,
            }),
          );
        };
        await model.doLong(t('options.workLook', { name: file.name }), look, t('options.lookStopped'));
      }),
    map: (mapping) => {
      const { value: chosen } = model.chosen;
      if (!chosen?.foreign || model.importing.value) return;
      // A later choice has a look of its own.
      model.look?.stop.abort();
      const stop = new AbortController();
      model.chosen.value = { ...chosen, foreign: { ...chosen.foreign, mapping } };
      model.look = { stop, done: lookAgain(chosen.foreign, mapping, stop.signal).catch(model.fail) };
    },
    restore: (addresses, takesSettings) =>
      run(async () => {
        // What was chosen last is what comes in.
        await model.look?.done;
        const { value: chosen } = model.chosen;
        if (!chosen || model.importing.value || model.work.value) return;
        const stop = new AbortController();
        model.stopImport = stop;
        model.importing.value = { done: 0, total: 0 };
        if (chosen.foreign)
          await writeImportMapping(mappingName(chosen.foreign.records), chosen.foreign.mapping);
        await model.readAfter(async () => {
          try {
            const done = await library.backup.import(chosen.file, {
              addresses,
              signal: stop.signal,
              onProgress: (records, total) => {
                model.importing.value = { done: records, total };
              },
            });
            if (takesSettings && done.header?.settings)
              await writeSettings(ownSettings(done.header.settings));
            const { annotations } = done;
            model.say(t('options.restored', annotations.new + annotations.updated), done.actionId);
          } catch (error) {
            const written = model.importing.value?.done ? await lastImport() : undefined;
            if (stop.signal.aborted) model.say(t('options.importStopped'), written);
            else model.fail(error, written);
          } finally {
            model.importing.value = null;
            model.chosen.value = null;
          }
        });
      }),
    restoreDeleted: (id) =>
      run(async () => {
        const { actionId } = await library.trash.restore([id]);
        model.say(t('toast.undone'), actionId);
        await model.refresh();
      }),
    undo: (id) =>
      run(async () => {
        const settings = model.settingsBefore(id);
        if (settings) {
          await writeSettings(settings);
          model.say(t('toast.undone'));
          return;
        }
        await model.readAfter(() =>
          model.doLong(t('options.workUndo'), async (watch) => {
            const { ok } = await library.undo(id, watch);
            model.say(t(ok ? 'toast.restoreUndone' : 'options.undoPartly'));
          }),
        );
      }),
    redo: (id) =>
      run(() =>
        model.readAfter(() =>
          model.doLong(t('options.workRedo'), async (watch) => {
            const { ok } = await library.redo(id, watch);
            model.say(t(ok ? 'options.redone' : 'options.undoPartly'));
          }),
        ),
      ),
    cancel: () => {
      if (model.importing.value) model.stopImport?.abort();
      else {
        model.look?.stop.abort();
        model.chosen.value = null;
      }
    },
    askPersist: () =>
      run(async () => {
        if (!(await library.persist())) model.say(t('options.persistRefused'));
        await model.refresh();
      }),
    changeShortcuts: () => run(() => changeBrowserKeys((text) => model.say(text))),
    openRescue: () =>
      run(async () => void (await browser.tabs.create({ url: browser.runtime.getURL('/rescue.html') }))),
  };
}
