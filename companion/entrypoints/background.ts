import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { CLAIMLIGHT_IN_FIREFOX } from '#sync/companionIds.ts';
import { changeConnection, originOf, readConnection } from '../connection.ts';
import { type Serving, serveClaimlight } from '../serveClaimlight.ts';
import { webdavCarrier } from '../webdavCarrier.ts';

const serving: Serving = {
  // Chromium's id of an extension that comes from no store depends on its folder; there the reader says which one it is.
  mayBe: (sender) => !import.meta.env.FIREFOX || sender === CLAIMLIGHT_IN_FIREFOX,
  client: async () => (await readConnection()).client,
  async carrier() {
    const { server } = await readConnection();
    const isAllowed = server && (await browser.permissions.contains({ origins: [originOf(server.address)] }));
    return server && isAllowed ? webdavCarrier(server) : undefined;
  },
  async open(sender) {
    await changeConnection({ asker: sender });
    await browser.runtime.openOptionsPage();
  },
};

export default defineBackground(() => {
  browser.runtime.onMessageExternal.addListener((said: unknown, sender) =>
    // Scripts in web pages have their extension's id, too; of Claimlight's only its own pages and background speak to us.
    serveClaimlight(serving, said, /^https?:/.test(sender.url ?? '') ? undefined : sender.id),
  );
});
