import * as v from 'valibot';
import { naturalField, timeField } from '#model/fields.ts';
import type { RecordStore } from '../stores.ts';

/*
 * A backup file is JSON Lines in UTF-8: a header, one record a line (articles, annotations, versions,
 * each by id), and a last line with the number of records and the SHA-256 of all bytes before it, so
 * that a truncated or altered file shows.
 */

export const FORMAT = 'claimlight-library';

export const RECORD_STORES: readonly RecordStore[] = ['articles', 'annotations', 'versions'];

export const HeaderSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(naturalField, v.minValue(1)),
  libraryId: v.pipe(v.string(), v.maxLength(100)),
  exportedAt: timeField,
  /** What the reader chose; checked one by one where it is taken. */
  settings: v.optional(v.record(v.string(), v.unknown())),
  counts: v.object({ articles: naturalField, annotations: naturalField, versions: naturalField }),
});

export const RecordLineSchema = v.strictObject({
  store: v.picklist(['articles', 'annotations', 'versions']),
  record: v.record(v.string(), v.unknown()),
});

export const EndSchema = v.object({
  end: v.literal(true),
  count: naturalField,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** Largest file taken, bytes after unpacking. A library of 100,000 annotations has about 150 MB. */
export const LARGEST_FILE = 2 * 1024 ** 3;
/** Longest line taken, bytes: an annotation with the longest texts everywhere stays below. */
export const LONGEST_LINE = 32 * 1024 ** 2;
/** Highest ratio of unpacked to packed bytes; text like ours packs about 10 to 1. */
export const HIGHEST_RATIO = 200;
