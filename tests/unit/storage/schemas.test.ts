import { readFile } from 'node:fs/promises';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '#model/records.ts';
import { latestVersion, MIGRATIONS } from '#storage/migrations.ts';
import type { Stores } from '#storage/stores.ts';
import { freshBrowser, library } from './fixtures.ts';

/** A library as each shipped version wrote it. A new version adds its file; old files are never edited. */
const SHIPPED = MIGRATIONS.map(({ version }) => version);

const fixture = (version: number) =>
  readFile(new URL(`./shipped/schema-${version}.jsonl`, import.meta.url), 'utf8');

describe.each(SHIPPED)('a library of schema version %i', (version) => {
  it('is opened as a database', async () => {
    const { keyValue } = freshBrowser();
    const lines = (await fixture(version)).trimEnd().split('\n').slice(1, -1);
    const old = await openDB<Stores>('claimlight', version, {
      upgrade(database, _from, _to, transaction) {
        for (const step of MIGRATIONS.filter((one) => one.version <= version))
          step.reshape(database, transaction);
      },
    });
    for (const line of lines) {
      const { store, record } = JSON.parse(line) as { store: 'annotations'; record: Annotation };
      await old.put(store, record);
    }
    old.close();
    const { library: books } = await library({ keyValue });
    expect(books.fault).toBeUndefined();
    const all = await Array.fromAsync(books.articles.everything());
    expect(all).toHaveLength(2);
    // Whatever was stored may be stored again: today's schema takes it.
    for (const { annotations } of all) {
      for (const { id } of annotations)
        await books.annotations.patch(id, { tags: { add: ['reopened'], remove: [] } });
    }
    expect(await books.search('reopened', { limit: 10 })).toMatchObject({ total: 2 });
  });

  it('is imported as a file', async () => {
    const { library: books } = await library();
    const result = await books.backup.import(new Blob([await fixture(version)]));
    expect(result).toMatchObject({
      articles: { new: 2 },
      annotations: { new: 3 },
      versions: { new: 1 },
      refused: [],
    });
    expect(result.header?.version).toBe(version);
  });
});

it('the latest schema has a fixture of its own', async () => {
  expect(await fixture(latestVersion())).toContain(`"version":${latestVersion()}`);
});
