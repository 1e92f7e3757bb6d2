import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseBackup } from '../faults/chooseBackup.ts';
import type { Driver } from './driver/Driver.ts';
import type { PageParts } from './driver/pageParts.ts';
import { until } from './driver/until.ts';
import { launch, OUTPUT } from './launch.ts';

const COUNT = 1_500;
/** What each adds to the packed file, bytes. */
const SALT = 1_300;
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

/** Whether a whole file of so many annotations was noted, without trouble. */
const isNoted = async (page: PageParts, count: number) => {
  const all = await page.extension().storage.local.get<Record<string, { count?: number } | undefined>>(null);
  return all.libraryBackupFile?.count === count && all['backupFiles:trouble'] === undefined;
};

// Chromium only: Firefox writes files of any size in the background.
it('a dated file too large for Chromium’s worker is written by an open page', async () => {
  await browser.open(`${browser.root}/options.html`);
  await browser.waitUntil((page) => page.find('input[type=file]'));
  await browser.evaluate((page) => page.extension().storage.local.set({ 'setting:backupFiles': true }));
  await browser.evaluate(chooseBackup, COUNT, 'daily', SALT);
  await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
  await browser.evaluate((page) => page.click('import-yes'));
  await until('the note of a whole file', () => browser.evaluate(isNoted, COUNT), 90_000);
  const [packed = Buffer.alloc(0)] = written();
  const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ counts: { annotations: COUNT } });
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true });
  await browser.waitUntil((page) => !page.says('too large'));
});
