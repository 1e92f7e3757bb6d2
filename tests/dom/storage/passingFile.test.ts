import { afterEach, expect, it, vi } from 'vitest';
import { removePassed, writePassingFile } from '#storage/passingFile.ts';
import { clearPassing, passingNames } from './passingFolder.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await clearPassing();
});

/** Three megabytes and a bit, as text and bytes. */
async function* pieces() {
  for (let at = 0; at < 3_000; at++) yield at % 2 ? `${'x'.repeat(998)}é\n` : new Uint8Array(1_001).fill(65);
  yield 'end';
}

it('is on the disk while it is made, and whole at the end', async () => {
  const writes = vi.spyOn(FileSystemWritableFileStream.prototype, 'write');
  const passing = await writePassingFile(pieces());
  const text = (await passing?.file.text()) ?? '';
  expect(text.length).toBe(3_000 * 1_000.5 + 3);
  expect(text.endsWith('Aé\nend') || text.endsWith('xé\nend')).toBe(true);
  expect(writes.mock.calls.length).toBe(4);
  for (const [part] of writes.mock.calls) expect((part as Blob).size).toBeLessThan(1_100_000);
  expect(await passingNames()).toHaveLength(1);
  await passing?.remove();
  expect(await passingNames()).toEqual([]);
});

it('leaves nothing behind where the making ends halfway', async () => {
  async function* broken() {
    yield* pieces();
    throw new Error('stopped');
  }
  await expect(writePassingFile(broken())).rejects.toThrow('stopped');
  expect(await passingNames()).toEqual([]);
});

it('takes no piece where the browser has no private files', async () => {
  vi.spyOn(navigator.storage, 'getDirectory').mockRejectedValue(new DOMException('', 'SecurityError'));
  const all = pieces();
  expect(await writePassingFile(all)).toBeUndefined();
  expect((await all.next()).done).toBe(false);
});

it('removes what a closed page left behind, and nothing that is under way', async () => {
  await writePassingFile(pieces());
  await removePassed();
  expect(await passingNames()).toHaveLength(1);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11 * 60_000);
  await removePassed();
  expect(await passingNames()).toEqual([]);
});
