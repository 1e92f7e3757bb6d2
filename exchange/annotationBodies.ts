import type { Annotation, Article, Quote, Source } from '#model/records.ts';
import { CAPS } from '#model/text.ts';
import { asHeld } from './foreign/isSameQuote.ts';
import { keptEntry } from './foreign/keptEntry.ts';
import { isFields, listOf } from './foreign/Reader.ts';
import { lineOf, namesOf } from './foreign/readField.ts';
import { bodyParts, targetParts } from './foreign/webAnnotationParts.ts';
import { linkDestination } from './markdownLink.ts';

const textBody = (purpose: string, value: string, format = 'text/plain') => ({
  type: 'TextualBody',
  purpose,
  value,
  format,
});

export const quoteSelector = ({ exact, prefix, suffix }: Quote) => ({
  type: 'TextQuoteSelector',
  exact,
  ...(prefix && { prefix }),
  ...(suffix && { suffix }),
});

/** A source as what it links to, with the passage; as text where it has no address. */
function sourceBody({ url, title, site, quote, stance }: Source): object {
  if (!linkDestination(url)) return textBody('linking', [stance, title || site].filter(Boolean).join(': '));
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: url,
    ...(quote && { selector: quoteSelector(quote) }),
  };
}

const bodiesOf = ({ note, tags }: { note: string; tags: string[] }): object[] => [
  ...(note ? [textBody('commenting', note, 'text/markdown')] : []),
  ...tags.map((tag) => textBody('tagging', tag)),
];

/** The bodies of an entry. */
export interface Bodies {
  /** The note and the tags, as they came or as ours. */
  said: unknown[];
  /** What was added here. */
  more: object[];
  /** The title of a page. */
  title: object[];
  /** Whether `said` stands as it came from another program. */
  isAsItCame: boolean;
}

const asBody = (value: unknown): object => ({ type: 'TextualBody', value, format: 'text/plain' });

/** The note and the tags as they came, where the record still says the same; else as ours. */
function bodies(record: Annotation | Article, more: object[], title: object[] = []): Bodies {
  const kept = keptEntry(record.ext, 'webAnnotation');
  const given = [...listOf(kept.body), ...listOf(kept.bodyValue)];
  const { note, tags } = bodyParts({ motivation: kept.motivation, body: given });
  const isAsItCame =
    given.length > 0 &&
    given.every((body) => typeof body === 'string' || isFields(body)) &&
    asHeld(note) === record.note &&
    JSON.stringify(namesOf(tags.map(asHeld), /,/u, CAPS.tags)) === JSON.stringify(record.tags);
  const isAlone = title.length + more.length === 0;
  // A text that stood as `bodyValue` is no name of a body, which a text in a list of bodies would be.
  const said = isAlone ? given : [...listOf(kept.body), ...listOf(kept.bodyValue).map(asBody)];
  return { said: isAsItCame ? said : bodiesOf(record), more, title, isAsItCame };
}

export const articleBodies = (article: Article): Bodies => {
  const { title } = article;
  const kept = keptEntry(article.ext, 'webAnnotation');
  const isTold = lineOf(asHeld(bodyParts(kept).title || targetParts(kept.target).title)) === title;
  return bodies(article, [], title && !isTold ? [textBody('describing', title)] : []);
};

export const annotationBodies = (annotation: Annotation): Bodies => {
  const { claim, sources } = annotation;
  return bodies(annotation, [
    ...(claim ? [textBody('classifying', `claim: ${claim.type}`)] : []),
    ...(claim?.statement ? [textBody('describing', claim.statement)] : []),
    ...(claim?.verdict ? [textBody('assessing', claim.verdict)] : []),
    ...sources.map(sourceBody),
  ]);
};

/** All bodies, in the order in which they are written. */
const allOf = ({ title, said, more }: Bodies): unknown[] => [...title, ...said, ...more];

/** Bodies as the model lists them; those that came keep their form where nothing was added to them. */
export function bodyOf(record: Annotation | Article, all: Bodies): Record<string, unknown> {
  const { body, bodyValue } = keptEntry(record.ext, 'webAnnotation');
  const hasMore = all.title.length + all.more.length > 0;
  if (all.isAsItCame && !hasMore)
    return { ...(body !== undefined && { body }), ...(bodyValue !== undefined && { bodyValue }) };
  return allOf(all).length > 0 ? { body: allOf(all) } : {};
}
