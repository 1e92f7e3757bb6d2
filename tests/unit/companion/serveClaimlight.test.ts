import { describe, expect, it } from 'vitest';
import { type Serving, serveClaimlight } from '#companion/serveClaimlight.ts';
import { inMemory } from '#sync/bundle.ts';
import { CarrierFault } from '#sync/Carrier.ts';
import { companionCarrier } from '#sync/companionCarrier.ts';

const PATH = `${'l'.repeat(20)}/${'d'.repeat(12)}/1.head`;
const CLAIMLIGHT = 'abcdefghijklmnopabcdefghijklmnop';

function companion(changed: Partial<Serving> = {}, sender = CLAIMLIGHT) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>([['photos/a.jpg', new Uint8Array(1)]]);
  const opened: string[] = [];
  const serving: Serving = {
    mayBe: () => true,
    client: async () => CLAIMLIGHT,
    carrier: async () => inMemory(files),
    open: async (who) => void opened.push(who),
    ...changed,
  };
  const send = async (call: unknown) =>
    JSON.parse(JSON.stringify((await serveClaimlight(serving, call, sender)) ?? null));
  return { files, opened, send, ...companionCarrier(send) };
}

describe('the companion', () => {
  it('answers the extension that the reader let in, and nobody else', async () => {
    expect(await companion().standing()).toBe('connected');
    const stranger = companion({}, 'ponmlkjihgfedcbaponmlkjihgfedcba');
    expect(await stranger.standing()).toBe('unconnected');
    for (const deed of [
      stranger.carrier.list(),
      stranger.carrier.read(PATH),
      stranger.carrier.writeOnce(PATH, new Uint8Array(1)),
      stranger.carrier.remove(PATH),
    ])
      await expect(deed).rejects.toMatchObject({ kind: 'noServer' });
    expect(stranger.files.size).toBe(1);
  });

  it('says nothing to what can’t be Claimlight', async () => {
    const other = companion({ mayBe: (id) => id === 'claimlight@claimlight.example' });
    expect(await other.standing()).toBe('absent');
    await expect(other.open()).rejects.toMatchObject({ kind: 'noCompanion' });
    expect(other.opened).toEqual([]);
    const { send } = companion();
    for (const call of [undefined, null, 'list', {}, { ask: 'forget' }, { ask: 'list', path: 'a' }])
      expect(await send(call)).toBeNull();
  });

  it('lets nobody in who only asks', async () => {
    const asking = companion({ client: async () => undefined });
    await asking.open();
    expect(asking.opened).toEqual([CLAIMLIGHT]);
    expect(await asking.standing()).toBe('unconnected');
    await expect(asking.carrier.list()).rejects.toMatchObject({ kind: 'noServer' });
  });

  it('touches no file whose name Claimlight does not give', async () => {
    const { carrier, files } = companion();
    for (const path of ['photos/a.jpg', '../secret', `${PATH}/../../x`, PATH.toUpperCase(), ''])
      for (const deed of [
        carrier.read(path),
        carrier.writeOnce(path, new Uint8Array(2)),
        carrier.remove(path),
      ])
        await expect(deed).rejects.toMatchObject({ kind: 'missing' });
    expect([...files.keys()]).toEqual(['photos/a.jpg']);
  });

  it('tells what is wrong with the server as it is', async () => {
    const broken = companion({
      carrier: async () => ({
        ...inMemory(new Map()),
        list: () => Promise.reject(new CarrierFault('signIn', '401')),
        read: () => Promise.reject(new TypeError('odd')),
      }),
    });
    await expect(broken.carrier.list()).rejects.toMatchObject({ kind: 'signIn' });
    await expect(broken.carrier.read(PATH)).rejects.toMatchObject({ kind: 'interrupted' });
  });
});

describe('Claimlight', () => {
  it.each([
    ['Could not establish connection. Receiving end does not exist.', 'noCompanion'],
    ['The message port closed before a response was received.', 'interrupted'],
  ])('takes “%s” for what it is', async (message, kind) => {
    const { carrier } = companionCarrier(() => Promise.reject(new Error(message)));
    await expect(carrier.list()).rejects.toMatchObject({ kind });
  });

  it.each([
    [{ paths: [1] }],
    [{ bytes: '<html>' }],
    [{ fault: 'odd', message: '' }],
    ['yes'],
    [{ done: true }],
  ])('believes no answer like %o', async (answer) => {
    const { carrier } = companionCarrier(async () => answer);
    await expect(carrier.list()).rejects.toMatchObject({ kind: 'interrupted' });
    await expect(carrier.read(PATH)).rejects.toMatchObject({ kind: 'interrupted' });
  });
});
