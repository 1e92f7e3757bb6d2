import { browser } from 'wxt/browser';
import { t } from '#components/strings.ts';
import { PracticeSection } from '#components/welcome/PracticeSection.tsx';
import { WelcomeView } from '#components/welcome/WelcomeView.tsx';
import { ownWindowId } from '#messaging/browserParts.ts';
import { hasSidebar, openSidebar } from '#messaging/openSidebar.ts';
import { logFault } from '#model/logFault.ts';
import { startPage } from '#panel/startPage.ts';
import { Practice } from '#panel/welcome/Practice.ts';

const page = await startPage(() => t('extName'));

const windowId = await ownWindowId();
const story = () => ({
  before: t('practice.before'),
  after: t('practice.after'),
  sample: t('practice.sample'),
});
const practice = new Practice(story());

function Welcome() {
  return (
    <WelcomeView
      practice={<PracticeSection state={practice.state.value} actions={practice} />}
      {...(hasSidebar() && { onSidebar: () => openSidebar(windowId) })}
      onOptions={() => {
        browser.runtime.openOptionsPage().catch(logFault);
      }}
    />
  );
}

page.draw(
  () => <Welcome />,
  async () => practice.tell(story()),
);
