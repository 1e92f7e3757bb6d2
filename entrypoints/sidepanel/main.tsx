import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FormDraftsContext } from '#components/FormDrafts.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { setTranslator } from '#components/strings.ts';
import { i18n } from '#i18n';
import { logFault } from '#model/logFault.ts';
import { markingShortcut } from '#panel/markingShortcut.ts';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { articleActions } from '#panel/sidebar/articleActions.ts';
import { cardActions } from '#panel/sidebar/cardActions.ts';
import { SidebarModel } from '#panel/sidebar/SidebarModel.ts';
import { writeLargeFiles } from '#storage/backup/dailyFile.ts';

setTranslator(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = browser.i18n.getUILanguage();

const stop = new AbortController();
const model = new SidebarModel(await openPanelLibrary());
const shortcut = await markingShortcut();
const article = articleActions(model);
const card = cardActions(model);

function Sidebar() {
  return (
    <SidebarView
      state={model.state.value}
      trouble={model.trouble.value}
      inHand={model.inHand.value}
      currentId={model.currentId.value}
      knownTags={model.knownTags.value}
      shortcut={shortcut}
      toast={model.toast.value}
      onUndo={(id) => void model.move(id, 'undo').catch(model.fail)}
      onRedo={(id) => void model.move(id, 'redo').catch(model.fail)}
      onDismiss={(id) => {
        if (model.toast.value?.id === id) model.toast.value = null;
      }}
      article={article}
      card={card}
    />
  );
}

const root = document.getElementById('root');
if (root)
  render(
    <FormDraftsContext.Provider value={model.texts.forms}>
      <Sidebar />
    </FormDraftsContext.Provider>,
    root,
  );
addEventListener('pagehide', () => {
  model.texts.typed.keepAll();
  void model.texts.typed.finishAll();
  stop.abort();
});
await model.start(stop.signal);
writeLargeFiles(model.library, stop.signal).catch((error) => logFault(error, 'no backup'));
