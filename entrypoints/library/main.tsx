import { FormDraftsContext } from '#components/FormDrafts.ts';
import { LibraryView } from '#components/library/LibraryView.tsx';
import { t } from '#components/strings.ts';
import { logFault } from '#model/logFault.ts';
import { paletteKeys } from '#panel/browserKeys.ts';
import { LaterExport, LaterExportDialog } from '#panel/LaterExport.tsx';
import { LibraryModel } from '#panel/library/LibraryModel.ts';
import { libraryActions } from '#panel/library/libraryActions.ts';
import { readingActions } from '#panel/library/readingActions.ts';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { startPage } from '#panel/startPage.ts';
import { writeLargeFiles } from '#storage/backup/dailyFile.ts';

const page = await startPage(() => `${t('library.title')} · ${t('extName')}`);
const model = new LibraryModel(await openPanelLibrary());
const exporting = new LaterExport(model.library, {
  say: (text) => model.say(text),
  fail: model.fail,
  finish: () => model.open.texts.typed.finishAll(),
  scope: () => {
    const { selected } = model.state.value;
    return selected.size > 0 ? { kind: 'marks', ids: [...selected] } : null;
  },
});
const actions = libraryActions(model, exporting);
const card = readingActions(model);

const palette = paletteKeys((text) => model.say(text), model.fail);

function LibraryPage() {
  return (
    <LibraryView
      state={model.state.value}
      trouble={model.trouble.value}
      palette={palette.value}
      toast={model.toast.value}
      onDismiss={(id) => {
        if (model.toast.value?.id === id) model.toast.value = null;
      }}
      actions={actions}
      card={card}
    />
  );
}

page.draw(
  () => (
    <FormDraftsContext.Provider value={model.open.texts.forms}>
      <LibraryPage />
      <LaterExportDialog exporting={exporting} />
    </FormDraftsContext.Provider>
  ),
  () => model.refresh(),
);
// Before anything else that ends with the page: what is typed must still go out.
page.signal.addEventListener('abort', () => {
  model.open.texts.typed.keepAll();
  void model.open.texts.typed.finishAll();
});
await model.start(page.signal);
writeLargeFiles(model.library, page.signal).catch((error) => logFault(error, 'no backup'));
