import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../e2e/driver/until.ts';
import { BACKENDS, start } from './backends.ts';
import { chooseBackup } from './chooseBackup.ts';
import { readStored } from './reader.ts';

const COUNT = 10_000;

/** Lengthens a file until the disk takes no more. */
function fillUp(file: string): void {
  const open = openSync(file, 'a');
  for (const block of [Buffer.alloc(1024 ** 2, 1), Buffer.alloc(512, 1)])
    for (;;)
      try {
        writeSync(open, block);
      } catch (error) {
        if (!String(error).includes('ENOSPC')) throw error;
        break;
      }
  closeSync(open);
}

describe.each(BACKENDS)('in $name', (backend) => {
  const disk = mkdtempSync(join(tmpdir(), 'claimlight-disk-'));
  let mounted = false;
  beforeAll(() => {
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'none', disk]).status === 0;
  });
  afterAll(() => {
    if (mounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('an import that meets a full disk says so, leaves whole actions, and goes on when there is room', async ({
    task,
    skip,
  }) => {
    if (!mounted) {
      task.meta.figure = 'not run: a small disk can only be made as root';
      skip(task.meta.figure);
      return;
    }
    const browser = await start(backend, join(disk, 'profile'));
    try {
      await browser.open(`${browser.root}/options.html`);
      await browser.waitUntil((page) => page.find('input[type=file]'));
      await browser.evaluate(chooseBackup, COUNT, 'disk');
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(
        60_000,
        (page) => page.get<HTMLProgressElement>('[data-testid=import] progress').value >= 1000,
      );
      // Again and again: the browser makes room by tidying up its own files.
      await until(
        'the import to end',
        async () => {
          fillUp(join(disk, 'ballast'));
          return browser.evaluate((page) => page.says('is full') || page.says('brought back'));
        },
        120_000,
      );
      expect(await browser.evaluate((page) => page.says('is full'))).toBe(true);
      rmSync(join(disk, 'ballast'));
      const { notes, faults } = await readStored(browser);
      expect(faults).toEqual([]);
      expect(notes.length).toBeLessThan(COUNT);
      await browser.evaluate(chooseBackup, COUNT, 'disk');
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      await browser.evaluate((page) => page.click('import-yes'));
      await browser.waitUntilWithin(120_000, (page) => page.says('brought back'));
      const after = await readStored(browser);
      expect(after.faults).toEqual([]);
      expect(after.notes.length).toBe(COUNT);
      task.meta.figure = `full after ${notes.length} notes, finished with ${COUNT}`;
    } finally {
      await browser.close();
    }
  });
});
