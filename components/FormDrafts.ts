import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Fields } from '#model/typedKey.ts';

/** Forms that are filled in and not saved yet. What is typed into them outlives the view that shows them. */
export interface FormDrafts {
  /** Texts by the names of the fields that differ: what was typed into a form and neither saved nor given up: the form is to be open. */
  get(key: string): Fields | undefined;
  /** Every keystroke. */
  type(key: string, fields: Fields): void;
  /** The reader gave it up. */
  drop(key: string): void;
}

const NONE: FormDrafts = { get: () => undefined, type: () => undefined, drop: () => undefined };

/** Where nothing is provided, nothing is kept. */
export const FormDraftsContext = createContext(NONE);
export const useFormDrafts = () => useContext(FormDraftsContext);

/** The fields of a form that differ from what it began as. */
export function changedFields<T extends object>(before: T, now: T): Fields {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => typeof value === 'string' && value !== known.get(name)),
  );
}
