import { FormDraftsContext } from '#components/FormDrafts.ts';
import { SidebarView } from '#components/sidebar/SidebarView.tsx';
import { bringToFront } from '#messaging/browserParts.ts';
import { tabOfSidebarPage } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';
import { paletteKeys } from '#panel/browserKeys.ts';
import { keepExchanging } from '#panel/keepExchanging.ts';
import { LaterExport, LaterExportDialog } from '#panel/LaterExport.tsx';
import { markingShortcut } from '#panel/markingShortcut.ts';
import { openPanelLibrary } from '#panel/openPanelLibrary.ts';
import { articleActions } from '#panel/sidebar/articleActions.ts';
import { cardActions } from '#panel/sidebar/cardActions.ts';
import { SidebarModel } from '#panel/sidebar/SidebarModel.ts';
import { startPage } from '#panel/startPage.ts';
import { writeLargeFiles } from '#storage/backup/dailyFile.ts';

const page = await startPage();
const ofTab = tabOfSidebarPage(location.hash);
const model = new SidebarModel(await openPanelLibrary(), ofTab);
const shortcut = await markingShortcut();
const exporting = new LaterExport(model.library, {
  say: (text) => model.say(text),
  fail: model.fail,
  finish: () => model.texts.typed.finishAll(),
  scope: () => {
    const { article } = model.shown;
    return article ? { kind: 'article', articleId: article.id } : null;
  },
});
const article = articleActions(model, exporting);
const card = cardActions(model);

const palette = paletteKeys((text) => model.say(text), model.fail);

function Sidebar() {
  return (
    <SidebarView
      state={model.state.value}
      trouble={model.trouble.value}
      inHand={model.inHand.value}
      currentId={model.currentId.value}
      knownTags={model.knownTags.value}
      shortcut={shortcut}
      palette={palette.value}
      toast={model.toast.value}
      onUndo={(id) => void model.move(id, 'undo').catch(model.fail)}
      onRedo={(id) => void model.move(id, 'redo').catch(model.fail)}
      onDismiss={(id) => {
        if (model.toast.value?.id === id) model.toast.value = null;
      }}
      article={article}
      card={card}
      {...(ofTab !== null && { onBack: () => void bringToFront(ofTab).catch(model.fail) })}
    />
  );
}

page.draw(
  () => (
    <FormDraftsContext.Provider value={model.texts.forms}>
      <Sidebar />
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
// Opened for another tab, it begins anew.
addEventListener('hashchange', () => location.reload());
await model.start(page.signal);
writeLargeFiles(model.library, page.signal).catch((error) => logFault(error, 'no backup'));
keepExchanging(model.library, page.signal);
