import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import { BACKENDS, databaseFolder, start } from './backends.ts';
import { readStored, writeNote } from './reader.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 50);

describe.each(BACKENDS)('in $name', (backend) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  const profile = mkdtempSync(join(tmpdir(), 'claimlight-kill-'));
  beforeAll(async () => {
    demo = await serveDemo();
  });
  afterAll(async () => {
    await demo?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  });

  it('every note that was called saved is there after kill -9', async ({ task }) => {
    const expected: string[] = [];
    let kept = 0;
    for (let round = 1; round <= ROUNDS + 1; round++) {
      const browser = await start(backend, profile);
      const { notes, faults } = round === 1 ? { notes: [], faults: [] } : await readStored(browser);
      expect(faults, `round ${round}`).toEqual([]);
      if (round > 1 && notes.includes(expected.at(-1) ?? '')) kept += 1;
      if (round <= ROUNDS) {
        const note = `round ${round} is kept`;
        await writeNote(browser, demo.url, round, note);
        expected.push(note);
      } else expect(notes).toEqual([...expected].sort());
      await browser.kill();
    }
    databaseFolder(backend, profile);
    task.meta.figure = `${kept} of ${ROUNDS} kept`;
    expect(kept).toBe(ROUNDS);
  });
});
