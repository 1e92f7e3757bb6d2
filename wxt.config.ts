import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { preactWithoutMarkup } from './components/preactWithoutMarkup.ts';
import { wordsPlugin } from './locales/wordsPlugin.ts';
import { chordInWords } from './model/pageActions.ts';
import { CLAIMLIGHT_IN_FIREFOX } from './sync/companionIds.ts';

/** Everything an extension page may load or reach: its own scripts and styles, nothing else. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Starts the detector without WXT's wrapper for unlisted scripts: it runs on every page, and the wrapper only reports
 * faults that the detector does not throw.
 */
const bareDetector: Plugin = {
  name: 'bare-detector',
  transform(code, id) {
    const wrapped =
      /wxt-unlisted-script-entrypoint/.test(id) && /import definition from (".*detector.*?")/.exec(code);
    return wrapped ? `import definition from ${wrapped[1]}; definition.main();` : undefined;
  },
};

/**
 * Liquid has a reader of included templates that makes requests. Ours include nothing (`templateEngine.ts`), and no script
 * of an extension that asks the network for nothing shall hold one.
 */
const liquidWithoutRequests: Plugin = {
  name: 'liquid-without-requests',
  transform: (code, id) =>
    /[\\/]liquidjs[\\/]/.test(id) ? code.replaceAll('new XMLHttpRequest()', 'undefined') : undefined,
};

/**
 * Keeps the text of the Public Suffix List in one place: as a constant string, the bundler puts it into each of the three
 * lines that read it, 68 kB each time.
 */
const suffixesOnce: Plugin = {
  name: 'suffixes-once',
  transform: (code, id) =>
    /[\\/]tldts[\\/].*[\\/]trie\.js$/.test(id)
      ? code.replace(/(export const labelText = )(".*");/, '$1JSON.parse(`$2`);')
      : undefined,
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  outDir: '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webNavigation',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_permissions: ['downloads'],
    host_permissions: ['http://*/*', 'https://*/*'],
    content_scripts: [
      { matches: ['http://*/*', 'https://*/*'], js: ['detector.js'], run_at: 'document_idle' },
    ],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'highlight-selection': {
        suggested_key: { default: chordInWords('note') },
        description: '__MSG_commandHighlight__',
      },
      'use-as-source': {
        suggested_key: { default: chordInWords('use') },
        description: '__MSG_commandUseAsSource__',
      },
      'open-library': {
        // Chromium takes four suggested keys at most; there the reader sets this one and the next.
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+L' } }),
        description: '__MSG_commandLibrary__',
      },
      'read-sentences': {
        ...(browser === 'firefox' && { suggested_key: { default: chordInWords('read') } }),
        description: '__MSG_commandSentences__',
      },
      'toggle-sidebar': {
        suggested_key: { default: 'Alt+Shift+Y' },
        description: '__MSG_commandSidebar__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: CLAIMLIGHT_IN_FIREFOX,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
  vite: () => ({
    plugins: [bareDetector, liquidWithoutRequests, preactWithoutMarkup, suffixesOnce, wordsPlugin],
    // The modules of a page are asked for together; the browsers it runs in need no stand-in for that.
    build: { modulePreload: { polyfill: false }, reportCompressedSize: false },
  }),
});
