import { LIMITS } from '#model/text.ts';
import { fieldsOf, isFields, listOf, stringOf } from './Reader.ts';

type Fields = Record<string, unknown>;

/** Whether a node of the model is of a type, with or without a prefix. */
export const isOf = (one: unknown, type: string): boolean =>
  listOf(fieldsOf(one).type ?? fieldsOf(one)['@type']).some(
    (name) => stringOf(name).replace(/^.*[:#/]/u, '') === type,
  );

/** What a target says: its page, its words, and the selectors for them. */
export interface TargetParts {
  /** Without a text directive; '' where there is none. */
  url: string;
  /** '' where no words are named. */
  exact: string;
  quote: Fields;
  position: Fields;
  title: unknown;
  /** Of the page that was read, ISO 8601 where the file is right. */
  at: unknown;
}

/** @param given an IRI or a resource */
export function targetParts(given: unknown): TargetParts {
  const target = isFields(given) ? given : { source: given };
  const source = isFields(target.source)
    ? (target.source.id ?? target.source['@id'] ?? target.source.source)
    : (target.source ?? target.id);
  const state = listOf(target.state)
    .map(fieldsOf)
    .find((each) => isOf(each, 'TimeState'));
  const selectors = selectorsOf(target);
  const quote = fieldsOf(selectors.find((each) => isOf(each, 'TextQuoteSelector')));
  const fragment = /#:~:text=(.*)$/u.exec(stringOf(source))?.[1];
  return {
    url: stringOf(source).replace(/#?:~:text=.*$/u, ''),
    exact: stringOf(quote.exact) || wordsOf(fragment),
    quote,
    position: fieldsOf(selectors.find((each) => isOf(each, 'TextPositionSelector'))),
    title: fieldsOf(target.source).title || target.title,
    at: state?.sourceDate ?? state?.sourceDateStart,
  };
}

/** A selector and those that refine it, outermost first. */
function selectorsOf(target: Fields): Fields[] {
  const open = listOf(target.selector).filter(isFields);
  const all: Fields[] = [];
  for (let one = open.shift(); one && all.length < 50; one = open.shift()) {
    all.push(one);
    open.push(
      ...listOf(one.refinedBy).filter(isFields),
      ...(isOf(one, 'Choice') ? listOf(one.items).filter(isFields) : []),
    );
  }
  return all;
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

/**
 * What is said: comments joined, tags listed. A body may be a text, an object, or a list of either. What describes a
 * bookmark is the title of its page.
 */
export function bodyParts(one: Fields): { note: string; tags: string[]; title: string } {
  const notes: string[] = [];
  const tags: string[] = [];
  let title = '';
  const isBookmark = listOf(one.motivation).some((each) => /bookmarking$/u.test(stringOf(each)));
  const bodies = [...listOf(one.body), ...listOf(one.bodyValue)].flatMap((body) =>
    isOf(body, 'Choice') || isOf(body, 'List') ? listOf(fieldsOf(body).items) : [body],
  );
  for (const body of bodies) {
    const fields = fieldsOf(body);
    const text =
      typeof body === 'string' ? body : stringOf(fields.value ?? fields['rdf:value'] ?? fields.chars);
    const purposes = listOf(fields.purpose ?? fields.role ?? one.motivation).map(stringOf);
    const isTitle =
      fields.purpose === 'titling' ||
      (isBookmark && /describing$/u.test(stringOf(fields.purpose)) && !/[\r\n]/u.test(text));
    if (purposes.some((purpose) => /tagging$/u.test(purpose)) && isFields(body))
      tags.push(text || stringOf(fields.id));
    else if (isTitle && title === '' && text !== '' && text.length <= LIMITS.line) title = text;
    else if (text) notes.push(text);
    else if (stringOf(fields.id ?? fields.source)) notes.push(stringOf(fields.id ?? fields.source));
  }
  return { note: notes.join('\n\n'), tags: tags.filter(Boolean), title };
}
