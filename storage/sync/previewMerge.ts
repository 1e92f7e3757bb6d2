import type { Carrier } from '#sync/Carrier.ts';
import { parsePath } from '#sync/names.ts';
import type { Replica } from '#sync/Replica.ts';
import { receive } from '#sync/receive.ts';
import { joined, type Vector } from '#sync/stamps.ts';
import { latestVersion } from '../migrations.ts';
import type { Reader } from '../read.ts';
import { keysThere } from '../readMany.ts';
import type { MergePreview } from './verbs.ts';

/** Reads everything that a carrier holds of a library and counts what would come together. Writes nothing. */
export async function previewMerge(
  reader: Reader,
  now: () => string,
  carrier: Carrier,
  key: CryptoKey,
  library: string,
): Promise<MergePreview> {
  const seen = { articles: new Map<string, boolean>(), annotations: new Map<string, boolean>() };
  let applied: Vector = {};
  const counting: Replica = {
    records: latestVersion(),
    now: () => Date.parse(now()),
    standing: async () => ({
      library,
      device: '',
      name: '',
      change: 0,
      mark: '',
      applied,
      acks: {},
      forgotten: [],
    }),
    outgoing: async () => undefined,
    markOf: async () => undefined,
    everything: async () => [],
    async take({ items }, knownAfter) {
      for (const { store, id, values, absent } of items) {
        if (store === 'versions') continue;
        // The last word on a record counts; pieces that say nothing of a delete leave it as it was.
        if ('deletedAt' in values) seen[store].set(id, false);
        else if (absent?.includes('deletedAt') || !seen[store].has(id)) seen[store].set(id, true);
      }
      applied = joined(applied, knownAfter);
      return { changed: 0, conflicts: 0 };
    },
    takeAgain: async () => ({ changed: 0, conflicts: 0, waiting: [] }),
    noteAck: async () => undefined,
    forgetOutgoing: async () => undefined,
    renew: async () => undefined,
  };
  const found = [...new Set(await carrier.list())].flatMap((path) => parsePath(path) ?? []);
  await receive(
    carrier,
    counting,
    key,
    found.filter((one) => one.library === library),
  );
  return reader.read(async (transaction) => {
    const annotations = transaction.objectStore('annotations');
    const both = new Set(await keysThere(annotations, [...seen.annotations.keys()]));
    const bothArticles = new Set(
      await keysThere(transaction.objectStore('articles'), [...seen.articles.keys()]),
    );
    const isNew =
      (known: Set<string>) =>
      ([id, isLive]: [string, boolean]) =>
        isLive && !known.has(id);
    return {
      newArticles: [...seen.articles].filter(isNew(bothArticles)).length,
      newAnnotations: [...seen.annotations].filter(isNew(both)).length,
      both: both.size,
      onlyHere: (await annotations.count()) - both.size,
      deletedThere: [...both].filter((id) => seen.annotations.get(id) === false).length,
    };
  });
}
