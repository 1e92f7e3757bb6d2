import type { Gathering } from './Gathering.ts';
import { OwnEntries } from './OwnEntries.ts';
import { fieldsOf, isFields, listOf, othersOf, type Reader, stringOf } from './Reader.ts';

const isOf = (one: unknown, type: string): boolean =>
  listOf(fieldsOf(one).type ?? fieldsOf(one)['@type']).some(
    (name) => stringOf(name).replace(/^.*[:#/]/u, '') === type,
  );

/** Annotations in whatever they are wrapped: one, a list, a collection, a page. */
function annotationsIn(json: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > 4) return [];
  if (Array.isArray(json)) return json.flatMap((one) => annotationsIn(one, depth + 1));
  if (!isFields(json)) return [];
  if (isOf(json, 'Annotation')) return [json];
  const inside = [json.first, json.items, json['@graph'], json.last].filter((one) => typeof one === 'object');
  return inside.flatMap((one) => annotationsIn(one, depth + 1));
}

/** A selector and those that refine it, outermost first. */
function selectorsOf(target: Record<string, unknown>): Record<string, unknown>[] {
  const open = listOf(target.selector).filter(isFields);
  const all: Record<string, unknown>[] = [];
  for (let one = open.shift(); one && all.length < 50; one = open.shift()) {
    all.push(one);
    open.push(
      ...listOf(one.refinedBy).filter(isFields),
      ...(isOf(one, 'Choice') ? listOf(one.items).filter(isFields) : []),
    );
  }
  return all;
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
      if (!own.take(one, () => ownWords(one))) take(at + 1, one, into);
    }
  },
};

function take(line: number, one: Record<string, unknown>, into: Gathering): void {
  const targets = listOf(one.target);
  if (targets.length === 0) into.refuse(line, 'no target');
  const { note, tags, title } = bodiesOf(one);
  for (const given of targets) {
    const target = isFields(given) ? given : { source: given };
    const source = isFields(target.source)
      ? (target.source.id ?? target.source['@id'] ?? target.source.source)
      : (target.source ?? target.id);
    const state = listOf(target.state)
      .map(fieldsOf)
      .find((each) => isOf(each, 'TimeState'));
    const at = one.created ?? one.modified ?? state?.sourceDate ?? state?.sourceDateStart;
    const selectors = selectorsOf(target);
    const quote = selectors.find((each) => isOf(each, 'TextQuoteSelector'));
    const position = fieldsOf(selectors.find((each) => isOf(each, 'TextPositionSelector')));
    const fragment = /#:~:text=(.*)$/u.exec(stringOf(source))?.[1];
    const exact = stringOf(quote?.exact) || wordsOf(fragment);
    const article = into.article(line, {
      url: stringOf(source).replace(/#?:~:text=.*$/u, ''),
      title: title || fieldsOf(target.source).title || target.title,
      at,
      ...(exact ? {} : { note, tags }),
    });
    if (!article) continue;
    if (!exact && !note && tags.length === 0) into.refuse(line, 'no marked words and no note');
    if (!exact) continue;
    into.highlight(line, article, {
      quote: exact,
      prefix: quote?.prefix,
      suffix: quote?.suffix,
      start: position.start,
      end: position.end,
      note,
      tags,
      at,
      changedAt: one.modified,
      id: one.id ?? one['@id'],
      ext: othersOf(one, '@context', 'type', 'created', 'modified'),
    });
  }
}

/** The note and the tags of an entry of ours. */
function ownWords(one: Record<string, unknown>): { note: string; tags: string[] } {
  const values = (purpose: string) =>
    listOf(one.body)
      .map(fieldsOf)
      .filter((body) => body.purpose === purpose)
      .map(({ value }) => stringOf(value));
  return { note: values('commenting').join('\n\n'), tags: values('tagging') };
}

/** The words of a text directive that names a whole passage. */
function wordsOf(fragment: string | undefined): string {
  const parts =
    (fragment ?? '')
      .split('&')[0]
      ?.split(',')
      .filter((part) => !/^-|-$/u.test(part)) ?? [];
  try {
    return parts.length === 1 ? decodeURIComponent(parts[0] ?? '') : '';
  } catch {
    // Not percent-encoded text: no words.
    return '';
  }
}

/** What is said: comments joined, tags listed. A body may be a text, an object, or a list of either. */
function bodiesOf(one: Record<string, unknown>): { note: string; tags: string[]; title: string } {
  const notes: string[] = [];
  const tags: string[] = [];
  let title = '';
  const bodies = [...listOf(one.body), ...listOf(one.bodyValue)].flatMap((body) =>
    isOf(body, 'Choice') || isOf(body, 'List') ? listOf(fieldsOf(body).items) : [body],
  );
  for (const body of bodies) {
    const fields = fieldsOf(body);
    const text =
      typeof body === 'string' ? body : stringOf(fields.value ?? fields['rdf:value'] ?? fields.chars);
    const purposes = listOf(fields.purpose ?? fields.role ?? one.motivation).map(stringOf);
    if (purposes.some((purpose) => /tagging$/u.test(purpose)) && isFields(body))
      tags.push(text || stringOf(fields.id));
    else if (
      /describing$/u.test(purposes[0] ?? '') &&
      isFields(body) &&
      !notes.length &&
      text.length < 200 &&
      fields.purpose === 'titling'
    )
      title = text;
    else if (text) notes.push(text);
    else if (stringOf(fields.id ?? fields.source)) notes.push(stringOf(fields.id ?? fields.source));
  }
  return { note: notes.join('\n\n'), tags: tags.filter(Boolean), title };
}
