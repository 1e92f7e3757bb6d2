import * as v from 'valibot';
import { idField } from '#model/fields.ts';
import { STORES } from './cells.ts';
import { DEVICE_ID, STAMP } from './stamps.ts';

const stampField = v.pipe(v.string(), v.regex(STAMP));
const changeField = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const deviceField = v.pipe(v.string(), v.regex(DEVICE_ID));
export const VectorSchema = v.record(deviceField, changeField);

/** What a segment says of one record: some cells, or all of them. */
export const DeltaSchema = v.strictObject({
  store: v.picklist(STORES),
  id: idField,
  /** The stamp of every cell that has none of its own. */
  base: stampField,
  values: v.record(v.string(), v.unknown()),
  /** Cells that were written as absent. */
  absent: v.optional(v.array(v.string())),
  stamps: v.optional(v.record(v.string(), stampField)),
  known: v.optional(v.record(v.string(), VectorSchema)),
  /** All cells are here: fields that are not named are absent since `base`. */
  whole: v.optional(v.literal(true)),
});
export type Delta = v.InferOutput<typeof DeltaSchema>;
