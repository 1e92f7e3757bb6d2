import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CALLS, type CallName } from '#messaging/protocol.ts';
import { metadata, target } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { dispatch } = await import('#messaging/serveCalls.ts');
type Handlers = Parameters<typeof dispatch>[3];
type Sender = Parameters<typeof dispatch>[1];

const OWN = { id: 'ours', root: 'chrome-extension://ours/' };
const STORY = 'https://quay.example/harbour-tolls';
/** Our content script in the top frame of a story. */
const PAGE = { id: 'ours', url: STORY, frameId: 0, tab: { id: 7 } } as Sender;
const PANEL = { id: 'ours', url: `${OWN.root}sidepanel.html` } as Sender;

/** Handlers that only note what reached them. */
function listeners() {
  const reached: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    Object.keys(CALLS).map((name) => [name, (payload: unknown) => void reached.push([name, payload])]),
  ) as unknown as Handlers;
  return { reached, handlers };
}

const send = (envelope: { call: string; payload?: unknown }, sender: Sender = PAGE) => {
  const { reached, handlers } = listeners();
  return dispatch(envelope, sender, OWN, handlers).then((reply) => ({ reply, reached }));
};

const refused = (name: string) => ({ ok: false, error: { name } });

const ANNOTATE = {
  id: '7f1d2c3b-5a49-4e8f-9b6c-0d1e2f3a4b5c',
  url: STORY,
  metadata: metadata(),
  detection: { kind: 'news', score: 1, signals: [] },
  target: target(),
  color: 'yellow',
  note: '',
  source: null,
};

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

describe('a message', () => {
  it('of the right shape from the right place reaches its handler', async () => {
    fakeBrowser.reset();
    const { reply, reached } = await send({ call: 'annotate', payload: ANNOTATE });
    expect(reply).toMatchObject({ ok: true });
    expect(reached).toMatchObject([['annotate', { url: STORY, color: 'yellow' }]]);
  });

  const wrong: [string, { call: string; payload?: unknown }, string][] = [
    ['that nobody knows', { call: 'everything', payload: null }, 'UnknownCall'],
    ['named like a property of every object', { call: 'constructor', payload: null }, 'UnknownCall'],
    ['named __proto__', { call: '__proto__', payload: null }, 'UnknownCall'],
    ['with one key too many', { call: 'openPage', payload: { url: STORY, all: true } }, 'BadMessage'],
    ['with a key missing', { call: 'openPage', payload: {} }, 'BadMessage'],
    ['with a number for an address', { call: 'openPage', payload: { url: 7 } }, 'BadMessage'],
    ['without a payload', { call: 'openPage' }, 'BadMessage'],
    ['a thousand deep', { call: 'openPage', payload: nested(1_000) }, 'BadMessage'],
    [
      'a thousand deep in a field',
      { call: 'annotate', payload: { ...ANNOTATE, target: nested(1_000) } },
      'BadMessage',
    ],
    [
      'with a note of 10 MB',
      { call: 'annotate', payload: { ...ANNOTATE, note: 'x'.repeat(10_000_000) } },
      'BadMessage',
    ],
    ['with an id that is no UUID', { call: 'annotate', payload: { ...ANNOTATE, id: 'mine' } }, 'BadMessage'],
    ['without an id', { call: 'annotate', payload: { ...ANNOTATE, id: undefined } }, 'BadMessage'],
    ['with a colour of its own', { call: 'annotate', payload: { ...ANNOTATE, color: '<b>' } }, 'BadMessage'],
    [
      'with a script as its address',
      { call: 'openPage', payload: { url: 'javascript:alert(1)' } },
      'Refused',
    ],
    [
      'with a script as a source',
      { call: 'annotate', payload: { ...ANNOTATE, source: { url: 'java\tscript:alert(1)', title: 'x' } } },
      'BadMessage',
    ],
  ];
  it.each(wrong)('%s is refused', async (_, envelope, name) => {
    const { reply, reached } = await send(envelope);
    expect(reply).toMatchObject(refused(name));
    expect(reached).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with %s at any depth is refused', async (key) => {
    const poison = JSON.parse(`{"${key}":{"polluted":1}}`) as object;
    for (const payload of [
      { ...ANNOTATE, ...JSON.parse(`{"x":1}`), [key]: poison },
      { ...ANNOTATE, metadata: { ...ANNOTATE.metadata, ...poison, extra: poison } },
      { ...ANNOTATE, target: Object.assign(JSON.parse(`{"${key}":1}`), ANNOTATE.target, { extra: poison }) },
    ]) {
      const { reply, reached } = await send({ call: 'annotate', payload });
      expect(reply).toMatchObject(refused('BadMessage'));
      expect(reached).toEqual([]);
    }
    expect('polluted' in {}).toBe(false);
  });
});

describe('a sender', () => {
  const strangers: [string, Record<string, unknown>][] = [
    ['another extension', { id: 'theirs' }],
    ['another extension that shows our address', { id: 'theirs', url: `${OWN.root}popup.html` }],
    ['nobody', { id: undefined }],
    ['a frame inside the page', { frameId: 3 }],
    ['a page of another site that names this story', { url: 'https://evil.example/' }],
    ['a page without an address', { url: undefined }],
  ];
  it.each(strangers)('that is %s is refused', async (_, over) => {
    const sender = { ...PAGE, ...over } as Sender;
    const { reply, reached } = await send({ call: 'openPage', payload: { url: STORY } }, sender);
    expect(reply).toMatchObject(refused('Refused'));
    expect(reached).toEqual([]);
  });

  it('in a page may not do what extension pages may, nor they what pages may', async () => {
    for (const [name, { from }] of Object.entries(CALLS)) {
      const isForPages = (from as readonly string[]).includes('page');
      const { reply } = await send({ call: name, payload: {} }, isForPages ? PANEL : PAGE);
      expect(reply, name).toMatchObject(refused('Refused'));
    }
  });

  it('may name another address of its own site only, as single-page sites do', async () => {
    const ask = async (url: string) => (await send({ call: 'openPage', payload: { url } })).reply.ok;
    expect(await ask('https://quay.example/other')).toBe(true);
    for (const url of [
      'http://quay.example/harbour-tolls',
      'https://quay.example.evil.example/',
      'https://quay.example@evil.example/',
      'https://sub.quay.example/',
      'https://quay.example:444/',
    ])
      expect(await ask(url), url).toBe(false);
  });
});

describe('fuzzing', () => {
  const value = fc.oneof(
    fc.anything({ withNullPrototype: false }),
    fc.json().map((text) => JSON.parse(text) as unknown),
    fc.constantFrom('__proto__', 'constructor', STORY, ANNOTATE),
  );

  it('never throws, never reaches a handler with a shape that the table refuses, and leaves prototypes alone', async () => {
    const names = [...Object.keys(CALLS), 'toString', '__proto__', ''];
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), value, fc.boolean(), async (call, payload, fromPage) => {
        const { reply, reached } = await send({ call, payload }, fromPage ? PAGE : PANEL);
        expect(reply.ok).toBe(reached.length === 1);
        if (reached[0]) expect(Object.hasOwn(CALLS, reached[0][0] as CallName)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    const mutation = fc.tuple(fc.constantFrom(...Object.keys(ANNOTATE)), value);
    await fc.assert(
      fc.asyncProperty(mutation, async ([key, changed]) => {
        const { reply } = await send({ call: 'annotate', payload: { ...ANNOTATE, [key]: changed } });
        if (!reply.ok) expect(['BadMessage', 'Refused']).toContain(reply.error.name);
      }),
      { numRuns: 1_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});
