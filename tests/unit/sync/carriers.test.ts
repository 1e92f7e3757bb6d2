import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveClaimlight } from '#companion/serveClaimlight.ts';
import { webdavCarrier } from '#companion/webdavCarrier.ts';
import type { Library } from '#storage/index.ts';
import { bundleIn, bundleOut, inMemory } from '#sync/bundle.ts';
import { type Carrier, CarrierFault } from '#sync/Carrier.ts';
import { companionCarrier } from '#sync/companionCarrier.ts';
import { folderCarrier } from '#sync/folder.ts';
import { librariesIn } from '#sync/libraries.ts';
import { newId } from '#sync/names.ts';
import { type Door, makeDoor, openDoor } from '#sync/seal.ts';
import { annotationDraft, clock, library as openOne } from '#tests/unit/storage/fixtures.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';
import { DavServer } from '#tests/webdav/davServer.ts';
import { dump } from './Device.ts';
import { FakeFolder } from './FakeFolder.ts';

const PHRASE = 'eleven calm herons over the quay';
let opened: { door: Door; key: CryptoKey };
let other: { door: Door; key: CryptoKey };
const server = new DavServer();
afterAll(() => server.stop());
beforeAll(async () => {
  await server.start();
  opened = await makeDoor(newId(20), PHRASE);
  other = await makeDoor(newId(20), 'quite another sentence');
});
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function webdav(manner: DavServer['manner']): Carrier {
  Object.assign(server.manner, { style: 'apache', overwrites: false }, manner);
  server.tree.clear();
  server.tree.set('', null);
  return webdavCarrier({ address: server.address, user: '', password: '' });
}

/** Both ends of what two extensions say to each other, as JSON. */
function throughCompanion(carrier: Carrier): Carrier {
  const serving = {
    mayBe: () => true,
    client: async () => 'claimlight',
    carrier: async () => carrier,
    open: async () => undefined,
  };
  return companionCarrier(async (call) => {
    const said = JSON.parse(JSON.stringify(call));
    return JSON.parse(JSON.stringify(await serveClaimlight(serving, said, 'claimlight')));
  }).carrier;
}

const memory = () => inMemory(new Map());
const CARRIERS: [string, () => Carrier][] = [
  ['memory', memory],
  ['folder', () => folderCarrier(new FakeFolder('Shared'))],
  ['our own folder', () => folderCarrier(new FakeFolder('claimlight'))],
  ['file', () => bundleOut().carrier],
  ['WebDAV', () => webdav({})],
  ['WebDAV, written strangely', () => webdav({ style: 'strange' })],
  ['the companion', () => throughCompanion(webdav({}))],
  ['WebDAV, where conditions are ignored', () => webdav({ overwrites: true })],
];

async function device(number: number, at?: string): Promise<Library> {
  const keyValue = keyValueInMemory();
  return (await openOne({ prefix: `d${number}`, name: `claimlight-${number}`, keyValue, now: clock(at).now }))
    .library;
}

const mark = (library: Library, note: string) =>
  library.annotations.create(annotationDraft({ note })).then(({ annotation }) => annotation.id);
const begin = (library: Library, name: string, door = opened) =>
  library.sync.begin({ name, carrier: 'folder', ...door });
const notes = async (library: Library) =>
  (await dump(library)).annotations
    .filter(({ deletedAt }) => !deletedAt)
    .map(({ note }) => note)
    .sort();
const kinds = ({ faults }: { faults: { kind: string }[] }) => faults.map(({ kind }) => kind);

/** Two devices that share a library of two notes. */
async function pair(carrier: Carrier): Promise<[Library, Library]> {
  const [a, b] = [await device(1), await device(2)];
  await mark(a, 'from A');
  await mark(b, 'from B');
  await begin(a, 'A');
  await a.sync.exchange(carrier, { evenIfEmpty: true });
  await begin(b, 'B');
  await b.sync.exchange(carrier, { evenIfEmpty: true });
  await a.sync.exchange(carrier);
  return [a, b];
}

async function bothHave(carrier: Carrier, libraries: Library[], expected: string[]): Promise<void> {
  for (let round = 0; round < 3; round++) for (const one of libraries) await one.sync.exchange(carrier);
  for (const one of libraries) expect(await notes(one)).toEqual(expected);
}

