import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseBackup } from '../faults/chooseBackup.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/Driver.ts';
import { launch, OUTPUT } from './launch.ts';

const COUNT = 12_000;
/** Bytes. */
const LARGEST_OF_WORKER = 1_500_000;
const folder = mkdtempSync(join(tmpdir(), 'claimlight-daily-'));
const extensionDir = join(folder, 'extension');
const downloadDir = join(folder, 'downloads');

/** Files in the downloads folder. The driver's own download folder gives them other names than the reader's. */
const written = () =>
  existsSync(downloadDir)
    ? readdirSync(downloadDir)
        .map((name) => readFileSync(join(downloadDir, name)))
        .filter((bytes) => bytes.length > LARGEST_OF_WORKER)
    : [];

let browser: Driver;
beforeAll(async () => {
  // Nobody is there to answer the browser's own question, so the permission is one of the installation's here.
  cpSync(join(OUTPUT, 'chrome-mv3'), extensionDir, { recursive: true });
  const file = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
  writeFileSync(file, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, 'downloads'] }));
  browser = await launch('chromium', { extensionDir, downloadDir });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

// Chromium only: Firefox writes files of any size in the background.
it('a dated file too large for Chromium’s worker is written by an open page', async () => {
  await browser.open(`${browser.root}/options.html`);
  await browser.waitUntil(`document.querySelector('input[type=file]')`);
  await browser.evaluate(`chrome.storage.local.set({ 'setting:backupFiles': true }).then(() => true)`);
  await browser.evaluate(chooseBackup(COUNT, 'daily', 150));
  await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 60_000);
  await browser.evaluate(`(document.querySelector('[data-testid=import-yes]').click(), true)`);
  const noted = `chrome.storage.local.get().then((all) => all.libraryBackupFile?.count === ${COUNT} && all['backupFiles:trouble'] === undefined)`;
  await until('the note of a whole file', () => browser.evaluate<boolean>(noted), 90_000);
  const [packed = Buffer.alloc(0)] = written();
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ counts: { annotations: COUNT } });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true });
  await browser.waitUntil(`!document.body.innerText.includes('too large')`);
});
