import 'fake-indexeddb/auto';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webdavCarrier } from '#companion/webdavCarrier.ts';
import { newId } from '#sync/names.ts';
import { makeDoor } from '#sync/seal.ts';
import { annotationDraft, library as openOne } from '#tests/unit/storage/fixtures.ts';
import { DAV_PROGRAMS, freePort, installed, PASSWORD, started, stopped } from './davPrograms.ts';

const PATH = `${'l'.repeat(20)}/${'d'.repeat(12)}/1.head`;
const BYTES = new Uint8Array(3_000_000).map((_, at) => (at * 31) % 251);

describe.each(DAV_PROGRAMS)('$name', (program) => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlight-dav-'));
  let port: number;
  let child: ChildProcess;
  const carrier = (path = 'Shared/', password = PASSWORD) =>
    webdavCarrier({ address: `http://127.0.0.1:${port}/${path}`, user: 'ana', password });
  beforeAll(async () => {
    installed(program);
    port = await freePort();
    child = await started(program, folder, port);
  });
  afterAll(async () => {
    if (child?.exitCode === null) await stopped(child);
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes once, reads, lists and removes', async () => {
    writeFileSync(join(folder, 'files', 'Shared', 'ein Bild & <mehr>.jpg'), 'x');
    expect(await carrier().list()).toEqual([]);
    await carrier().writeOnce(PATH, BYTES);
    expect(await carrier().list()).toEqual([PATH]);
    expect(Buffer.compare(await carrier().read(PATH), BYTES)).toBe(0);
    await expect(carrier().writeOnce(PATH, new Uint8Array(4))).rejects.toMatchObject({ kind: 'exists' });
    expect((await carrier().read(PATH)).length).toBe(BYTES.length);
    await carrier().remove(PATH);
    await carrier().remove(PATH);
    expect(await carrier().list()).toEqual([]);
    await expect(carrier().read(PATH)).rejects.toMatchObject({ kind: 'missing' });
    expect(readdirSync(join(folder, 'files', 'Shared')).sort()).toEqual([
      'claimlight',
      'ein Bild & <mehr>.jpg',
    ]);
  });

  it('says what is wrong', async () => {
    await expect(carrier('Shared/', 'a guess').list()).rejects.toMatchObject({ kind: 'signIn' });
    await expect(carrier('Elsewhere/').list()).rejects.toMatchObject({ kind: 'noFolder' });
    await expect(carrier('Elsewhere/').writeOnce(PATH, BYTES)).rejects.toMatchObject({ kind: 'noFolder' });
  });

  it('brings two libraries together, and goes on after it was away', async () => {
    rmSync(join(folder, 'files', 'Shared', 'claimlight'), { recursive: true, force: true });
    const door = await makeDoor(newId(20), 'eleven calm herons over the quay');
    const libraries = [];
    for (const name of ['a', 'b']) {
      const { library } = await openOne({ prefix: name, name: `${name}-${port}` });
      for (let note = 0; note < 40; note++)
        await library.annotations.create(annotationDraft({ note: `${name}${note}` }));
      await library.sync.begin({ name, carrier: 'webdav', ...door });
      libraries.push(library);
    }
    for (const one of [...libraries, ...libraries]) await one.sync.exchange(carrier(), { evenIfEmpty: true });
    await stopped(child);
    for (const one of libraries) {
      await one.annotations.create(annotationDraft({ note: 'meanwhile' }));
      await expect(one.sync.exchange(carrier())).rejects.toMatchObject({ kind: 'unreachable' });
    }
    child = await started(program, folder, port);
    for (const one of [...libraries, ...libraries]) await one.sync.exchange(carrier());
    for (const one of libraries) expect(await one.annotations.count()).toBe(82);
  });
});