describe.each(CARRIERS)('the carrier %s', (_, make) => {
  const path = `${'l'.repeat(20)}/${'d'.repeat(12)}/1.head`;

  it('writes once, reads, lists and removes', async () => {
    const carrier = make();
    expect(await carrier.list()).toEqual([]);
    await carrier.writeOnce(path, new Uint8Array([1, 2, 3]));
    expect(await carrier.list()).toEqual([path]);
    expect([...(await carrier.read(path))]).toEqual([1, 2, 3]);
    await expect(carrier.writeOnce(path, new Uint8Array([4]))).rejects.toMatchObject({ kind: 'exists' });
    expect([...(await carrier.read(path))]).toEqual([1, 2, 3]);
    await carrier.remove(path);
    await carrier.remove(path);
    expect(await carrier.list()).toEqual([]);
    await expect(carrier.read(path)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('brings two libraries together, and later changes both ways', async () => {
    const carrier = make();
    const [a, b] = await pair(carrier);
    expect(await notes(a)).toEqual(['from A', 'from B']);
    await mark(b, 'later');
    await bothHave(carrier, [b, a], ['from A', 'from B', 'later']);
    expect((await dump(a)).articles.filter(({ deletedAt }) => !deletedAt)).toHaveLength(1);
    expect(await a.sync.standing()).toMatchObject({ others: 1, waiting: 0, last: { ok: true, faults: [] } });
  });
});

const DAMAGES: [string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
  ['truncated', (bytes) => bytes.slice(0, bytes.length >> 1)],
  ['empty', () => new Uint8Array(0)],
  ['a bit flipped', (bytes) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 4 : byte))],
  [
    'another program’s',
    () => new TextEncoder().encode('<html>please log in</html>') as Uint8Array<ArrayBuffer>,
  ],
];

describe.each(['seg', 'snap', 'head'])('a file (%s) that arrives', (kind) => {
  it.each(DAMAGES)('%s loses nothing and is written anew', async (_, damage) => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const carrier = inMemory(files);
    const [a, b] = await pair(carrier);
    if (kind === 'seg') await mark(a, 'on its way');
    const c = await device(3);
    await a.sync.exchange(carrier);
    const me = (await a.sync.standing())?.device ?? '';
    for (const [path, bytes] of files)
      if (path.includes(`/${me}/`) && path.endsWith(kind)) files.set(path, damage(bytes));
    const reader = kind === 'snap' ? c : b;
    if (kind === 'snap') await begin(c, 'C');
    const faults = kinds(await reader.sync.exchange(carrier));
    if (kind === 'seg') expect(faults).toContain('damaged');
    expect(await notes(a)).toContain('from A');
    expect(await notes(b)).toContain('from B');
    const all = ['from A', 'from B', ...(kind === 'seg' ? ['on its way'] : [])];
    await bothHave(carrier, kind === 'snap' ? [a, b, c] : [a, b], all);
    expect(kinds(await reader.sync.exchange(carrier))).toEqual([]);
  });
});

