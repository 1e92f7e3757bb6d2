import { expect, it } from 'vitest';
import { openLibrary } from '#storage/index.ts';

const MB = 1024 ** 2;
const memory = new Map<string, unknown>();
const keyValue = {
  get: async (key: string) => memory.get(key),
  set: async (key: string, value: unknown) => void memory.set(key, value),
  remove: async (key: string) => void memory.delete(key),
};

/** A file of many equal parts, which the browser stores once; and how much of it was read. */
function repeated(part: Blob, times: number, before: BlobPart[] = []) {
  return new Blob([...before, ...Array.from({ length: times }, () => part)]);
}

async function books() {
  memory.clear();
  return openLibrary({ name: `huge-${crypto.randomUUID()}`, keyValue });
}

it('a file of 10 GB is refused for its size, without being read', async () => {
  const file = repeated(new Blob([new Uint8Array(64 * MB)]), 160);
  expect(file.size).toBe(10 * 1024 * MB);
  const library = await books();
  expect(await library.backup.preview(file)).toMatchObject({ refusedFile: 'tooLarge' });
  await expect(library.backup.import(file)).rejects.toMatchObject({ fault: 'refused' });
  await library.close();
});

it('a line of 500 MB is refused when it is too long, and nothing is written', async () => {
  const library = await books();
  const header = `${JSON.stringify({
    counts: { articles: 0, annotations: 0, versions: 0 },
    exportedAt: '2026-11-01T08:00:00.000Z',
    format: 'claimlight-library',
    libraryId: 'x',
    version: 1,
  })}\n`;
  const file = repeated(new Blob(['x'.repeat(20 * MB)]), 25, [header]);
  expect(await library.backup.preview(file)).toMatchObject({ refusedFile: 'lineTooLong' });
  await expect(library.backup.import(file)).rejects.toMatchObject({ fault: 'refused' });
  expect(await library.annotations.count()).toBe(0);
  await library.close();
});
