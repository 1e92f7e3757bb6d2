import { afterEach, expect, it, vi } from 'vitest';
import { savePieces } from '#panel/savePieces.ts';
import { clearPassing, passingNames } from './passingFolder.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await clearPassing();
});

/** The text of what is handed to the downloads. */
function saved(): () => Promise<string> | undefined {
  const made = vi.spyOn(URL, 'createObjectURL');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  return () => (made.mock.calls[0]?.[0] as Blob | undefined)?.text();
}

async function* pieces() {
  yield 'The ferry ';
  yield 'is late.';
}

it('hands over the whole file, made once', async () => {
  const text = saved();
  const make = vi.fn(pieces);
  await savePieces('ferry.md', make, 'text/markdown');
  expect(await text()).toBe('The ferry is late.');
  expect(make).toHaveBeenCalledOnce();
});

it.each(['createWritable', 'write', 'close'] as const)(
  'goes through memory where the disk is full: %s',
  async (verb) => {
    const full = new DOMException('The disk is full.', 'QuotaExceededError');
    const place =
      verb === 'createWritable' ? FileSystemFileHandle.prototype : FileSystemWritableFileStream.prototype;
    vi.spyOn(place as unknown as Record<string, () => Promise<void>>, verb).mockRejectedValue(full);
    const text = saved();
    await savePieces('ferry.md', pieces, 'text/markdown');
    expect(await text()).toBe('The ferry is late.');
    expect(await passingNames()).toEqual([]);
  },
);

it('says what went wrong in the making, and hands over nothing', async () => {
  const text = saved();
  async function* broken() {
    yield 'The ferry ';
    throw new Error('stopped');
  }
  await expect(savePieces('ferry.md', broken, 'text/markdown')).rejects.toThrow('stopped');
  expect(text()).toBeUndefined();
});
