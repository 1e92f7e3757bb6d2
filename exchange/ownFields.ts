import * as v from 'valibot';
import type { Annotation, Article } from '#model/records.ts';
import { AnnotationSchema, ArticleSchema } from '#model/schemas.ts';

/**
 * Our own records within an entry of another program's format, under the name `claimlight`, which that program passes
 * over: so that what it has no place for comes back. An article stands with the first entry that is about it.
 */
export interface OwnFields {
  article?: Article;
  annotation?: Annotation;
}

/** What an entry carries of ours; {} where it carries nothing, or nothing whole. */
export function readOwnFields(entry: Record<string, unknown>): OwnFields {
  const own = entry.claimlight;
  if (typeof own !== 'object' || own === null) return {};
  const { article, annotation } = own as Record<string, unknown>;
  return {
    ...(v.is(ArticleSchema, article) && { article: article as Article }),
    ...(v.is(AnnotationSchema, annotation) && { annotation: annotation as Annotation }),
  };
}

/** Records as their JSON gives them back; lone surrogates are escaped there, so they stay. */
export const ownFields = (fields: OwnFields): { claimlight: OwnFields } => ({ claimlight: fields });
