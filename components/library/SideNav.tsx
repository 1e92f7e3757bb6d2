import { Bookmark, X } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { writeFilter } from '#model/searchQuery.ts';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import { canKeepSearch } from './canKeepSearch.ts';
import type { LibraryActions, LibraryState, NamedCount } from './LibraryState.ts';

interface Props {
  state: LibraryState;
  actions: LibraryActions;
}

/** Tags and outlets listed. */
const LISTED = 15;

/** Ways into the library: kept searches, and the tags and outlets used most. */
export function SideNav({ state, actions }: Props) {
  const { address, saved, tags, sites } = state;
  const link = (name: string, query: string, count?: number) => (
    <a
      href={actions.hrefOf({ view: 'notes', query })}
      aria-current={address.view === 'notes' && address.query === query ? 'page' : undefined}
    >
      <bdi>{name}</bdi>
      {count !== undefined && <span class="side-count">{count}</span>}
    </a>
  );
  const list = (title: string, all: NamedCount[], operator: 'tag' | 'site') =>
    all.length > 0 && (
      <section>
        <h2>{title}</h2>
        <ul>
          {all.slice(0, LISTED).map(({ name, count }) => (
            <li key={name}>{link(name, writeFilter(operator, name), count)}</li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <section>
        <h2>{t('library.searches')}</h2>
        <ul>
          <li>{link(t('library.everything'), '')}</li>
          {saved.map(({ name, query }) => (
            <li key={name} class="side-saved">
              {link(name, query)}
              <IconButton
                icon={X}
                label={t('library.forget', { name })}
                testid="forget-search"
                onClick={() => actions.forgetSearch(name)}
              />
            </li>
          ))}
        </ul>
        {canKeepSearch(state) && (
          <SaveForm key={address.query} query={address.query} onSave={actions.saveSearch} />
        )}
      </section>
      {list(t('tags.label'), tags, 'tag')}
      {list(t('library.outlets'), sites, 'site')}
    </>
  );
}

function SaveForm({ query, onSave }: { query: string; onSave: (name: string) => void }) {
  const [name, setName] = useState(query);
  const id = useId();
  return (
    <form
      class="side-save"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSave(name.trim());
      }}
    >
      <label for={id} class="visually-hidden">
        {t('library.searchName')}
      </label>
      <input
        id={id}
        class="field-input"
        data-testid="search-name"
        maxLength={100}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="button" data-testid="save-search">
        <Bookmark size={14} aria-hidden="true" /> {t(ACTIONS.keepSearch.name)}
      </button>
    </form>
  );
}
