import './search.css';
import { Search } from 'lucide-preact';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { COLORS } from '#model/records.ts';
import { IS_STATES, OPERATORS, queryParts, writeFilter } from '#model/searchQuery.ts';
import { t } from './strings.ts';

interface Props {
  query: string;
  onInput: (query: string) => void;
  tags: { name: string }[];
  sites: { name: string }[];
  sources?: { name: string }[];
  inputRef?: Ref<HTMLInputElement>;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** Completions offered at once. */
const MOST = 12;

/** The search, which completes conditions, tags and outlets. */
export function SearchField({ query, onInput, tags, sites, sources = [], inputRef, onKeyDown }: Props) {
  const id = useId();
  return (
    <search class="search">
      <label class="visually-hidden" for={id}>
        {t('popup.search')}
      </label>
      <Search size={16} aria-hidden="true" />
      <input
        id={id}
        type="search"
        class="search-input"
        data-testid="search"
        placeholder={t('popup.searchExample')}
        list={`${id}-list`}
        autocomplete="off"
        spellcheck={false}
        value={query}
        ref={inputRef ?? null}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => onKeyDown?.(event)}
      />
      <datalist id={`${id}-list`}>
        {completionsOf(query, tags, sites, sources).map((value) => (
          // Browsers offer what begins like the field's text; the quotes are only ours.
          <option key={value} value={value} label={value.replaceAll('"', '')} />
        ))}
      </datalist>
    </search>
  );
}

type Named = readonly { name: string }[];

/** A condition as it is typed before its end is known: without quotes. */
const plain = (part: string): string => part.toLowerCase().replace(/["“”„«»]/gu, '');

/** Whole queries that the last part of one may become. */
export function completionsOf(query: string, tags: Named, sites: Named, sources: Named = []): string[] {
  if (query === '' || /\s$/u.test(query)) return [];
  const parts = queryParts(query);
  const last = (parts.at(-1) ?? '').toLowerCase();
  const minus = last.startsWith('-') ? '-' : '';
  const bare = last.slice(minus.length);
  const [operator, value] = bare.split(/:(.*)/su);
  const values =
    value === undefined
      ? OPERATORS.filter((one) => bare !== '' && one.startsWith(bare)).map((one) => `${one}:`)
      : valuesOf(operator ?? '', tags, sites, sources);
  const before = query.slice(0, query.length - (parts.at(-1) ?? '').length);
  return values
    .filter((one) => plain(one).startsWith(plain(bare)) && one.toLowerCase() !== bare)
    .slice(0, MOST)
    .map((one) => before + minus + one);
}

function valuesOf(operator: string, tags: Named, sites: Named, sources: Named): string[] {
  switch (operator) {
    case 'tag':
      return tags.map(({ name }) => writeFilter('tag', name));
    case 'site':
      return sites.map(({ name }) => writeFilter('site', name));
    case 'source':
      return sources.map(({ name }) => writeFilter('source', name));
    case 'is':
      return IS_STATES.map((state) => writeFilter('is', state));
    case 'color':
      return COLORS.map((color) => writeFilter('color', color));
    case 'after':
      return ['1d', '7d', '30d', '365d'].map((days) => writeFilter('after', days));
    default:
      return [];
  }
}
