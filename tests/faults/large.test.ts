import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BACKENDS, start } from './backends.ts';
import { chooseBackup } from './chooseBackup.ts';
import { readStored } from './reader.ts';

const SAYS = (words: string) => `document.body.innerText.includes(${JSON.stringify(words)})`;
const PRESS = (words: string) =>
  `([...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(words)})).click(), true)`;
const YES = `(document.querySelector('[data-testid=import-yes]').click(), true)`;

/** Keeps a file that the page saves, and tells its size and digest. */
const CATCH_FILE = `(() => {
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.savedFile = blob; return make.call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () {};
  return true;
})()`;
const DIGEST = `(async () => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await window.savedFile.arrayBuffer()));
  return window.savedFile.size + ' ' + [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
})()`;
const TEXT = 'window.savedFile.text()';
const CHOOSE = (text: string) => `(() => {
  const input = document.querySelector('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([${JSON.stringify(text)}], 'claimlight.jsonl'));
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
})()`;
const WIPE = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('claimlight');
  request.onsuccess = () => resolve(true);
  request.onerror = () => reject(request.error);
})`;

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
      const file = `document.querySelector('input[type=file]')`;
      await browser.open(options);
      await browser.waitUntil(file);
      await browser.evaluate(chooseBackup(10_000, 'whole'));
      await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 60_000);
      await browser.evaluate(YES);
      await browser.waitUntil(SAYS('brought back'), 120_000);
      const backUp = async () => {
        await browser.evaluate(CATCH_FILE);
        await browser.evaluate(PRESS('Back up now'));
        await browser.waitUntil(SAYS('found whole'), 120_000);
        return browser.evaluate<string>(DIGEST);
      };
      const before = await backUp();
      const text = await browser.evaluate<string>(TEXT);
      await browser.evaluate(WIPE);
      await browser.open(`${browser.root}/recovery.html`);
      await browser.waitUntil(SAYS('Highlights expected: 10,000. Found: 0.'), 30_000);
      await browser.evaluate(CHOOSE(text));
      await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 60_000);
      await browser.evaluate(YES);
      await browser.waitUntil(SAYS('Your library is back.'), 120_000);
      await browser.open(options);
      await browser.waitUntil(file);
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
      await browser.waitUntil(`document.querySelector('input[type=file]')`);
      await browser.evaluate(chooseBackup(100_000, 'many'));
      await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 300_000);
      await browser.evaluate(YES);
      await browser.waitUntil(
        `document.querySelector('[data-testid=import] progress')?.value > 5000`,
        300_000,
      );
      await browser.evaluate(`(document.querySelector('[data-testid=import-cancel]').click(), true)`);
      await browser.waitUntil(SAYS('Stopped.'), 60_000);
      const stopped = await readStored(browser);
      expect(stopped.faults).toEqual([]);
      expect(stopped.notes.length).toBeGreaterThan(0);
      expect(stopped.notes.length).toBeLessThan(100_000);
      await browser.waitUntil(`document.querySelector('[data-testid=history] [data-testid=undo]')`, 60_000);
      await browser.evaluate(
        `(document.querySelector('[data-testid=history] [data-testid=undo]').click(), true)`,
      );
      await browser.waitUntil(`document.querySelector('[data-testid=history] [data-testid=redo]')`, 120_000);
      await browser.evaluate(
        `(document.querySelector('[data-testid=history] [data-testid=redo]').click(), true)`,
      );
      await browser.waitUntil(`document.querySelector('[data-testid=history] [data-testid=undo]')`, 120_000);
      await browser.evaluate(chooseBackup(100_000, 'many'));
      await browser.waitUntil(`document.querySelector('[data-testid=import-yes]')`, 300_000);
      const begun = performance.now();
      await browser.evaluate(YES);
      await browser.waitUntil(SAYS('brought back'), 600_000);
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
