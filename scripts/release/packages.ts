/** What is shipped: a package for each browser and extension, by the folder it is built in. */
export const PACKAGES = {
  'chrome-mv3': 'claimlight-{version}-chrome.zip',
  'firefox-mv3': 'claimlight-{version}-firefox.zip',
  'companion-chrome-mv3': 'claimlight-companion-{version}-chrome.zip',
  'companion-firefox-mv3': 'claimlight-companion-{version}-firefox.zip',
} as const;

export type PackageName = keyof typeof PACKAGES;
/** Files of a package, by path. */
export type Files = Record<string, Uint8Array>;
/** Keys of a manifest that ask a reader for something. */
export type Asked = Record<
  'permissions' | 'optional_permissions' | 'host_permissions' | 'optional_host_permissions',
  string[]
>;

const CLAIMLIGHT = {
  permissions: [
    'activeTab',
    'alarms',
    'contextMenus',
    'scripting',
    'storage',
    'unlimitedStorage',
    'webNavigation',
  ],
  optional_permissions: ['downloads'],
  host_permissions: ['http://*/*', 'https://*/*'],
  optional_host_permissions: [],
};
const COMPANION = {
  permissions: ['storage'],
  optional_permissions: [],
  host_permissions: [],
  optional_host_permissions: ['http://*/*', 'https://*/*'],
};

/** What each package may ask of a reader. Whoever adds to it says why in the changelog: readers leave over permissions. */
export const PERMISSIONS: Record<PackageName, Asked> = {
  'chrome-mv3': { ...CLAIMLIGHT, permissions: [...CLAIMLIGHT.permissions, 'sidePanel'] },
  'firefox-mv3': CLAIMLIGHT,
  'companion-chrome-mv3': COMPANION,
  'companion-firefox-mv3': COMPANION,
};

/** Bytes after gzip, by file of the built extension. Budgets, not records: raise one only with a reason. */
export const BUDGETS: Record<string, number> = {
  // It runs on every page. Do not raise this.
  'detector.js': 8_192,
  // On articles only. 60,000 until it read frames and shadow trees and re-read just what changed; 64,000 until it
  // kept what is typed against a crash, said why something was not saved, and told what a visit saw; 66,500 until it
  // made claims, took sources for the claim in hand, and read the links beside a claim; 75,000 until it read the page as it
  // is shown, put back what a page takes away, answered every press, and showed the passages that claims cite; 86,500 until
  // it asked beside a new mark what would keep its link from being found; 87,500 until it knew what an earlier page left
  // from what is being typed.
  'annotator.js': 88_200,
  // 170,000 until it offered who seems to say a claim: word lists of four languages; 185,000 until it carried the words
  // of button, menus and page in six languages; 196,000 until it told other devices of changes: merge and encryption;
  // 217,000 until it kept a folder of Markdown files up to date: all manners of Markdown, written and read; 260,000 while
  // the Public Suffix List stood in it three times.
  'background.js': 205_000,
  // Only where the reader asks to read by sentence: body, sentences and their words in six languages.
  'sentences.js': 29_500,
};
