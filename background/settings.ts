import { browser } from 'wxt/browser';
import { offRule } from '#identity/siteRules.ts';
import { allTabStates } from '#messaging/tabState.ts';
import { logFault } from '#model/logFault.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';
import { runDetector } from './inject.ts';
import { nameMenus } from './menus.ts';
import { forgetTab, tellAnnotator } from './tabs.ts';
import { showOff, showState } from './toolbarButton.ts';

/** Leaves a tab where Claimlight is switched off: nothing in the page, nothing on the button. */
export async function leaveTab(tabId: number): Promise<void> {
  await Promise.all([forgetTab(tabId), showOff(tabId), tellAnnotator(tabId, 'leave', null)]);
}

/** Every open page follows the rules at once, without a reload. */
async function applyRules(): Promise<void> {
  const [states, settings] = await Promise.all([allTabStates(), readSettings()]);
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.all(
    tabs.map(async (tab) => {
      if (tab.id === undefined) return;
      if (offRule(tab, settings)) await leaveTab(tab.id);
      // Known tabs were on before and stay on.
      else if (!states.has(tab.id))
        await runDetector(tab.id).catch((error) => console.info('Claimlight: page not looked at', error));
    }),
  );
}

/** Annotators read how to look and whether to offer the toolbar with the page's record. */
async function refreshAnnotators(): Promise<void> {
  const states = await allTabStates();
  await Promise.all([...states.keys()].map((id) => tellAnnotator(id, 'refresh', { annotationIds: [] })));
}

/** The button, the menus and open pages speak the language that was chosen. */
async function speakAnew(): Promise<void> {
  const states = [...(await allTabStates())];
  await Promise.all([...states.map(([id, state]) => showState(id, state)), nameMenus(), refreshAnnotators()]);
}

/** Settings that the views in pages follow. */
const IN_PAGES = ['toolbar', 'theme', 'textSize', 'colors', 'defaultColor'] as const;

/** Makes a changed setting felt in every open tab. */
export function registerSettings(): void {
  onSettingsChange((changed) => {
    if (changed.includes('sitesOff') || changed.includes('privateWindows')) applyRules().catch(logFault);
    if (changed.includes('language')) speakAnew().catch(logFault);
    else if (IN_PAGES.some((name) => changed.includes(name))) refreshAnnotators().catch(logFault);
  });
}
