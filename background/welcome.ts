import { browser } from 'wxt/browser';
import { logFault } from '#model/logFault.ts';
import { removePassed } from '#storage/passingFile.ts';
import { backupSoon } from './backups.ts';
import { library } from './library.ts';

/** Greets a new reader once, behind the page they look at; looks for a due backup, and clears what exports left, when the browser starts. */
export function registerWelcome(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs.create({ url: browser.runtime.getURL('/welcome.html'), active: false }).catch(logFault);
  });
  browser.runtime.onStartup.addListener(() => {
    backupSoon(library);
    removePassed().catch(logFault);
  });
}
