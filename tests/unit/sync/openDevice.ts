import type { Library } from '#storage/index.ts';
import { clock, library } from '#tests/unit/storage/fixtures.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';

/** The library of one of several devices, with a database and a small store of its own; not shared yet. */
export async function openDevice(number: number): Promise<Library> {
  const opened = await library({
    prefix: `d${number}`,
    name: `claimlight-${number}`,
    now: clock().now,
    keyValue: keyValueInMemory(),
  });
  return opened.library;
}
