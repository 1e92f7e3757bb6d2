import * as v from 'valibot';

/*
 * The rules of the W3C Web Annotation Data Model (Recommendation of 23 February 2017) for what is written here: which
 * properties must be there, how often, and of which kind.
 */

const iri = v.pipe(v.string(), v.regex(/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu));
const dateTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u),
);
const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** 3.3.5, Motivation and Purpose. */
const motivation = v.picklist([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);

/** 4.2.4: exactly one `exact`, at most one `prefix` and `suffix`. */
const textQuote = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.string(),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});
/** 4.2.5: exactly one `start` and `end`, both not negative. */
const textPosition = v.pipe(
  v.strictObject({ type: v.literal('TextPositionSelector'), start: natural, end: natural }),
  v.check(({ start, end }) => start <= end),
);
const selector = v.union([textQuote, textPosition]);

/** 4.3.1: either `sourceDate`, or both a start and an end; not both kinds. */
const timeState = v.union([
  v.strictObject({ type: v.literal('TimeState'), sourceDate: dateTime }),
  v.strictObject({ type: v.literal('TimeState'), sourceDateStart: dateTime, sourceDateEnd: dateTime }),
]);

/** 4: exactly one `source`. */
const specificResource = v.strictObject({
  type: v.literal('SpecificResource'),
  source: iri,
  purpose: v.optional(motivation),
  selector: v.optional(v.union([selector, v.pipe(v.array(selector), v.minLength(1))])),
  state: v.optional(timeState),
  styleClass: v.optional(v.string()),
});

/** 3.2.4: exactly one `value`. */
const textualBody = v.strictObject({
  type: v.literal('TextualBody'),
  value: v.string(),
  format: v.optional(v.string()),
  language: v.optional(v.string()),
  purpose: v.optional(motivation),
});

/** 3.1: exactly one id, the class, one or more targets. */
const annotation = v.strictObject({
  id: iri,
  type: v.literal('Annotation'),
  motivation: v.optional(motivation),
  created: v.optional(dateTime),
  modified: v.optional(dateTime),
  body: v.optional(v.pipe(v.array(v.union([textualBody, specificResource])), v.minLength(1))),
  target: v.union([iri, specificResource]),
  /** Of the context beside the model's: plain JSON. */
  claimlight: v.optional(v.record(v.string(), v.unknown())),
});

/** 5.1 and 5.2: a collection tells its total and holds its first page; a page holds items and tells its collection. */
export const AnnotationCollection = v.pipe(
  v.strictObject({
    '@context': v.pipe(v.array(v.unknown()), v.includes('http://www.w3.org/ns/anno.jsonld')),
    id: iri,
    type: v.literal('AnnotationCollection'),
    label: v.string(),
    total: natural,
    first: v.strictObject({
      id: iri,
      type: v.literal('AnnotationPage'),
      partOf: iri,
      startIndex: natural,
      items: v.array(annotation),
    }),
  }),
  v.check(({ id, first }) => first.partOf === id),
  v.check(({ total, first }) => total === first.items.length),
);
