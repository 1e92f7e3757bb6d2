import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import { closeView } from '../e2e/closeView.ts';
import type { Driver } from '../e2e/driver/Driver.ts';
import type { PageParts } from '../e2e/driver/pageParts.ts';
import { catchFile, savedFile } from '../e2e/pageActs.ts';
import { BACKENDS, databaseFolder, start } from './backends.ts';
import { damagesOf } from './damages.ts';
import { readStored, writeNote } from './reader.ts';

const NOTES = ['the first', 'the second', 'the third'];

/** What the reader is shown in the popup. */
const verdict = (page: PageParts) => {
  if (page.says('damaged or gone')) return 'lost';
  if (page.says('be opened just now')) return 'unavailable';
  return page.has('article-item') ? 'notes' : page.says('starts with one highlight') ? 'empty' : '';
};

async function verdictOf(browser: Driver): Promise<string> {
  const popup = await browser.popup();
  await popup.waitUntilWithin(20_000, verdict);
  const found = await popup.evaluate(verdict);
  await closeView(popup);
  return found;
}

const areAll = (notes: string[]) => JSON.stringify(notes) === JSON.stringify(NOTES);

/** The ways back on the recovery page. */
async function recovered(browser: Driver): Promise<string> {
  await browser.newTab(`${browser.root}/recovery.html`);
  try {
    await browser.waitUntilWithin(
      30_000,
      (page) => page.byTestId('recovery').getAttribute('aria-busy') === 'false',
    );
    if (!(await browser.evaluate((page) => page.has('restore-snapshot')))) return 'recovery without a copy';
    await browser.evaluate((page) => page.click('restore-snapshot'));
    await browser.waitUntilWithin(30_000, (page) => page.says('Your library is back.') || page.has('stuck'));
    if (!(await browser.evaluate((page) => page.has('stuck')))) {
      const { notes } = await readStored(browser);
      return areAll(notes) ? 'recovery; its copy brings all back' : 'recovery; its copy lacks notes';
    }
    await browser.evaluate(catchFile);
    await browser.evaluate((page) => page.click('save-snapshot'));
    await browser.waitUntil(savedFile);
    const file = await browser.evaluate(savedFile);
    const whole = NOTES.every((note) => file.includes(`"note":"${note}"`));
    return whole ? 'recovery; its copy is saved as a file' : 'recovery; its file lacks notes';
  } finally {
    await browser.closeTab();
  }
}

/** What a reader finds: their notes, or the recovery page and what it can do. */
async function found(browser: Driver): Promise<string> {
  let verdict = await verdictOf(browser);
  if (verdict === 'notes') {
    const stored = await readStored(browser).catch((error: unknown) => {
      console.log('not readable:', String(error));
      return undefined;
    });
    if (stored && areAll(stored.notes)) return 'intact';
    if (stored) return 'fewer notes, without a word';
    // The browser met the damage only when it read the records, and now knows of it.
    verdict = await verdictOf(browser);
  }
  return verdict === 'lost' || verdict === 'unavailable' ? recovered(browser) : `shown as ${verdict}`;
}

/** So much in another database that the browser writes tables, not only a log. */
async function fill(browser: Driver): Promise<void> {
  await browser.newTab(`${browser.root}/rescue.css`);
  await browser.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('filler');
        opening.onupgradeneeded = () => opening.result.createObjectStore('s');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('s', 'readwrite', { durability: 'strict' });
          for (let n = 0; n < 120; n++)
            transaction.objectStore('s').put(crypto.getRandomValues(new Uint8Array(60_000)), n);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(true);
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
  );
  await browser.closeTab();
}

const GOOD = /^(?:intact$|recovery; its copy (?:brings all back|is saved as a file)$)/;

describe.each(BACKENDS)('in $name', (backend) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-damage-'));
  const whole = join(folder, 'whole');
  beforeAll(async () => {
    demo = await serveDemo();
    for (const [index, note] of NOTES.entries()) {
      // A start for each note, so that the files are those of a library in use.
      const browser = await start(backend, whole);
      if (index === 1 && backend.name === 'Chromium with LevelDB') await fill(browser);
      await writeNote(browser, demo.url, index, note);
      await browser.press(['Escape']);
      if (index === NOTES.length - 1) {
        await browser.newTab(`${browser.root}/options.html`);
        await browser.waitUntil((page) => page.has('backup-age'));
        // A copy of all three beside the library.
        await browser.evaluate((page) => page.press('Back up now'));
        await browser.waitUntilWithin(20_000, (page) => page.says('found whole'));
        await browser.closeTab();
      }
      // At the last one the browser has no time to tidy up its files.
      await (index === NOTES.length - 1 ? browser.kill() : browser.close());
    }
  });
  afterAll(async () => {
    await demo?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it.for(damagesOf(backend))(
    '$name: the notes or the recovery page, never an empty library',
    async ({ name, apply }, { task }) => {
      const profile = join(folder, name.replaceAll(/\W+/g, '-'));
      cpSync(whole, profile, { recursive: true, verbatimSymlinks: true });
      const met = apply(databaseFolder(backend, profile));
      const browser = await start(backend, profile);
      try {
        expect(met, 'files met').toBeGreaterThan(0);
        task.meta.figure = await found(browser);
        expect(task.meta.figure).toMatch(GOOD);
      } finally {
        await browser.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  );
});
