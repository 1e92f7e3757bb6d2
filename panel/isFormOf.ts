import type { Annotation } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';

/** Whether a kept text belongs to a form on the card of an annotation: a source, a new one, or a tag. */
export const isFormOf = (key: string, { id, sources }: Pick<Annotation, 'id' | 'sources'>): boolean =>
  key === typedKey.newSource(id) ||
  key === typedKey.tag(id) ||
  sources.some((source) => key === typedKey.source(id, source.id));
