import { FormDraftsContext } from '#components/FormDrafts.ts';
import { PopupView } from '#components/popup/PopupView.tsx';
import { t } from '#components/strings.ts';
import { ownWindowId } from '#messaging/browserParts.ts';
import { paletteKeys } from '#panel/browserKeys.ts';
import { keepExchanging } from '#panel/keepExchanging.ts';
import { LaterExport, LaterExportDialog } from '#panel/LaterExport.tsx';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { PopupModel } from '#panel/popup/PopupModel.ts';
import { popupActions } from '#panel/popup/popupActions.ts';
import { startPage } from '#panel/startPage.ts';

// Side by side: each of them waits for the browser more than it works.
const [page, library, windowId] = await Promise.all([startPage(), openPanelLibrary(), ownWindowId()]);
const model = new PopupModel(library, windowId);
const exporting = new LaterExport(library, {
  say: (text) => model.say(text),
  fail: model.fail,
  finish: () => model.texts.typed.finishAll(),
  scope: () => {
    const shown = model.page.value;
    return shown.kind === 'article' && shown.articleId
      ? { kind: 'article', articleId: shown.articleId }
      : null;
  },
});
const actions = popupActions(model, exporting);

const palette = paletteKeys((text) => model.say(text), model.fail);

function Popup() {
  return (
    <PopupView
      page={model.page.value}
      trouble={model.trouble.value}
      query={model.query.value}
      found={model.found.value}
      recent={model.recent.value}
      due={model.due.value}
      tomorrow={model.tomorrow.value}
      tags={model.tags.value}
      sites={model.sites.value}
      sources={model.sources.value}
      backup={model.backup.value}
      sync={model.sync.value}
      vaultTrouble={model.vaultTrouble.value}
      palette={palette.value}
      toast={model.toast.value}
      onUndo={(actionId) => {
        library
          .undo(actionId)
          .then(() => model.say(t('toast.undone')))
          .then(() => model.refresh())
          .then(() => model.tellDue())
          .catch(model.fail);
      }}
      onDismiss={(toastId) => {
        if (model.toast.value?.id === toastId) model.toast.value = null;
      }}
      actions={actions}
    />
  );
}

page.draw(
  () => (
    <FormDraftsContext.Provider value={model.texts.forms}>
      <Popup />
      <LaterExportDialog exporting={exporting} />
    </FormDraftsContext.Provider>
  ),
  () => model.refresh(),
);
// Before anything else that ends with the page: what is typed must still go out.
page.signal.addEventListener('abort', () => {
  model.texts.typed.keepAll();
  void model.texts.typed.finishAll();
});
await model.start(page.signal).catch(model.fail);
keepExchanging(library, page.signal);
