import { render } from 'preact';
import { browser } from 'wxt/browser';
import { PopupView } from '#components/popup/PopupView.tsx';
import { setTranslator, t } from '#components/strings.ts';
import { i18n } from '#i18n';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { PopupModel } from '#panel/popup/PopupModel.ts';
import { popupActions } from '#panel/popup/popupActions.ts';

setTranslator(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = browser.i18n.getUILanguage();

const stop = new AbortController();
const [library, { id = -1 }] = await Promise.all([openPanelLibrary(), browser.windows.getCurrent()]);
const model = new PopupModel(library, id);
const actions = popupActions(model);

function Popup() {
  return (
    <PopupView
      page={model.page.value}
      trouble={model.trouble.value}
      query={model.query.value}
      hits={model.hits.value}
      recent={model.recent.value}
      due={model.due.value}
      tomorrow={model.tomorrow.value}
      backup={model.backup.value}
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

const root = document.getElementById('root');
if (root) render(<Popup />, root);
addEventListener('pagehide', () => stop.abort());
await model.start(stop.signal).catch(model.fail);
