import 'fake-indexeddb/auto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { v2 } from 'webdav-server';
import { webdavCarrier } from '#companion/webdavCarrier.ts';
import { newId } from '#sync/names.ts';
import { makeDoor } from '#sync/seal.ts';
import { annotationDraft, library as openOne } from '#tests/unit/storage/fixtures.ts';

/*
 * npm's webdav-server, which others wrote, over a real folder. It answers `If-None-Match: *` and a wrong `If-Match` as
 * if nothing had been asked. Before it stands a door that cuts a connection where a test says so.
 */

const PATH = `${'l'.repeat(20)}/${'d'.repeat(12)}/1.head`;
const BYTES = new Uint8Array(400_000).map((_, at) => (at * 31) % 251);
const PASSWORD = 'schlüssel 7';

let folder: string;
let server: v2.WebDAVServer;
let door: Server;
/** Bytes of the next file that go through to the server; then it is gone. */
let ofNextFile = Number.POSITIVE_INFINITY;
let left = Number.POSITIVE_INFINITY;
const open = new Set<() => void>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimlight-npm-dav-'));
  const users = new v2.SimpleUserManager();
  const privileges = new v2.SimplePathPrivilegeManager();
  privileges.setRights(users.addUser('ana', PASSWORD, false), '/', ['all']);
  server = new v2.WebDAVServer({
    hostname: '127.0.0.1',
    port: 0,
    rootFileSystem: new v2.PhysicalFileSystem(folder),
    httpAuthentication: new v2.HTTPBasicAuthentication(users, 'shelf'),
    privilegeManager: privileges,
    requireAuthentification: true,
  });
  const inner = await server.startAsync(0);
  const { port } = inner.address() as AddressInfo;
  door = createServer((from) => {
    const to = connect(port, '127.0.0.1');
    const end = () => {
      open.delete(end);
      from.destroy();
      to.destroy();
    };
    open.add(end);
    for (const one of [from, to]) one.on('error', end).on('close', end);
    to.pipe(from);
    from.on('data', (piece) => {
      if (piece.toString('latin1', 0, 4) === 'PUT ') left = Math.min(left, ofNextFile);
      if (left <= 0) return end();
      to.write(piece.subarray(0, left), () => left <= 0 && end());
      left -= piece.length;
    });
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  for (const end of open) end();
  await new Promise((resolve) => door.close(resolve));
  await server.stopAsync();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  rmSync(join(folder, 'Shared'), { recursive: true, force: true });
  mkdirSync(join(folder, 'Shared'));
});

const carrier = (path = 'Shared/', password = PASSWORD) =>
  webdavCarrier({
    address: `http://127.0.0.1:${(door.address() as AddressInfo).port}/${path}`,
    user: 'ana',
    password,
  });

it('of npm writes once, reads, lists and removes, and keeps what other programs wrote', async () => {
  writeFileSync(join(folder, 'Shared', 'ein Bild & <mehr>.jpg'), 'x');
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
  expect(readdirSync(join(folder, 'Shared')).sort()).toEqual(['claimlight', 'ein Bild & <mehr>.jpg']);
});

it('of npm says what is wrong', async () => {
  await expect(carrier('Shared/', 'a guess').list()).rejects.toMatchObject({ kind: 'signIn' });
  await expect(carrier('Elsewhere/').list()).rejects.toMatchObject({ kind: 'noFolder' });
  await expect(carrier('Elsewhere/').writeOnce(PATH, BYTES)).rejects.toMatchObject({ kind: 'noFolder' });
});

it('of npm that is gone in the middle of a file keeps no piece that counts, and the two libraries come together', async () => {
  const phrase = await makeDoor(newId(20), 'eleven calm herons over the quay');
  const libraries = [];
  for (const name of ['a', 'b']) {
    const { library } = await openOne({ prefix: name, name: `${name}-of-npm` });
    for (let note = 0; note < 40; note++)
      await library.annotations.create(annotationDraft({ note: `${name}${note}` }));
    await library.sync.begin({ name, carrier: 'webdav', ...phrase });
    libraries.push(library);
  }
  const [a, b] = libraries as [(typeof libraries)[0], (typeof libraries)[0]];
  const exchange = (one: typeof a) => one.sync.exchange(carrier(), { evenIfEmpty: true });
  await exchange(a);
  for (let note = 0; note < 20; note++) await a.annotations.create(annotationDraft({ note: `later${note}` }));
  for (const bytes of [100, 1_500]) {
    ofNextFile = bytes;
    // Then it is gone, and away.
    for (let at = 0; at < 2; at++) await expect(exchange(a)).rejects.toMatchObject({ kind: 'unreachable' });
    expect((await a.sync.standing())?.last).toMatchObject({ ok: false, faults: [{ kind: 'unreachable' }] });
    ofNextFile = left = Number.POSITIVE_INFINITY;
  }
  const files = () => readdirSync(join(folder, 'Shared'), { recursive: true }).map(String);
  await expect.poll(() => files().some((name) => name.endsWith('.seg'))).toBe(true);
  for (const one of [b, a, b]) await exchange(one);
  for (const one of libraries) {
    expect(await one.annotations.count()).toBe(100);
    expect((await exchange(one)).faults).toEqual([]);
  }
});
