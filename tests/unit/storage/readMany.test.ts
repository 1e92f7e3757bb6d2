import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { type DBSchema, openDB } from 'idb';
import { expect, it } from 'vitest';
import { keysThere, readMany } from '#storage/readMany.ts';

interface Stores extends DBSchema {
  things: { key: string; value: { id: string } };
}

const id = fc.string({ maxLength: 3 });

it('finds of any ids what asking for each would find, however many lie between them', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(id, { maxLength: 400 }),
      fc.uniqueArray(id, { maxLength: 60 }),
      async (stored, asked) => {
        const database = await openDB<Stores>(`things ${number++}`, 1, {
          upgrade: (fresh) => void fresh.createObjectStore('things', { keyPath: 'id' }),
        });
        const { store } = database.transaction('things', 'readwrite');
        for (const one of stored) store.put({ id: one });
        const wanted = asked.filter((one) => stored.includes(one));
        const found = await readMany(store, asked);
        expect([...found.values()].map((one) => one.id).sort()).toEqual(wanted.toSorted());
        for (const [key, record] of found) expect(record.id).toBe(key);
        expect(await keysThere(store, asked)).toEqual(wanted);
        database.close();
      },
    ),
    { numRuns: 100 },
  );
});
