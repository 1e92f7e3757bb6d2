import { OptionsView } from '#components/options/OptionsView.tsx';
import { SyncSection } from '#components/options/SyncSection.tsx';
import { VaultSection } from '#components/options/VaultSection.tsx';
import { t } from '#components/strings.ts';
import { logFault } from '#model/logFault.ts';
import { paletteKeys } from '#panel/browserKeys.ts';
import { ImportDialog } from '#panel/ImportDialog.tsx';
import { keepExchanging } from '#panel/keepExchanging.ts';
import { LaterExport, LaterExportDialog } from '#panel/LaterExport.tsx';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { OptionsModel } from '#panel/options/OptionsModel.ts';
import { optionsActions } from '#panel/options/optionsActions.ts';
import { SyncModel } from '#panel/options/SyncModel.ts';
import { syncActions } from '#panel/options/syncActions.ts';
import { VaultModel } from '#panel/options/VaultModel.ts';
import { startPage } from '#panel/startPage.ts';
import { writeLargeFiles } from '#storage/backup/dailyFile.ts';
import './remarks.css';

const page = await startPage(() => `${t('options.title')} · ${t('extName')}`);

const library = await openPanelLibrary();
const model = new OptionsModel(library);
const syncing = new SyncModel(library);
const syncDeeds = syncActions(syncing);
const exporting = new LaterExport(library, {
  say: (text) => model.say(text),
  fail: model.fail,
});
const actions = optionsActions(model, exporting);
const palette = paletteKeys((text) => model.say(text), model.fail);
const vault = new VaultModel(library, () => exporting.open({ kind: 'all' }, 'markdownFiles'), model.fail);

function Options() {
  const chosen = model.chosen.value;
  return (
    <>
      {library.status === 'lost' && (
        <p class="options-remark" role="alert">
          {t('trouble.lost')}{' '}
          <a class="link-button" href="/recovery.html">
            {t('trouble.recover')}
          </a>
        </p>
      )}
      {model.remarks.value.map((remark) => (
        <p class="options-remark" role="alert" key={remark}>
          {remark}
        </p>
      ))}
      <OptionsView
        state={model.state.value}
        toast={model.toast.value}
        work={model.work.value}
        onUndo={actions.undo}
        onDismiss={(id) => {
          if (model.toast.value?.id === id) model.toast.value = null;
        }}
        actions={actions}
        palette={palette.value}
        sync={
          <SyncSection
            state={syncing.state.value}
            trouble={syncing.trouble.value}
            busy={syncing.busy.value}
            actions={syncDeeds}
          />
        }
        vault={vault.state.value && <VaultSection state={vault.state.value} actions={vault.actions} />}
      />
      <LaterExportDialog exporting={exporting} />
      {chosen && (
        <ImportDialog
          name={chosen.name}
          preview={chosen.preview}
          foreign={chosen.foreign}
          progress={model.importing.value}
          onMap={actions.map}
          onRestore={actions.restore}
          onCancel={actions.cancel}
        />
      )}
    </>
  );
}

page.draw(
  () => <Options />,
  () => model.refresh(),
);
await model.start(page.signal).catch(model.fail);
await vault.start(page.signal).catch((error) => logFault(error));
await syncing.start(page.signal).catch((error) => logFault(error));
keepExchanging(library, page.signal);
writeLargeFiles(library, page.signal, () => void model.refresh().catch(model.fail)).catch((error) =>
  logFault(error, 'no backup'),
);
