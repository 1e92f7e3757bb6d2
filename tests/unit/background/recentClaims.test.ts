import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { freshBrowser } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { claimOfItem, createRecentClaims, noteRecentClaims, showRecentClaims } = await import(
  '#background/recentClaims.ts'
);
const { writeClaimInHand } = await import('#storage/claimInHand.ts');

interface Item {
  id: string;
  parentId?: string;
  title?: string;
  visible?: boolean;
}
const items = new Map<string, Item>();

beforeEach(() => {
  freshBrowser();
  fakeBrowser.reset();
  items.clear();
  Object.assign(fakeBrowser.contextMenus, {
    create: (item: Item) => void items.set(item.id, item),
    update: async (id: string, change: Partial<Item>) => {
      const item = items.get(id);
      if (!item) throw new Error(`No item ${id}`);
      items.set(id, { ...item, ...change });
    },
  });
  createRecentClaims('Add as a source of…', ['https://*/*']);
});

const entry = (id: string, updatedAt: string, statement = id): ClaimEntry => ({
  id,
  articleId: 'a',
  updatedAt,
  articleTitle: 'Harbour tolls',
  language: 'en',
  quote: 'Tolls rose.',
  claim: { statement, type: 'other', attribution: '', status: 'open' },
  sources: [],
});

const shown = () =>
  [...items.values()].filter(({ visible, parentId }) => visible && parentId).map(({ title }) => title);
const isOffered = () => items.get('link-as-source-of')?.visible;

it('offers the claims that were worked on last, the latest first, and leads from an item to its claim', async () => {
  expect(isOffered()).toBe(false);
  const days = ['02', '05', '03', '07', '01', '06'];
  await noteRecentClaims(days.map((day) => entry(`claim-${day}`, `2026-03-${day}T09:00:00.000Z`)));
  expect(isOffered()).toBe(true);
  expect(shown()).toEqual(['claim-07', 'claim-06', 'claim-05', 'claim-03', 'claim-02']);
  expect(await claimOfItem('link-as-source-of:1')).toEqual({ id: 'claim-06', words: 'claim-06' });
  expect(await claimOfItem('link-as-source')).toBe(undefined);
  expect(await claimOfItem('link-as-source-of:9')).toBe(undefined);
});

it('offers none while a claim is in hand, and none that was dropped or is a mere highlight', async () => {
  const dropped = entry('b', '2026-03-02T09:00:00.000Z');
  if (dropped.claim) dropped.claim.status = 'dropped';
  await noteRecentClaims([
    entry(
      'a',
      '2026-03-01T09:00:00.000Z',
      'R&D rose by 5%, as they said in a sentence that is far too long for any menu',
    ),
    dropped,
    { ...entry('c', '2026-03-03T09:00:00.000Z'), claim: undefined },
  ]);
  expect(shown()).toEqual(['R D rose by 5 , as they said in a sentence that is far too l']);
  await writeClaimInHand({ id: 'a', words: 'R&D' });
  await showRecentClaims();
  expect(isOffered()).toBe(false);
  expect(shown()).toEqual([]);
  await writeClaimInHand(null);
  await showRecentClaims();
  expect(isOffered()).toBe(true);
});

it('keeps nothing where a page’s world could read it', async () => {
  await noteRecentClaims([entry('a', '2026-03-01T09:00:00.000Z', 'Known to the reader only')]);
  expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('Known');
});
