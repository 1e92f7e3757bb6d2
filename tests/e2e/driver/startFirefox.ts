import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firefoxPath } from '#scripts/browsers.mjs';
import { CLAIMLIGHT_IN_FIREFOX, COMPANION_IN_FIREFOX } from '#sync/companionIds.ts';
import { connectBidi } from './bidi.ts';
import type { LaunchOptions } from './Driver.ts';
import { seedProfile } from './seedProfile.ts';

/** A fixed address for the extension's pages, so that a restart finds its data. */
export const UUID = '6a7b1c2d-0000-4000-8000-00000000c1a1';
export const COMPANION_UUID = '6a7b1c2d-0000-4000-8000-00000000c1a2';

const PREFS: Record<string, boolean | number | string> = {
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // What no row looks at and every start pays for.
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.newtab.preload': false,
  'browser.newtabpage.activity-stream.feeds.topsites': false,
  'browser.newtabpage.activity-stream.feeds.system.topstories': false,
  'browser.pagethumbnails.capturing_disabled': true,
  'browser.ml.enable': false,
  'browser.urlbar.quicksuggest.enabled': false,
  'places.semanticHistory.featureGate': false,
  'datareporting.healthreport.uploadEnabled': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'extensions.webextensions.uuids': JSON.stringify({
    [CLAIMLIGHT_IN_FIREFOX]: UUID,
    [COMPANION_IN_FIREFOX]: COMPANION_UUID,
  }),
};

/** A coarse pointer that can't hover, as the browser tells pages and style sheets. */
const TOUCH_PREFS = {
  'dom.w3c_touch_events.enabled': 1,
  'ui.primaryPointerCapabilities': 1,
  'ui.allPointerCapabilities': 1,
};

/**
 * Starts Firefox with a profile, which is made where there is none, and connects to it.
 * @throws where no Firefox is found, or it ends or says nothing within a minute
 */
export async function startFirefox(profile: string, options: Omit<LaunchOptions, 'extensionDir'>) {
  const binary = firefoxPath();
  if (!binary) throw new Error('No Firefox was found.');
  mkdirSync(profile, { recursive: true });
  seedProfile(profile);
  const prefs = {
    ...PREFS,
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'ui.systemUsesDarkTheme': options.colorScheme === 'dark' ? 1 : 0,
    ...(options.downloadDir
      ? {
          'browser.download.folderList': 2,
          'browser.download.dir': options.downloadDir,
          'browser.download.useDownloadDir': true,
          'browser.download.always_ask_before_handling_new_types': false,
          'browser.download.alwaysOpenPanel': false,
        }
      : {}),
    ...(options.isTouched ? TOUCH_PREFS : {}),
    ...options.prefs,
  };
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(prefs)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
      .join('\n'),
  );
  const child = spawn(
    binary,
    [
      '--profile',
      profile,
      '--no-remote',
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      ...(options.headless === false ? [] : ['--headless']),
      ...(options.args ?? []),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MOZ_HEADLESS_WIDTH: '1400', MOZ_HEADLESS_HEIGHT: '900', ...options.env },
    },
  );
  // A test runner that is stopped takes its browser with it.
  const end = () => child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const endpoint = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Firefox did not announce WebDriver BiDi.')), 60_000);
    child.stderr.on('data', (data) => {
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(String(data));
      if (!found?.[1]) return;
      clearTimeout(timer);
      resolve(found[1]);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}.`)));
  });
  return { child, bidi: await connectBidi(endpoint) };
}
