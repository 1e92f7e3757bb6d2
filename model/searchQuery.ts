import { fold } from './fold.ts';
import { COLORS, type Color } from './records.ts';
import { webAddress } from './webAddress.ts';

/** What `is:` can ask for. */
export const IS_STATES = [
  'claim',
  'unsourced',
  'contested',
  'changed',
  'missing',
  'suggested',
  'due',
] as const;
export type IsState = (typeof IS_STATES)[number];

export const OPERATORS = ['tag', 'site', 'author', 'source', 'is', 'color', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A word or phrase to be found, folded. */
export interface SearchTerm {
  text: string;
  not: boolean;
}

/** A condition on a record. Texts are folded; days are of the reader's calendar, YYYY-MM-DD. */
export type SearchFilter = { not: boolean } & (
  | { by: 'tag' | 'site' | 'author'; text: string }
  /** Words of a source's title or address, or, where `whole`, all of its address without a fragment. */
  | { by: 'source'; text: string; whole: boolean }
  | { by: 'is'; state: IsState }
  | { by: 'color'; color: Color }
  /** `before` a day; `after`: on that day or later. */
  | { by: 'before' | 'after'; day: string }
);

/** What is wrong with a part of a query. The rest of it is searched all the same. */
export interface QueryFault {
  kind: 'unknown operator' | 'no value' | 'unknown state' | 'unknown color' | 'no day' | 'open quote';
  /** The part, as typed. */
  part: string;
}

export interface SearchQuery {
  terms: SearchTerm[];
  filters: SearchFilter[];
  faults: QueryFault[];
}

/** Longest query that is read, UTF-16 units. */
const LONGEST = 1_000;
/** Ways of writing an operator that readers try. */
const ALIASES: Record<string, Operator> = {
  colour: 'color',
  tags: 'tag',
  by: 'author',
  since: 'after',
  cites: 'source',
};
const QUOTES = '"“”„«»';
const PART = new RegExp(
  `(-?)(?:([\\p{L}]+)[:：](?=\\S))?(?:[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]|$)|(\\S+))|\\S+`,
  'gu',
);

/** How the parts of a query are read; `today` is the reader's day, YYYY-MM-DD. */
export function readQuery(query: string, today: string): SearchQuery {
  const read: SearchQuery = { terms: [], filters: [], faults: [] };
  /** Values of conditions that can't be met, searched as words where nothing else is left. */
  const spare: string[] = [];
  for (const [part, minus, name, phrase, close, word] of query.slice(0, LONGEST).trim().matchAll(PART)) {
    const not = minus === '-';
    const value = (phrase ?? word ?? part).trim();
    if (phrase !== undefined && close === '') read.faults.push({ kind: 'open quote', part });
    const operator = name === undefined ? undefined : operatorOf(name);
    if (!operator) {
      const isBareOperator = /^-?(\p{L}+)[:：]$/u.exec(part)?.[1];
      if (isBareOperator && operatorOf(isBareOperator)) {
        read.faults.push({ kind: 'no value', part });
        continue;
      }
      // An address or a time of day is no condition.
      if (name && !/^(?:\/\/|\d)/.test(value)) read.faults.push({ kind: 'unknown operator', part });
      const text = fold(name === undefined ? value : `${name}:${value}`).trim();
      if (text !== '' && text !== '-') read.terms.push({ text, not });
      continue;
    }
    const filter = filterOf(operator, value, today);
    if ('kind' in filter) {
      read.faults.push({ kind: filter.kind, part });
      if (value) spare.push(value);
    } else read.filters.push({ ...filter, not });
  }
  if (read.terms.length + read.filters.length === 0)
    read.terms = spare.map((value) => ({ text: fold(value).trim(), not: false })).filter(({ text }) => text);
  return read;
}

/** Whether a query asks for anything. */
export const isEmptyQuery = ({ terms, filters }: SearchQuery): boolean => terms.length + filters.length === 0;

/** A condition as it is typed, with the value in quotes where it needs them. */
export function writeFilter(operator: Operator, value: string): string {
  const plain = value.replace(/["“”„«»]/gu, ' ').trim();
  return `${operator}:${/\s/u.test(plain) ? `"${plain}"` : plain}`;
}

/** A query with a condition added, or taken out where it is there. */
export function toggleFilter(query: string, part: string): string {
  const parts = queryParts(query);
  const rest = parts.filter((one) => fold(one) !== fold(part));
  return (rest.length < parts.length ? rest : [...parts, part]).join(' ');
}

/** Whether a condition stands in a query. */
export const hasFilter = (query: string, part: string): boolean =>
  queryParts(query).some((one) => fold(one) === fold(part));

/** The parts of a query as typed. */
export const queryParts = (query: string): string[] =>
  [...query.slice(0, LONGEST).trim().matchAll(PART)].map(([part]) => part);

function operatorOf(name: string): Operator | undefined {
  const lower = fold(name);
  return (
    OPERATORS.find((one) => one === lower) ?? (Object.hasOwn(ALIASES, lower) ? ALIASES[lower] : undefined)
  );
}

type Condition = SearchFilter extends infer F ? (F extends unknown ? Omit<F, 'not'> : never) : never;

function filterOf(by: Operator, value: string, today: string): Condition | { kind: QueryFault['kind'] } {
  const text = fold(value).trim();
  if (text === '') return { kind: 'no value' };
  switch (by) {
    case 'tag':
    case 'site':
    case 'author':
      return { by, text: by === 'tag' ? text.replace(/^#/, '') : text };
    case 'source': {
      const address = webAddress(value);
      return address === undefined
        ? { by, text: text.replace(/^www\./, ''), whole: false }
        : { by, text: fold(address.split('#')[0] ?? ''), whole: true };
    }
    case 'is': {
      const state = IS_STATES.find((one) => one === text);
      return state ? { by, state } : { kind: 'unknown state' };
    }
    case 'color': {
      const color = COLORS.find((one) => one === text);
      return color ? { by, color } : { kind: 'unknown color' };
    }
    case 'before':
    case 'after': {
      const day = dayOf(text, today);
      return day ? { by, day } : { kind: 'no day' };
    }
  }
}

/** A day from a year, a month, a day, or so many days ago ("7d"). */
function dayOf(text: string, today: string): string | undefined {
  const ago = /^(\d{1,5})d$/.exec(text)?.[1];
  if (ago !== undefined) return daysFrom(today, -Number(ago));
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return daysFrom(written, 0) === written ? written : undefined;
}

/** The calendar's day so many days after one; undefined where that is none. */
export function daysFrom(day: string, days: number): string | undefined {
  const time = Date.parse(`${day}T12:00:00Z`) + days * 86_400_000;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
