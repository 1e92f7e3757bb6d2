import { render } from 'preact';
import { browser } from 'wxt/browser';
import { setTranslator, t } from '#components/strings.ts';
import { WelcomeView } from '#components/welcome/WelcomeView.tsx';
import { i18n } from '#i18n';
import { openSidebar } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';

setTranslator(i18n.t, browser.i18n.getUILanguage());
document.documentElement.lang = browser.i18n.getUILanguage();
document.title = t('extName');

const { id: windowId = -1 } = await browser.windows.getCurrent();

const root = document.getElementById('root');
if (root)
  render(
    <WelcomeView
      onSidebar={() => openSidebar(windowId)}
      onOptions={() => {
        browser.runtime.openOptionsPage().catch(logFault);
      }}
    />,
    root,
  );
