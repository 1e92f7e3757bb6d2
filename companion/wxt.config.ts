import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import { preactWithoutMarkup } from '#components/preactWithoutMarkup.ts';
import { readWords } from '#locales/readWords.ts';
import { wordsPlugin } from '#locales/wordsPlugin.ts';
import { LANGUAGES } from '#model/languages.ts';
import { COMPANION_IN_FIREFOX, COMPANION_KEY } from '#sync/companionIds.ts';

/** As Claimlight's, but that it may ask servers; which ones, the browser decides by what the reader allowed. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http:',
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const ROOT = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};

/** The companion: a second extension that carries encrypted files between Claimlight and a WebDAV server. */
export default defineConfig({
  root: import.meta.dirname,
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: join(import.meta.dirname, 'icon.svg'), developmentIndicator: false },
  outDir: '../.output',
  outDirTemplate: 'companion-{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    version,
    default_locale: 'en',
    permissions: ['storage'],
    // None at first; the reader is asked for the one server that is named.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: COMPANION_IN_FIREFOX,
              strict_min_version: '142.0',
              // What goes to the reader's own server is encrypted by Claimlight; name and password go there, too.
              data_collection_permissions: {
                required: ['authenticationInfo', 'browsingActivity', 'websiteContent'],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '123',
          key: COMPANION_KEY,
          // Extensions may ask, web pages not; which extension is answered, the reader says.
          externally_connectable: { ids: ['*'] },
        }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      for (const language of LANGUAGES) {
        const words = readWords(language);
        const message = (key: string) => ({ message: words[`companion.${key}`] });
        files.push({
          contents: JSON.stringify({ name: message('name'), description: message('description') }),
          relativeDest: `_locales/${language}/messages.json`,
        });
      }
    },
  },
  vite: () => ({
    plugins: [preactWithoutMarkup, wordsPlugin],
    build: { modulePreload: false, reportCompressedSize: false },
  }),
});
