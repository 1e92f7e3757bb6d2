import { inventedLibrary } from '#tests/bench/library/inventedLibrary.ts';
import type { Driver } from './driver/Driver.ts';
import { putRecords } from './putRecords.ts';

/** Puts an invented library of so many marks into the database, past all of our own code. Returns its records. */
export async function fillLibrary(browser: Driver, size: number) {
  const library = inventedLibrary(size);
  await putRecords(browser, library);
  return library;
}