describe('a carrier', () => {
  it('may list in any order, twice, and what is not there any more', async () => {
    const plain = memory();
    const carrier: Carrier = {
      ...plain,
      list: async () => {
        const paths = (await plain.list()).toReversed();
        return [...paths, ...paths, ...paths.map((path) => path.replace(/[^/]+$/, '901-907.seg'))];
      },
    };
    const [a, b] = await pair(carrier);
    await mark(a, 'later');
    await bothHave(carrier, [a, b], ['from A', 'from B', 'later']);
    const c = await device(3);
    const { library } = opened.door;
    expect(await c.sync.preview(carrier, opened.key, library)).toMatchObject({ newAnnotations: 3 });
  });

  it.each(['full', 'readOnly', 'denied', 'gone', 'interrupted'] as const)(
    'that is %s changes nothing here',
    async (kind) => {
      const plain = memory();
      let left = Number.POSITIVE_INFINITY;
      const carrier: Carrier = {
        ...plain,
        writeOnce: async (path, bytes) => {
          if (left-- <= 0) {
            // Cut in the middle: a piece of the file stays.
            await plain.writeOnce(path, bytes.slice(0, bytes.length >> 1));
            throw new CarrierFault(kind, 'no');
          }
          await plain.writeOnce(path, bytes);
        },
      };
      const [a, b] = await pair(carrier);
      for (const files of [0, 1]) {
        await mark(a, `kept ${files}`);
        left = files;
        await expect(a.sync.exchange(carrier)).rejects.toMatchObject({ kind });
        expect(await a.sync.standing()).toMatchObject({ last: { ok: false, faults: [{ kind }] } });
        left = Number.POSITIVE_INFINITY;
        await b.sync.exchange(carrier);
      }
      await bothHave(carrier, [a, b], ['from A', 'from B', 'kept 0', 'kept 1']);
    },
  );

  it('that was emptied is said to be, and filled again when the reader says so', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const carrier = inMemory(files);
    const [a, b] = await pair(carrier);
    files.clear();
    await mark(a, 'unsent');
    await expect(a.sync.exchange(carrier)).rejects.toMatchObject({ kind: 'emptied' });
    expect(files.size).toBe(0);
    await a.sync.exchange(carrier, { evenIfEmpty: true });
    await bothHave(carrier, [b, a], ['from A', 'from B', 'unsent']);
  });

  it('that holds another library is left alone', async () => {
    const carrier = memory();
    const stranger = await device(7);
    await mark(stranger, 'not yours');
    await begin(stranger, 'S', other);
    await stranger.sync.exchange(carrier, { evenIfEmpty: true });
    const before = await carrier.list();
    const [a] = await pair(memory());
    await expect(a.sync.exchange(carrier)).rejects.toMatchObject({ kind: 'otherLibrary' });
    expect(await carrier.list()).toEqual(before);
    expect(await notes(a)).toEqual(['from A', 'from B']);
  });

  it('may hold files of a newer version, which wait', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const carrier = inMemory(files);
    const [a, b] = await pair(carrier);
    await mark(b, 'for later');
    await b.sync.exchange(carrier);
    const me = (await b.sync.standing())?.device ?? '';
    const kept = new Map(files);
    for (const [path, bytes] of files)
      if (path.includes(me))
        files.set(
          path,
          bytes.map((byte, at) => (at === 4 ? 9 : byte)),
        );
    expect(kinds(await a.sync.exchange(carrier))).toContain('newer');
    expect(await notes(a)).toEqual(['from A', 'from B']);
    for (const [path, bytes] of kept) files.set(path, bytes);
    await bothHave(carrier, [a, b], ['for later', 'from A', 'from B']);
  });

  it('may hold what Syncthing leaves: temporary files and copies', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    const carrier = inMemory(files);
    const [a, b] = await pair(carrier);
    await mark(a, 'later');
    await a.sync.exchange(carrier);
    for (const [path, bytes] of [...files]) {
      files.set(path.replace(/([^/]+)$/, '.syncthing.$1.tmp'), bytes.slice(0, 10));
      files.set(path.replace(/([^/]+)$/, '~syncthing~$1.tmp'), bytes.slice(0, 10));
      files.set(path.replace(/\.(\w+)$/, '.sync-conflict-20260304-101112-ABCDEFG.$1'), bytes.slice(0, 99));
    }
    expect(kinds(await b.sync.exchange(carrier))).toEqual(['copies']);
    expect(await notes(b)).toEqual(['from A', 'from B', 'later']);
  });

  it('opens with the passphrase only', async () => {
    const carrier = memory();
    await pair(carrier);
    const [there] = await librariesIn(carrier);
    expect(there).toMatchObject({ library: opened.door.library, devices: 2 });
    if (!there?.door) throw new Error('no door');
    await expect(openDoor(there.door, 'eleven calm heron')).rejects.toMatchObject({ kind: 'passphrase' });
    await expect(openDoor({ ...there.door, rounds: 1 }, PHRASE)).rejects.toMatchObject({ kind: 'weak' });
    const key = await openDoor(there.door, PHRASE);
    expect(key.extractable).toBe(false);
    const c = await device(3);
    expect(await c.sync.preview(carrier, key, there.library)).toEqual({
      newArticles: 1,
      newAnnotations: 2,
      both: 0,
      onlyHere: 0,
      deletedThere: 0,
    });
    expect(await notes(c)).toEqual([]);
  });

  it('shows nothing of what was written, nor does its listing', async () => {
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    await pair(inMemory(files));
    for (const [path, bytes] of files) {
      expect(path).toMatch(
        /^[0-9a-z]{20}\/[0-9a-z]{12}\/(?:[0-9-]+\.(?:seg|head)|[0-9-]+-[0-9a-z]{12}\.snap)$/,
      );
      expect(new TextDecoder().decode(bytes)).not.toMatch(/quay|from A|Harbour/);
    }
  });
});

