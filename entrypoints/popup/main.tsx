import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PopupView } from '@/components/popup/PopupView';
import { setTranslator, t } from '@/components/strings';
import { openPanelLibrary } from '../sidepanel/openPanelLibrary';
import { PopupModel } from './PopupModel';
import { popupActions } from './popupActions';

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
      backup={model.backup.value}
      toast={model.toast.value}
      onUndo={(actionId) => {
        library
          .undo(actionId)
          .then(() => model.say(t('toast.undone')))
          .then(() => model.refresh())
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
