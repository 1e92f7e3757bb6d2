import { browser } from 'wxt/browser';
import { t } from '#components/strings.ts';
import { WelcomeView } from '#components/welcome/WelcomeView.tsx';
import { openSidebar } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';
import { startPage } from '#panel/startPage.ts';

const page = await startPage(() => t('extName'));

const { id: windowId = -1 } = await browser.windows.getCurrent();

page.draw(() => (
  <WelcomeView
    onSidebar={() => openSidebar(windowId)}
    onOptions={() => {
      browser.runtime.openOptionsPage().catch(logFault);
    }}
  />
));