it('goes on as a device of its own where the profile was copied', async () => {
  const carrier = memory();
  const [a, b] = await pair(carrier);
  await a.close();
  await copyDatabase('claimlight-1', 'claimlight-4');
  const [again, twin] = [await device(1), await device(4)];
  await mark(again, 'by the first');
  await mark(twin, 'by the twin');
  await again.sync.exchange(carrier);
  expect(kinds(await twin.sync.exchange(carrier))).toContain('twin');
  await bothHave(carrier, [again, twin, b], ['by the first', 'by the twin', 'from A', 'from B']);
});

it('carries a library in files by hand, there and back, and says when a file was cut', async () => {
  const [a, b] = [await device(1), await device(2)];
  await mark(a, 'from A');
  await mark(b, 'from B');
  await begin(a, 'A');
  await begin(b, 'B');
  const file = await a.sync.makeFile();
  const cut = await b.sync.takeFile(file.slice(0, file.length - 200));
  expect(kinds(cut)).toContain('cut');
  expect(await notes(b)).toContain('from B');
  expect(kinds(await b.sync.takeFile(file))).toEqual([]);
  await a.sync.takeFile(await b.sync.makeFile());
  expect(await notes(a)).toEqual(['from A', 'from B']);
  await mark(a, 'more');
  const small = await a.sync.makeFile();
  expect((await bundleIn(small).carrier.list()).filter((path) => path.endsWith('.seg'))).toHaveLength(1);
  await b.sync.takeFile(small);
  await b.sync.takeFile(small);
  await b.sync.takeFile(file);
  expect(await notes(b)).toEqual(['from A', 'from B', 'more']);
  await expect(
    b.sync.takeFile(new TextEncoder().encode('a photo') as Uint8Array<ArrayBuffer>),
  ).rejects.toMatchObject({ kind: 'notOurs' });
});

it('folders that refuse are told by what they refuse', async () => {
  const state: { refuse?: string; isGone?: boolean } = {};
  const carrier = folderCarrier(new FakeFolder('Shared', state));
  const [a] = await pair(carrier);
  await mark(a, 'unsent');
  for (const [refuse, kind] of [
    ['QuotaExceededError', 'full'],
    ['NoModificationAllowedError', 'readOnly'],
    ['NotAllowedError', 'denied'],
  ] as const) {
    state.refuse = refuse;
    await expect(a.sync.exchange(carrier)).rejects.toMatchObject({ kind });
  }
  delete state.refuse;
  state.isGone = true;
  await expect(a.sync.exchange(carrier)).rejects.toMatchObject({ kind: 'gone' });
  state.isGone = false;
  await a.sync.exchange(carrier);
  expect(await notes(a)).toEqual(['from A', 'from B', 'unsent']);
});

it('a device that is forgotten holds nothing up', async () => {
  const carrier = memory();
  const [a, b] = await pair(carrier);
  await mark(a, 'later');
  expect(await a.sync.standing()).toMatchObject({ waiting: 1, others: 1 });
  await a.sync.forget((await b.sync.standing())?.device ?? '');
  expect(await a.sync.standing()).toMatchObject({ others: 0 });
  await a.sync.exchange(carrier);
  await a.sync.leave();
  expect(await a.sync.standing()).toBeNull();
  expect(await notes(a)).toEqual(['from A', 'from B', 'later']);
});

async function copyDatabase(from: string, to: string): Promise<void> {
  const source = await openDB(from);
  const names = [...source.objectStoreNames];
  const copy = await openOne({
    name: to,
    prefix: 'copy',
    keyValue: { get: async () => undefined, set: async () => undefined, remove: async () => undefined },
  });
  await copy.library.close();
  const target = await openDB(to);
  for (const name of names) {
    const store = source.transaction(name).store;
    const [keys, values] = [await store.getAllKeys(), await store.getAll()];
    const write = target.transaction(name, 'readwrite').store;
    await write.clear();
    for (const [at, value] of values.entries())
      await (write.keyPath === null ? write.put(value, keys[at]) : write.put(value));
  }
  source.close();
  target.close();
}
