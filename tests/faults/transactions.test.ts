import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PageParts } from '../e2e/driver/pageParts.ts';
import { BACKENDS, start } from './backends.ts';
import { chooseBackup } from './chooseBackup.ts';
import { readStored } from './reader.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 30);
/** Annotations in each file; a transaction takes 1,000 records. */
const COUNT = 2_500;

/** How long an import takes, ms. */
const importWhole = async (page: PageParts) => {
  const begun = performance.now();
  page.click('import-yes');
  while (!page.says('brought back')) await new Promise((resolve) => setTimeout(resolve, 10));
  return performance.now() - begun;
};

describe.each(BACKENDS)('in $name', (backend) => {
  const profile = mkdtempSync(join(tmpdir(), 'claimlight-transaction-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }));

  it('a kill inside a transaction leaves whole actions only, and the import can be finished', async ({
    task,
  }) => {
    let inside = 0;
    let duration = 0;
    let before = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const browser = await start(backend, profile);
      const { notes, faults } = round === 0 ? { notes: [], faults: [] } : await readStored(browser);
      expect(faults, `round ${round}`).toEqual([]);
      const added = notes.length - before;
      before = notes.length;
      if (round > 1 && added < COUNT) inside += 1;
      await browser.open(`${browser.root}/options.html`);
      await browser.waitUntil((page) => page.find('input[type=file]'));
      await browser.evaluate(chooseBackup, COUNT, `r${round}`);
      await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
      if (round === 0) {
        duration = await browser.evaluate(importWhole);
        await browser.close();
        continue;
      }
      await browser.evaluate((page) => page.click('import-yes'));
      // At first the page only begins; the rest of the time is met in all its parts.
      const moment = performance.now() + duration * (0.3 + (0.7 * (round - 0.5)) / ROUNDS);
      while (performance.now() < moment) await new Promise((resolve) => setTimeout(resolve, 1));
      await browser.kill();
    }
    const browser = await start(backend, profile);
    const { faults } = await readStored(browser);
    expect(faults).toEqual([]);
    // The last file once more: what is there already is recognised, the rest is brought.
    await browser.open(`${browser.root}/options.html`);
    await browser.waitUntil((page) => page.find('input[type=file]'));
    await browser.evaluate(chooseBackup, COUNT, `r${ROUNDS}`);
    await browser.waitUntilWithin(60_000, (page) => page.has('import-yes'));
    await browser.evaluate((page) => page.click('import-yes'));
    await browser.waitUntilWithin(60_000, () => /brought back|here already/.test(document.body.innerText));
    const { notes, faults: left } = await readStored(browser);
    expect(left).toEqual([]);
    expect(notes.length).toBeGreaterThanOrEqual(COUNT * 2);
    await browser.close();
    task.meta.figure = `${ROUNDS} kills, ${inside} within the writing, no partial record`;
    expect(inside).toBeGreaterThan(0);
  });
});
