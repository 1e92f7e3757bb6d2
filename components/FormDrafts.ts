import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What stands in a form and is not stored: texts by the names of the fields that differ. */
export type TypedFields = Readonly<Record<string, string>>;

/** Forms that are filled in and not saved yet. What is typed into them outlives the view that shows them. */
export interface FormDrafts {
  /** What was typed into a form and neither saved nor given up: the form is to be open. */
  get(key: string): TypedFields | undefined;
  /** Every keystroke. */
  type(key: string, fields: TypedFields): void;
  /** The reader gave it up. */
  drop(key: string): void;
}

const NONE: FormDrafts = { get: () => undefined, type: () => undefined, drop: () => undefined };

/** Where nothing is provided, nothing is kept. */
export const FormDraftsContext = createContext(NONE);
export const useFormDrafts = () => useContext(FormDraftsContext);

/** Names of the forms. */
export const FORM = {
  newSource: (annotationId: string) => `source ${annotationId}`,
  source: (annotationId: string, sourceId: string) => `source ${annotationId} ${sourceId}`,
  claim: (annotationId: string) => `claim ${annotationId}`,
  tag: (annotationId: string) => `tag ${annotationId}`,
  articleTag: (url: string) => `tag ${url}`,
  metadata: (url: string) => `article ${url}`,
};

/** The fields of a form that differ from what it began as. */
export function changedFields<T extends object>(before: T, now: T): TypedFields {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => typeof value === 'string' && value !== known.get(name)),
  );
}
