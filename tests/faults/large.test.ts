import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageParts } from '../e2e/driver/pageParts.ts';
import { BACKENDS, start } from './backends.ts';
import { chooseBackup } from './chooseBackup.ts';
import { readStored } from './reader.ts';

/** Keeps a file that the page saves. */
const catchBlob = (page: PageParts) => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    page.setGlobal('savedBlob', blob);
    return make.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
};
/** Its size and digest. */
const digest = async (page: PageParts) => {
  const blob = page.global<Blob>('savedBlob');
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return `${blob.size} ${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

describe.each(BACKENDS)('in $name', (backend) => {
  const profiles: string[] = [];
  const fresh = () => {
    const profile = mkdtempSync(join(tmpdir(), 'claimlight-large-'));
    profiles.push(profile);
    return start(backend, profile);
  };
  afterAll(() => {
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  it('ten thousand notes come back to the byte after backup, wipe and restore', async ({ task }) => {
    const browser = await fresh();
    try {
      const options = `${browser.root}/options.html`;
      await browser.open(options);
      await browser.waitUntil((page) => page.find('input[type=file]') !== null);
      await browser.evaluate(chooseBackup, 10_000, 'whole');
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(120_000, (page) => page.says('brought back'));
      const backUp = async () => {
        await browser.evaluate(catchBlob);
        await browser.evaluate((page) => page.press('Back up now'));
        await browser.waitUntilWithin(120_000, (page) => page.says('found whole'));
        return browser.evaluate(digest);
      };
      const before = await backUp();
      const text = await browser.evaluate((page) => page.global<Blob>('savedBlob').text());
      await browser.evaluate((page) => page.done(indexedDB.deleteDatabase('claimlight')));
      await browser.open(`${browser.root}/recovery.html`);
      await browser.waitUntilWithin(30_000, (page) => page.says('Highlights expected: 10,000. Found: 0.'));
      await browser.evaluate((page, own) => page.chooseFile([own], 'claimlight.jsonl'), text);
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(120_000, (page) => page.says('Your library is back.'));
      await browser.open(options);
      await browser.waitUntil((page) => page.find('input[type=file]') !== null);
      expect(await backUp()).toBe(before);
      task.meta.figure = `${before.split(' ')[0]} bytes, the same`;
    } finally {
      await browser.close();
    }
  });

  it('a hundred thousand notes come in with progress, can be stopped, undone and finished', async ({
    task,
  }) => {
    const browser = await fresh();
    try {
      await browser.open(`${browser.root}/options.html`);
      await browser.waitUntil((page) => page.find('input[type=file]'));
      await browser.evaluate(chooseBackup, 100_000, 'many');
      await browser.waitUntilWithin(300_000, (page) => page.has('import-yes'));
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(
        300_000,
        (page) => page.get<HTMLProgressElement>('[data-testid=import] progress').value > 5000,
      );
      await browser.evaluate((page) => page.click('import-cancel'));
      await browser.waitUntilWithin(60_000, (page) => page.says('Stopped.'));
      const stopped = await readStored(browser);
      expect(stopped.faults).toEqual([]);
      expect(stopped.notes.length).toBeGreaterThan(0);
      expect(stopped.notes.length).toBeLessThan(100_000);
      await browser.waitUntilWithin(60_000, (page) => page.find('[data-testid=history] [data-testid=undo]'));
      await browser.evaluate((page) => {
        page.get('[data-testid=history] [data-testid=undo]').click();
      });
      await browser.waitUntilWithin(120_000, (page) => page.find('[data-testid=history] [data-testid=redo]'));
      await browser.evaluate((page) => {
        page.get('[data-testid=history] [data-testid=redo]').click();
      });
      await browser.waitUntilWithin(120_000, (page) => page.find('[data-testid=history] [data-testid=undo]'));
      await browser.evaluate(chooseBackup, 100_000, 'many');
      await browser.waitUntilWithin(300_000, (page) => page.has('import-yes'));
      const begun = performance.now();
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(600_000, (page) => page.says('brought back'));
      const seconds = Math.round((performance.now() - begun) / 1_000);
      const { notes, faults } = await readStored(browser);
      expect(faults).toEqual([]);
      expect(notes.length).toBe(100_000);
      task.meta.figure = `stopped at ${stopped.notes.length}, undone, redone, finished in ${seconds} s`;
    } finally {
      await browser.close();
    }
  });
});
