import { defineBackground } from 'wxt/utils/define-background';
import { serveCalls } from '@/messaging/serveCalls';
import { registerCommands } from './commands';
import { createHandlers } from './handlers';
import { registerMenus } from './menus';
import { registerNavigation } from './navigation';
import { registerSettings } from './settings';
import { registerSiteAccess } from './siteAccess';
import { registerWelcome } from './welcome';

/** Wires the background. Every listener is registered synchronously: the worker may die and wake at any time. */
export default defineBackground(() => {
  serveCalls(createHandlers());
  registerNavigation();
  registerMenus();
  registerCommands();
  registerSettings();
  registerSiteAccess();
  registerWelcome();
});
