import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { membersIn } from '#companion/multistatus.ts';
import { webdavCarrier } from '#companion/webdavCarrier.ts';
import { type DavManner, DavServer } from '#tests/webdav/davServer.ts';

const PATH = `${'l'.repeat(20)}/${'d'.repeat(12)}/1.head`;
const BYTES = new Uint8Array(5_000).map((_, at) => at % 251);
const server = new DavServer();
beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => {
  for (const name of Object.keys(server.manner)) delete server.manner[name as keyof DavManner];
  server.tree.clear();
  server.tree.set('', null).set('Sync', null);
  server.asked.length = 0;
});

const carrier = (address = `${server.address}Sync/`, patience?: number) =>
  webdavCarrier(
    { address, user: 'Ana', password: 'schlüssel:7' },
    patience === undefined ? {} : { patience },
  );

describe('a WebDAV server', () => {
  it('is asked with name and password, and said to refuse them', async () => {
    Object.assign(server.manner, { user: 'Ana', password: 'another' });
    await expect(carrier().list()).rejects.toMatchObject({ kind: 'signIn' });
    server.manner.password = 'schlüssel:7';
    expect(await carrier().list()).toEqual([]);
  });

  it('keeps what other programs wrote, and nothing of it is looked into', async () => {
    server.tree.set('Sync/photos', null).set('Sync/photos/a.jpg', Buffer.from('x'));
    server.tree.set('Sync/claimlight', null).set('Sync/claimlight/notes', null);
    await carrier().writeOnce(PATH, BYTES);
    server.asked.length = 0;
    expect(await carrier().list()).toEqual([PATH]);
    expect(server.asked.filter((one) => /photos|notes/.test(one))).toEqual([]);
    expect(server.tree.has('Sync/photos/a.jpg')).toBe(true);
  });

  it('may write its listing as it likes', async () => {
    server.manner.style = 'strange';
    await carrier().writeOnce(PATH, BYTES);
    await carrier().writeOnce(PATH.replace('1.head', '1-2.seg'), BYTES);
    expect((await carrier().list()).sort()).toEqual([PATH.replace('1.head', '1-2.seg'), PATH]);
  });

  it('that writes over files is not let to', async () => {
    server.manner.overwrites = true;
    await carrier().writeOnce(PATH, BYTES);
    await expect(carrier().writeOnce(PATH, new Uint8Array(3))).rejects.toMatchObject({ kind: 'exists' });
    expect(await carrier().read(PATH)).toEqual(BYTES);
  });

  it('whose answer to a write is lost has written it', async () => {
    await carrier().writeOnce(PATH.replace('1.head', '2.head'), BYTES);
    server.manner.cutsNextPut = BYTES.length;
    await carrier().writeOnce(PATH, BYTES);
    expect(await carrier().read(PATH)).toEqual(BYTES);
  });

  it('that is cut while it writes keeps no piece', async () => {
    await carrier().writeOnce(PATH.replace('1.head', '2.head'), BYTES);
    server.manner.cutsNextPut = 1_000;
    await expect(carrier().writeOnce(PATH, BYTES)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await carrier().list()).toEqual([PATH.replace('1.head', '2.head')]);
    await carrier().writeOnce(PATH, BYTES);
  });

  it('that is cut while it answers has not answered', async () => {
    await carrier().writeOnce(PATH, BYTES);
    server.manner.cutsNextAnswers = 1;
    await expect(carrier().read(PATH)).rejects.toMatchObject({ kind: 'unreachable' });
    server.manner.cutsNextAnswers = 1;
    await expect(carrier().list()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await carrier().list()).toEqual([PATH]);
  });

  it('that does not answer is waited for no longer than that', async () => {
    server.manner.hangs = true;
    await expect(carrier(undefined, 50).list()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('that is not there is said not to answer', async () => {
    await expect(carrier('http://127.0.0.1:9/').list()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('without that folder is said to have none, and none is made', async () => {
    await expect(carrier(`${server.address}Elsewhere/`).list()).rejects.toMatchObject({ kind: 'noFolder' });
    await expect(carrier(`${server.address}Elsewhere/`).writeOnce(PATH, BYTES)).rejects.toMatchObject({
      kind: 'noFolder',
    });
    expect([...server.tree.keys()]).toEqual(['', 'Sync']);
  });

  it.each([
    [200, 'noFolder'],
    [302, 'noFolder'],
    [403, 'signIn'],
    [405, 'noFolder'],
    [429, 'interrupted'],
    [503, 'interrupted'],
  ] as const)('that answers %i with a page is told by it', async (answers, kind) => {
    server.manner.answers = answers;
    await expect(carrier().list()).rejects.toMatchObject({ kind });
  });

  it.each([
    [403, 'readOnly'],
    [405, 'readOnly'],
    [413, 'full'],
    [423, 'interrupted'],
    [507, 'full'],
  ] as const)('that refuses to write with %i is told by it', async (refuses, kind) => {
    await carrier().writeOnce(PATH.replace('1.head', '2.head'), BYTES);
    server.manner.refuses = refuses;
    await expect(carrier().writeOnce(PATH, BYTES)).rejects.toMatchObject({ kind });
    server.manner.refuses = undefined;
    expect(await carrier().list()).toEqual([PATH.replace('1.head', '2.head')]);
  });
});

describe('a listing', () => {
  const whole = '<multistatus xmlns="DAV:"><response><href>/a/b%20c</href></response></multistatus>';

  it('is read whole or not at all', () => {
    expect(membersIn(whole, '/a/')).toEqual([{ name: 'b c', isFolder: false }]);
    for (const cut of [whole.slice(0, -20), whole.slice(0, 40), '', '<html><p>Sign in', '{"a":1}'])
      expect(membersIn(cut, '/a/')).toBeUndefined();
    expect(membersIn(whole.replace('DAV:', 'urn:other'), '/a/')).toBeUndefined();
  });

  it('brings nothing in from elsewhere', () => {
    const hostile = `<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyyyyyy">]>${whole.replace('b%20c', '&x;&y;')}`;
    expect(JSON.stringify(membersIn(hostile, '/a/') ?? [])).not.toMatch(/yyyy/);
  });
});
