import fc from 'fast-check';
import type { Annotation, Article, Source, Target } from '#model/records.ts';
import { hostileText } from './hostile.ts';

/*
 * Whole records with hostile text in every field that takes any, as the store may hold them: what the schemas
 * would refuse (another id, a date that is none) is left out.
 */

const name = hostileText
  .map((text) => text.replace(/\s+/gu, ' ').trim().slice(0, 60) || 'x')
  .map((text) => text.trim() || 'x');
const names = fc.uniqueArray(name, { maxLength: 3 });
const time = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = time.map((text) => text.slice(0, 10));
const url = fc
  .tuple(fc.constantFrom('https://a.example', 'http://b.example:8080'), hostileText)
  .map(([site, path]) => new URL(`${site}/${encodeURIComponent(path.toWellFormed())}?q=(1)_*`).href);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const uuid = fc.uuid();
const natural = fc.nat(1_000_000);
const quote = { exact: hostileText, prefix: hostileText, suffix: hostileText };

const target: fc.Arbitrary<Target> = fc.record({
  ...quote,
  start: natural,
  end: natural,
  length: optional(natural),
  occurrence: optional(fc.tuple(natural, natural)),
  twin: optional(fc.double({ min: 0, max: 1, noNaN: true }).map((number) => number + 0)),
  block: optional(name),
  heading: optional(name),
  sketch: optional(fc.base64String()),
});

const source: fc.Arbitrary<Source> = fc.record({
  id: uuid,
  url: fc.oneof(fc.constant(''), url),
  title: hostileText,
  site: hostileText,
  authors: names,
  publishedAt: nullable(fc.oneof(time, day)),
  accessedAt: time,
  stance: fc.constantFrom('supports', 'disputes', 'context'),
  tier: fc.constantFrom('primary', 'secondary', 'unknown'),
  kind: hostileText,
  quote: nullable(fc.record(quote)),
  locator: hostileText,
  archivedUrl: fc.oneof(fc.constant(''), url),
  archivedAt: optional(time),
  wire: optional(hostileText),
  note: hostileText,
});

const foreign = fc.dictionary(
  fc.string({ maxLength: 8 }).map((key) => `k${key}`),
  fc.oneof(
    hostileText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(hostileText, { maxLength: 2 }),
  ),
  { maxKeys: 3, noNullPrototype: true },
);

export const anyArticle: fc.Arbitrary<Article> = fc.record({
  id: uuid,
  urls: fc.uniqueArray(url, { maxLength: 3 }),
  canonicalUrl: nullable(url),
  title: nullable(name),
  titleHistory: fc.array(fc.record({ title: name, seenAt: time }), { maxLength: 2 }),
  site: nullable(name),
  authors: names,
  section: nullable(name),
  language: nullable(fc.constantFrom('en', 'de', 'ar', 'zh-Hant')),
  publishedAt: nullable(fc.oneof(time, day)),
  modifiedAt: nullable(time),
  publishedRaw: optional(name),
  modifiedRaw: optional(name),
  description: nullable(hostileText),
  image: nullable(url),
  paywalled: optional(fc.boolean()),
  corrections: optional(fc.array(hostileText, { maxLength: 2 })),
  kind: fc.constantFrom('news', 'article', 'other'),
  tags: names,
  note: hostileText,
  edited: fc.uniqueArray(fc.constantFrom('title', 'authors'), { maxLength: 2 }),
  archived: optional(fc.record({ url, at: time })),
  createdAt: time,
  updatedAt: time,
  revision: natural,
  ext: optional(foreign),
});

const anyAnnotation: fc.Arbitrary<Annotation> = fc.record({
  id: uuid,
  articleId: uuid,
  url: fc.oneof(fc.constant(''), url),
  target,
  retarget: optional(target),
  anchor: fc.record({
    state: fc.constantFrom('exact', 'changed', 'suggested', 'missing'),
    checkedAt: time,
    textNow: optional(hostileText),
    lastSeenAt: optional(time),
    exactAt: optional(time),
  }),
  color: fc.constantFrom('yellow', 'green', 'blue', 'pink', 'purple'),
  note: hostileText,
  tags: names,
  claim: optional(
    fc.record({
      statement: hostileText,
      type: fc.constantFrom('quantity', 'prediction', 'other'),
      attribution: hostileText,
      status: fc.constantFrom('open', 'settled'),
      verdict: optional(hostileText),
      reason: optional(hostileText),
      resolveBy: optional(day),
      outcome: optional(fc.constantFrom('fulfilled', 'failed')),
    }),
  ),
  sources: fc.uniqueArray(source, { maxLength: 2, selector: ({ id }) => id }),
  history: fc.array(
    fc.record({
      at: time,
      kind: fc.constantFrom('wording-accepted', 'note-conflict'),
      before: hostileText,
      after: hostileText,
    }),
    { maxLength: 1 },
  ),
  createdAt: time,
  updatedAt: time,
  revision: natural,
  origin: optional(foreign),
  ext: foreign,
});

/** One article with its annotations, each of another id. */
export const anyNotes = fc
  .tuple(anyArticle, fc.uniqueArray(anyAnnotation, { maxLength: 3, selector: ({ id }) => id }))
  .map(([article, annotations]) => ({
    article,
    annotations: annotations.map((annotation) => ({ ...annotation, articleId: article.id })),
  }));
