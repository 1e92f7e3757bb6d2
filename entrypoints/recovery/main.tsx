import { RecoveryView } from '#components/recovery/RecoveryView.tsx';
import { t } from '#components/strings.ts';
import { ImportDialog } from '#panel/ImportDialog.tsx';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { RecoveryModel } from '#panel/recovery/RecoveryModel.ts';
import { startPage } from '#panel/startPage.ts';

const page = await startPage(() => t('extName'));

const model = new RecoveryModel(await openPanelLibrary());

function Recovery() {
  const chosen = model.chosen.value;
  return (
    <>
      <RecoveryView
        counts={model.counts.value}
        healthy={model.healthy.value}
        stuck={model.stuck.value}
        snapshot={model.snapshot.value}
        progress={model.progress.value}
        onRetry={model.look}
        onSnapshot={model.restoreSnapshot}
        onSaveSnapshot={model.saveSnapshot}
        onFile={model.choose}
        onRescue={() => location.assign('/rescue.html')}
        onFresh={model.startAnew}
      />
      {chosen && (
        <ImportDialog
          name={chosen.file.name}
          preview={chosen.preview}
          progress={model.importing.value}
          onRestore={model.restoreChosen}
          onCancel={model.cancel}
        />
      )}
    </>
  );
}

await model.look();
page.draw(() => <Recovery />);
