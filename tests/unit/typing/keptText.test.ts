import { expect, it } from 'vitest';
import type { Fields } from '#model/typedKey.ts';
import { keptTexts, toUnsaved } from '#typing/keptText.ts';

const storeOf = (entries: [string, Fields][]) => {
  const store = new Map(entries);
  return {
    store,
    list: async () => [...store].map(([key, fields]) => ({ key, fields })),
    put: async ({ key, fields }: { key: string; fields: Fields }) => void store.set(key, fields),
    clear: async (key: string) => void store.delete(key),
  };
};

const NOTE = { key: 'note one', fields: { note: 'new' }, base: { note: 'old' }, id: '' };

it('gives a text back as it was kept, in its place', async () => {
  const { key, fields } = toUnsaved('page', NOTE);
  const keeping = storeOf([[key, fields]]);
  expect(await keptTexts(keeping, 'page')).toEqual([NOTE]);
  expect(await keptTexts(keeping, 'panel')).toEqual([]);
});

/** As version 0.1 stored them. */
const OLD: [string, Fields][] = [
  ['sidebar:one', { note: 'new', base: 'old' }],
  ['sidebar:article https://quay.example/tolls', { note: 'of all', base: '' }],
  ['form:source one', { url: 'https://a.example/', ' id': 'source-1' }],
  ['form:claim one', { statement: 'Tolls rose.', ' id': 'claim-1' }],
  [
    'quick:https://quay.example/tolls',
    {
      part0: '{"id":"two","note":"from the page","base":"","source":{"url":"b.exam',
      part1: 'ple","title":"","stance":"disputes"},"sourceId":"source-2"}',
    },
  ],
];

it('finds what the side bar of version 0.1 kept, and keeps it in today’s form', async () => {
  const keeping = storeOf(OLD);
  const found = [
    NOTE,
    {
      key: 'note article https://quay.example/tolls',
      fields: { note: 'of all' },
      base: { note: '' },
      id: '',
    },
    { key: 'source one', fields: { url: 'https://a.example/' }, base: {}, id: 'source-1' },
    { key: 'claim one', fields: { statement: 'Tolls rose.' }, base: {}, id: 'claim-1' },
  ];
  expect(await keptTexts(keeping, 'panel')).toEqual(found);
  expect([...keeping.store.keys()].filter((key) => !key.startsWith('typed:'))).toEqual([
    'quick:https://quay.example/tolls',
  ]);
  expect(await keptTexts(keeping, 'panel')).toEqual(found);
});

it('finds what the editor in the page of version 0.1 kept', async () => {
  const keeping = storeOf(OLD);
  const found = [
    { key: 'note two', fields: { note: 'from the page' }, base: { note: '' }, id: '' },
    {
      key: 'source two',
      fields: { url: 'b.example', title: '', stance: 'disputes' },
      base: {},
      id: 'source-2',
    },
  ];
  expect(await keptTexts(keeping, 'page')).toEqual(found);
  expect(await keptTexts(keeping, 'page')).toEqual(found);
});

it('loses nothing when it is stopped between keeping anew and clearing', async () => {
  const keeping = storeOf(OLD);
  keeping.clear = async () => {
    throw new Error('stopped');
  };
  await expect(keptTexts(keeping, 'page')).rejects.toThrow('stopped');
  expect(keeping.store.has('typed:page:note two')).toBe(true);
  expect(keeping.store.has('quick:https://quay.example/tolls')).toBe(true);
});

it.each([
  ['quick:https://quay.example/', { part0: '{"id":"tw' }],
  ['quick:https://quay.example/', { part0: 'null' }],
  ['quick:https://quay.example/', { part0: '{"id":7}' }],
  ['sidebar:one', { note: 'without a base' }],
  ['something else', { note: 'a', base: 'b' }],
] as [string, Fields][])('leaves alone what is no kept text: %s %j', async (key, fields) => {
  const keeping = storeOf([[key, fields]]);
  expect([...(await keptTexts(keeping, 'page')), ...(await keptTexts(keeping, 'panel'))]).toEqual([]);
  expect(keeping.store.has(key)).toBe(true);
});
