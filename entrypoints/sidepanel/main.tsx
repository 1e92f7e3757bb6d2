import { render } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { FormDraftsContext } from '@/components/FormDrafts';
import { SidebarView } from '@/components/sidebar/SidebarView';
import { setTranslator } from '@/components/strings';
import { writeLargeFiles } from '../background/dailyFile';
import { articleActions } from './articleActions';
import { cardActions } from './cardActions';
import { markingShortcut } from './markingShortcut';
import { openPanelLibrary } from './openPanelLibrary';
import { SidebarModel } from './SidebarModel';

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
    <FormDraftsContext.Provider value={model.forms}>
      <Sidebar />
    </FormDraftsContext.Provider>,
    root,
  );
addEventListener('pagehide', () => {
  model.forms.keepAll();
  model.notes.typed.keepAll();
  model.claims.flushAll();
  void model.notes.typed.finishAll();
  stop.abort();
});
await model.start(stop.signal);
writeLargeFiles(model.library, stop.signal).catch((error) => console.error('Claimlight: no backup', error));
