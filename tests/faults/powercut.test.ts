import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import type { PageParts } from '../e2e/driver/pageParts.ts';
import { BACKENDS, databaseFolder, start } from './backends.ts';
import { readStored, writeNote } from './reader.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 20);
/** Rounds that show that the cut bites. */
const CONTROLS = 5;
const COMPILERS = ['cc', 'gcc', 'clang'];

/** Compiles the shim; undefined where this machine has no C compiler. */
function compiled(folder: string): string | undefined {
  const shim = join(folder, 'powercut.so');
  const source = join(import.meta.dirname, 'powercut.c');
  for (const compiler of COMPILERS) {
    const { status, error, stderr } = spawnSync(
      compiler,
      ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', shim, source, '-ldl'],
      { encoding: 'utf8' },
    );
    if (status === 0) return shim;
    if (!error) throw new Error(`${compiler}: ${stderr}`);
  }
  return undefined;
}

/** Writes a record in a database of its own and asks the disk for as much as `durability` says; ends when the browser calls it complete. */
const writeAs = (_page: PageParts, durability: 'strict' | 'relaxed', key: string) =>
  new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('control');
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => opening.result.createObjectStore('notes');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('notes', 'readwrite', { durability });
      transaction.objectStore('notes').put('kept?', key);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    };
  });
const controlKeys = async (page: PageParts) => {
  const opening = indexedDB.open('control');
  opening.onupgradeneeded = () => opening.result.createObjectStore('notes');
  const database = await page.done(opening);
  return page.done(database.transaction('notes').objectStore('notes').getAllKeys());
};

describe.each(BACKENDS)('in $name', (backend) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-cut-'));
  const profile = join(folder, 'profile');
  const kept = join(folder, 'kept');
  beforeAll(async () => {
    demo = await serveDemo();
  });
  afterAll(async () => {
    await demo?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  it('every note that was called saved is there after a power cut', async ({ task, skip }) => {
    const shim = compiled(folder);
    if (!shim) {
      task.meta.figure = 'not run: this machine has no C compiler';
      skip(task.meta.figure);
      return;
    }
    // The profile a browser makes at its first start is on the disk before the cuts begin.
    await (await start(backend, profile)).close();
    const expected: string[] = [];
    let survived = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      rmSync(kept, { recursive: true, force: true });
      cpSync(profile, kept, { recursive: true, verbatimSymlinks: true });
      const env = { LD_PRELOAD: shim, CUT_REAL: profile, CUT_KEPT: kept };
      const browser = await start(backend, profile, { env });
      const note = `round ${round} outlives the cut`;
      await writeNote(browser, demo.url, round, note);
      await browser.kill();
      expected.push(note);
      // What the disk had been asked to keep is all there is.
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      cpSync(kept, profile, { recursive: true, verbatimSymlinks: true });
      const after = await start(backend, profile);
      const { notes, faults } = await readStored(after);
      expect(faults, `round ${round}`).toEqual([]);
      if (notes.includes(note)) survived += 1;
      expect(notes).toEqual([...expected].sort());
      await after.close();
    }
    databaseFolder(backend, profile);
    task.meta.figure = `${survived} of ${ROUNDS} survived`;
    expect(survived).toBe(ROUNDS);
  });

  it('the same cut takes a write that asked for relaxed durability, and spares a strict one', async ({
    task,
    skip,
  }) => {
    const shim = compiled(folder);
    if (!shim) {
      task.meta.figure = 'not run: this machine has no C compiler';
      skip(task.meta.figure);
      return;
    }
    const own = join(folder, 'control');
    await (await start(backend, own)).close();
    let lost = 0;
    for (let round = 1; round <= CONTROLS; round++) {
      rmSync(kept, { recursive: true, force: true });
      cpSync(own, kept, { recursive: true, verbatimSymlinks: true });
      const env = { LD_PRELOAD: shim, CUT_REAL: own, CUT_KEPT: kept };
      const browser = await start(backend, own, { env });
      await browser.open(`${browser.root}/rescue.css`);
      await browser.evaluate(writeAs, 'strict', `strict ${round}`);
      await browser.evaluate(writeAs, 'relaxed', `relaxed ${round}`);
      await browser.kill();
      rmSync(own, { recursive: true, force: true, maxRetries: 3 });
      cpSync(kept, own, { recursive: true, verbatimSymlinks: true });
      const after = await start(backend, own);
      await after.open(`${after.root}/rescue.css`);
      const keys = await after.evaluate(controlKeys);
      await after.close();
      expect(keys).toContain(`strict ${round}`);
      if (!keys.includes(`relaxed ${round}`)) lost += 1;
    }
    task.meta.figure = `relaxed: ${lost} of ${CONTROLS} lost`;
    expect(lost).toBe(CONTROLS);
  });
});
