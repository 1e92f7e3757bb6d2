import { fieldsOf, isFields, listOf } from './Reader.ts';

/** The selectors of all targets of an annotation of Hypothesis. */
export const selectorsOf = (target: unknown): Record<string, unknown>[] =>
  listOf(target).flatMap((one) => listOf(fieldsOf(one).selector).filter(isFields));
