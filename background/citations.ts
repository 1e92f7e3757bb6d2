import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { articleAddresses } from '#article/articleAddresses.ts';
import type { Citation } from '#model/Citation.ts';
import { type ClaimEntry, claimedIn } from '#model/ClaimEntry.ts';
import { idField } from '#model/fields.ts';
import { library } from './library.ts';

/**
 * Where it stands which annotations cite an address: one key for each, so that a page costs one look and no reading of
 * the library. For the session only, and in the store that no page's world can read.
 */
const PREFIX = 'cited:';
const keyOf = (address: string) => PREFIX + address;
const IdsSchema = v.fallback(v.array(idField), []);

/** Pure: the annotations that cite each address, in a fixed order. */
function citing(entries: readonly ClaimEntry[]): Map<string, string[]> {
  const ids = new Map<string, Set<string>>();
  for (const { id, sources } of entries)
    for (const { url } of sources)
      for (const address of url ? articleAddresses(url, null) : [])
        ids.set(address, (ids.get(address) ?? new Set()).add(id));
  return new Map([...ids].map(([address, those]) => [address, [...those].sort()]));
}

/** Keeps which addresses are cited. @returns whether that is news. */
export async function noteCitations(entries: readonly ClaimEntry[]): Promise<boolean> {
  const now = new Map([...citing(entries)].map(([address, ids]) => [keyOf(address), ids]));
  const stored = Object.entries(await browser.storage.session.get(null)).filter(([key]) =>
    key.startsWith(PREFIX),
  );
  const before = new Map(stored.map(([key, ids]) => [key, JSON.stringify(ids)]));
  const changed = [...now].filter(([key, ids]) => before.get(key) !== JSON.stringify(ids));
  const gone = [...before.keys()].filter((key) => !now.has(key));
  if (changed.length > 0) await browser.storage.session.set(Object.fromEntries(changed));
  if (gone.length > 0) await browser.storage.session.remove(gone);
  return changed.length + gone.length > 0;
}

/** Which live claims cite the page at an address; `canonicalUrl` is what it says of itself. */
export async function citationsAt(url: string, canonicalUrl: string | null): Promise<Citation[]> {
  const addresses = new Set(articleAddresses(url, canonicalUrl));
  const stored = await browser.storage.session.get([...addresses].map(keyOf));
  const ids = new Set(Object.values(stored).flatMap((one) => v.parse(IdsSchema, one)));
  if (ids.size === 0) return [];
  const entries = await (await library()).annotations.claims([...ids]);
  return entries.flatMap((entry) =>
    entry.sources
      .filter((source) => source.url && articleAddresses(source.url, null).some((one) => addresses.has(one)))
      .map(({ id, stance, quote }) => ({
        id,
        annotationId: entry.id,
        articleId: entry.articleId,
        words: claimedIn(entry),
        stance,
        quote,
      })),
  );
}
