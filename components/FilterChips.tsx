import './search.css';
import { useId } from 'preact/hooks';
import { COLORS } from '#model/records.ts';
import { hasFilter, queryParts, toggleFilter, writeFilter } from '#model/searchQuery.ts';
import { t } from './strings.ts';

interface Props {
  query: string;
  onChange: (query: string) => void;
  tags: { name: string; count: number }[];
  sites: { name: string; count: number }[];
  /** Tags and outlets are not counted yet: their choices stand there already, so that nothing moves when they come. */
  pending?: boolean;
}

const STATES = ['unsourced', 'contested', 'changed', 'missing', 'due'] as const;
const SINCE = ['1d', '7d', '30d', '365d'] as const;
/** Choices of one list. */
const MOST = 200;

/** Conditions of a search as chips: pressing one writes it into the query, or takes it out. */
export function FilterChips({ query, onChange, tags, sites, pending = false }: Props) {
  const toggle = (part: string) => onChange(toggleFilter(query, part));
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{t('filter.label')}</legend>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          class="chip"
          data-testid={`chip-${state}`}
          aria-pressed={hasFilter(query, `is:${state}`)}
          onClick={() => toggle(`is:${state}`)}
        >
          {t(`filter.${state}`)}
        </button>
      ))}
      <Choice
        label={t('filter.tag')}
        query={query}
        onChange={onChange}
        testid="chip-tag"
        pending={pending}
        options={tags
          .slice(0, MOST)
          .map(({ name, count }) => [writeFilter('tag', name), `${name} (${count})`])}
      />
      <Choice
        label={t('filter.site')}
        query={query}
        onChange={onChange}
        testid="chip-site"
        pending={pending}
        options={sites
          .slice(0, MOST)
          .map(({ name, count }) => [writeFilter('site', name), `${name} (${count})`])}
      />
      <Choice
        label={t('filter.color')}
        query={query}
        onChange={onChange}
        testid="chip-color"
        options={COLORS.map((color) => [writeFilter('color', color), t(`color.${color}`)])}
      />
      <Choice
        label={t('filter.since')}
        query={query}
        onChange={onChange}
        testid="chip-since"
        options={SINCE.map((days) => [writeFilter('after', days), t(`filter.after${days}`)])}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  label: string;
  query: string;
  onChange: (query: string) => void;
  testid: string;
  /** Conditions and their names. */
  options: [string, string][];
  /** It is shown although there is nothing to choose yet. */
  pending?: boolean;
}

/** One condition of a kind at most: another one takes its place. */
function Choice({ label, query, onChange, testid, options, pending = false }: ChoiceProps) {
  const id = useId();
  const chosen = options.find(([part]) => hasFilter(query, part))?.[0] ?? '';
  if (options.length === 0 && !pending) return null;
  return (
    <span class="chip-choice" data-chosen={chosen !== ''}>
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        class="chip"
        data-testid={testid}
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          const rest = chosen ? toggleFilter(query, chosen) : query;
          onChange(value ? [...queryParts(rest), value].join(' ') : rest);
        }}
      >
        <option value="">{label}</option>
        {options.map(([part, name]) => (
          // The reader's tags and sites, in whatever script they are.
          <option key={part} value={part} dir="auto">
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
