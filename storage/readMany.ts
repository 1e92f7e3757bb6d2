/** What is read of a store; transactions that may write have it, too. */
export interface Keyed<T> {
  get(id: string): Promise<T | undefined>;
  getKey(id: string): Promise<string | undefined>;
  getAll(range: IDBKeyRange): Promise<T[]>;
  getAllKeys(range: IDBKeyRange, count: number): Promise<string[]>;
}

function rangeOf(ids: readonly string[]): IDBKeyRange {
  let [first = ''] = ids;
  let last = first;
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  return IDBKeyRange.bound(first, last);
}

/**
 * The keys between the first and the last of some ids; null where they are so many that asking for each id is cheaper:
 * ids of one batch of a backup lie close together, those of a small file may have the whole library between them.
 */
async function keysBetween<T>(store: Keyed<T>, ids: readonly string[]): Promise<Set<string> | null> {
  const most = 2 * ids.length + 100;
  const keys = await store.getAllKeys(rangeOf(ids), most);
  return keys.length < most ? new Set(keys) : null;
}

/** Those of some ids that are there, in a request or two: one for each would wait for each. */
export async function keysThere<T>(store: Keyed<T>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const keys = await keysBetween(store, ids);
  if (keys) return ids.filter((id) => keys.has(id));
  const found = await Promise.all(ids.map((id) => store.getKey(id)));
  return ids.filter((_, at) => found[at] !== undefined);
}

/** The records that have some ids, by id; ids that are not there are left out. As few requests as `keysThere`. */
export async function readMany<T extends { id: string }>(
  store: Keyed<T>,
  ids: readonly string[],
): Promise<Map<string, T>> {
  if (ids.length === 0) return new Map();
  const keys = await keysBetween(store, ids);
  const wanted = keys ? ids.filter((id) => keys.has(id)) : ids;
  const isMost = keys !== null && wanted.length * 2 > keys.size;
  const records =
    isMost && wanted.length > 0
      ? await store.getAll(rangeOf(wanted))
      : await Promise.all(wanted.map((id) => store.get(id)));
  const asked = new Set(wanted);
  return new Map(
    records.flatMap((record) => (record && asked.has(record.id) ? [[record.id, record] as const] : [])),
  );
}

/** The records that have some ids, in the order of the ids. */
export async function inOrder<T extends { id: string }>(
  store: Keyed<T>,
  ids: readonly string[],
): Promise<T[]> {
  const found = await readMany(store, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}
