import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const MANIFEST = {
  manifest_version: 3,
  name: 'Peer',
  version: '1',
  permissions: ['storage'],
  background: { service_worker: 'background.js' },
  content_scripts: [{ matches: ['http://*/*'], js: ['content.js'], run_at: 'document_idle' }],
};
const BACKGROUND =
  "chrome.runtime.onInstalled.addListener(async () => chrome.storage.local.set(await (await fetch('marks.json')).json()));";

/**
 * Builds an extension from the open libraries that peers are made of: no whole peer can be built from what is
 * installed here, so this is the least that one would do.
 * @param {Record<string, object[]>} marks by the path of the page
 * @returns its folder, and what removes it
 */
export async function peerExtension(marks) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-peer-'));
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'peerScript.ts'), name: 'peer', formats: ['iife'] },
    },
  });
  writeFileSync(join(folder, 'content.js'), [output].flat()[0].output[0].code);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  writeFileSync(join(folder, 'marks.json'), JSON.stringify(marks));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
