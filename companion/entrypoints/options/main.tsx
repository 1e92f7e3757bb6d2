import words from 'virtual:words/companion';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { setManner } from '#components/manner.ts';
import { t } from '#components/strings.ts';
import { mannerOf } from '#model/appearance.ts';
import { languageFor, tagFor } from '#model/languages.ts';
import { logFault } from '#model/logFault.ts';
import { CompanionModel } from '../../CompanionModel.ts';
import { CompanionView } from '../../CompanionView.tsx';

const own = browser.i18n.getUILanguage();
const language = languageFor('system', own);
const manner = mannerOf(tagFor(language, own), words[language], {
  theme: 'system',
  textSize: 'normal',
  colors: [],
  defaultColor: 'yellow',
});
setManner(manner, document.documentElement);
document.title = t('companion.name');

const model = new CompanionModel();

function Companion() {
  return <CompanionView state={model.state.value} actions={model.actions} />;
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for its view.');
await model.refresh().catch(logFault);
render(<Companion />, root);
// Claimlight may ask while the page is open.
browser.storage.local.onChanged.addListener(() => void model.refresh().catch(logFault));
