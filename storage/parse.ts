import * as v from 'valibot';
import { LibraryError } from './errors.ts';

/** Checks what a caller handed in. Throws a `LibraryError` with the fault `refused` that names the field. */
export function parse<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new LibraryError('refused', `${v.getDotPath(issue) ?? 'value'}: ${issue.message}`);
}
