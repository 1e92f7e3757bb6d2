import { yamlScalar, yamlTime } from '../yamlScalar.ts';
import { splitAtPlaceholders } from './placeholders.ts';
import { textOfValue, Written } from './Written.ts';

/** `- `, `key: `, or both: what may stand before a value. */
const LEAD = /^\s*(?:-\s+)*(?:[^\s:#'"[{&*!|>%@`-][^:#'"[{]*:(?:\s+|$))?/u;

/** One value as YAML on one line. */
function yamlOf(value: unknown): string {
  if (value instanceof Written) {
    const { kind, text } = Written.formsOf(value);
    return kind === 'time' ? yamlTime(text) : yamlScalar(text);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(yamlOf).join(', ')}]`;
  return value === null || value === undefined || value === '' ? '' : yamlScalar(String(value));
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).join(', ') : textOfValue(value);

/**
 * Lines of YAML in which every value keeps its place: alone behind a name it is a scalar or a list, among other
 * words all of them become one string in quotes, so no value can end a line, begin a name, or be a comment.
 */
export function composeYaml(text: string, values: readonly unknown[]): string {
  return text
    .split('\n')
    .map((line) => composeLine(line, values))
    .join('\n');
}

function composeLine(line: string, values: readonly unknown[]): string {
  const pieces = splitAtPlaceholders(line, values);
  if (pieces.length === 0) return line;
  const lead = LEAD.exec(line)?.[0] ?? '';
  const [first, ...others] = pieces;
  const end = pieces.rest.trim();
  const isAlone = first && others.length === 0 && first.before === lead && end === '';
  if (isAlone) return (lead + yamlOf(first.value)).trimEnd();
  const words = line.slice(lead.length);
  if (/^\[[^\]]*\]\s*$/u.test(words) && isList(pieces, lead))
    return pieces.map(({ before, value }) => before + (yamlOf(value) || '""')).join('') + pieces.rest;
  const literal = [
    ...pieces.map(({ before }, at) => (at === 0 ? before.slice(lead.length) : before)),
    pieces.rest,
  ];
  const quote = /^["']/u.exec(literal[0] ?? '')?.[0];
  if (quote && literal.at(-1)?.trimEnd().endsWith(quote)) {
    literal[0] = literal[0]?.slice(1) ?? '';
    literal.push(literal.pop()?.trimEnd().slice(0, -1) ?? '');
  }
  const joined = literal
    .map((part, at) => part + (at < pieces.length ? textOf(pieces[at]?.value) : ''))
    .join('');
  return lead + yamlScalar(joined.trim());
}

/** Whether each value stands alone between brackets and commas. */
const isList = (pieces: { before: string }[] & { rest: string }, lead: string): boolean =>
  pieces.every(({ before }, at) => /(?:^\[|,)\s*$/u.test(at === 0 ? before.slice(lead.length) : before)) &&
  pieces.slice(1).every(({ before }) => /^\s*,/u.test(before)) &&
  /^\s*[,\]]/u.test(pieces.rest);
