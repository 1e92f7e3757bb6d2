import { canonicalJson } from '#model/canonicalJson.ts';
import type { Annotation, Article } from '#model/records.ts';
import { annotationBodies, articleBodies } from '../annotationBodies.ts';
import type { Gathering } from './Gathering.ts';
import { OwnEntries } from './OwnEntries.ts';
import { isFields, listOf, othersOf, type Reader, stringOf } from './Reader.ts';
import { bodyParts, isOf, targetParts } from './webAnnotationParts.ts';

/** Annotations in whatever they are wrapped: one, a list, a collection, a page. */
function annotationsIn(json: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > 4) return [];
  if (Array.isArray(json)) return json.flatMap((one) => annotationsIn(one, depth + 1));
  if (!isFields(json)) return [];
  if (isOf(json, 'Annotation')) return [json];
  const inside = [json.first, json.items, json['@graph'], json.last].filter((one) => typeof one === 'object');
  return inside.flatMap((one) => annotationsIn(one, depth + 1));
}

/** W3C Web Annotation, JSON-LD (the model's terms, with or without a prefix). */
export const webAnnotationJson: Reader = {
  format: 'webAnnotation',
  knows: ({ json }) =>
    annotationsIn(json).length > 0 || isOf(json, 'AnnotationCollection') || isOf(json, 'AnnotationPage'),
  *read({ json }, into) {
    const all = annotationsIn(json);
    const own = new OwnEntries(all, into);
    for (const [at, one] of all.entries()) {
      yield;
      if (!own.take(one, (ours) => ownWords(one, ours))) take(at + 1, one, into);
    }
  },
};

function take(line: number, one: Record<string, unknown>, into: Gathering): void {
  const targets = listOf(one.target);
  if (targets.length === 0) into.refuse(line, 'no target');
  const { note, tags, title } = bodyParts(one);
  const isBookmark = listOf(one.motivation).some((each) => /bookmarking$/u.test(stringOf(each)));
  for (const [index, target] of targets.entries()) {
    const { url, exact, quote, position, title: ofTarget, at: seenAt } = targetParts(target);
    const at = one.created ?? one.modified ?? seenAt;
    const entry = {
      ...othersOf(one, '@context', 'type', '@type', 'created', 'modified', 'claimlight'),
      target,
    };
    const article = into.article(line, {
      url,
      title: title || ofTarget,
      at,
      ...(exact ? {} : { note, tags, entry }),
    });
    if (!article) continue;
    if (!exact && !note && tags.length === 0 && !isBookmark) into.refuse(line, 'no marked words and no note');
    if (!exact) continue;
    const id = stringOf(one.id ?? one['@id']);
    into.highlight(line, article, {
      quote: exact,
      prefix: quote.prefix,
      suffix: quote.suffix,
      start: position.start,
      end: position.end,
      note,
      tags,
      at,
      changedAt: one.modified,
      // Each target of one annotation is a mark of its own.
      id: id && index > 0 ? `${id}#target-${index + 1}` : id,
      entry: index > 0 ? { ...entry, ...(id && { id: `${id}#target-${index + 1}` }) } : entry,
    });
  }
}

/** The note and the tags of an entry of ours as they stand in it now. */
function ownWords(
  one: Record<string, unknown>,
  { annotation, article }: { annotation?: Annotation; article?: Article },
): { note: string; tags: string[] } {
  const { said, more, title, isAsItCame } = annotation
    ? annotationBodies(annotation)
    : articleBodies(article as Article);
  const record = (annotation ?? article) as Annotation | Article;
  const bodies = [...listOf(one.body), ...listOf(one.bodyValue)];
  if (canonicalJson(bodies) === canonicalJson([...title, ...said, ...more])) return record;
  if (isAsItCame) {
    const ours = new Set([...title, ...more].map(canonicalJson));
    return bodyParts({
      ...one,
      body: bodies.filter((body) => !ours.has(canonicalJson(body))),
      bodyValue: [],
    });
  }
  const values = (purpose: string) =>
    bodies
      .filter(isFields)
      .filter((body) => body.purpose === purpose)
      .map(({ value }) => stringOf(value));
  return { note: values('commenting').join('\n\n'), tags: values('tagging') };
}
