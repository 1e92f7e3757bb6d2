import { defineBackground } from 'wxt/utils/define-background';
import { registerAnnouncements } from '#background/announce.ts';
import { registerClaimInHand } from '#background/claimInHand.ts';
import { closeStorage } from '#background/closeStorage.ts';
import { registerCommands } from '#background/commands.ts';
import { createHandlers } from '#background/handlers.ts';
import { registerMenus } from '#background/menus.ts';
import { registerNavigation } from '#background/navigation.ts';
import { registerSettings } from '#background/settings.ts';
import { registerSiteAccess } from '#background/siteAccess.ts';
import { registerWelcome } from '#background/welcome.ts';
import { serveCalls } from '#messaging/serveCalls.ts';

/** Wires the background. Every listener is registered synchronously: the worker may die and wake at any time. */
export default defineBackground(() => {
  closeStorage();
  serveCalls(createHandlers());
  registerAnnouncements();
  registerNavigation();
  registerMenus();
  registerCommands();
  registerClaimInHand();
  registerSettings();
  registerSiteAccess();
  registerWelcome();
});
