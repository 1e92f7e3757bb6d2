import { Printer } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { EmptyState } from '../EmptyState.tsx';
import { FilterChips } from '../FilterChips.tsx';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { t } from '../strings.ts';
import type { LibraryProps } from './LibraryProps.ts';
import { LIBRARY_GROUPINGS, type LibraryGrouping, type SelectionPart } from './LibraryState.ts';
import { MarkList } from './MarkList.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { SelectionBar } from './SelectionBar.tsx';

interface NotesPaneProps extends LibraryProps {
  part: SelectionPart | null;
  /** The part is open now. */
  onPart: () => void;
}

/** Marks that were found, by group, and the one in hand beside them. */
export function NotesPane({ state, actions, card, part, onPart }: NotesPaneProps) {
  const { address, rows, selected, reading, tags } = state;
  const [entered, setEntered] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <section class="library-list" ref={list} aria-label={t('library.list')}>
        <div class="library-bar">
          <FilterChips
            query={address.query}
            onChange={(query) => actions.goTo({ query })}
            tags={tags}
            sites={state.sites}
          />
          {state.faults.map((fault) => (
            <p key={fault} class="hint query-fault" data-testid="query-fault">
              {fault}
            </p>
          ))}
          <div class="library-count">
            <p role="status" data-testid="library-count">
              {rows ? t('library.marks', rows.total) : t('common.loading')}
            </p>
            <GroupChoice group={address.group} onChange={(group) => actions.goTo({ group, open: null })} />
            <IconButton
              icon={Printer}
              label={t(ACTIONS.print.name)}
              testid="print"
              onClick={() => actions.printFound()}
            />
          </div>
          {selected.size > 0 && rows && (
            <SelectionBar
              count={selected.size}
              total={rows.total}
              tags={tags}
              join={state.join}
              part={part}
              onPart={onPart}
              actions={actions}
            />
          )}
        </div>
        {rows && rows.count > 0 && (
          <MarkList
            rows={rows}
            address={address}
            selected={selected}
            actions={actions}
            onEnter={() => setEntered(entered + 1)}
          />
        )}
        {rows?.count === 0 && <Empty query={address.query} />}
      </section>
      <ReadingPane
        reading={reading}
        by={address.group}
        heldId={state.heldId}
        knownTags={tags.map(({ name }) => name)}
        actions={actions}
        card={card}
        entered={entered}
        onLeave={() => {
          if (!matchMedia('(min-width: 40rem)').matches) actions.open(null);
          list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
        }}
      />
    </>
  );
}

function Empty({ query }: { query: string }) {
  return query.trim() ? (
    <p class="library-none">{t('popup.nothing', { query: query.trim() })}</p>
  ) : (
    <EmptyState title={t('empty.libraryTitle')} testid="empty">
      <p>{t('empty.library')}</p>
    </EmptyState>
  );
}

function GroupChoice({
  group,
  onChange,
}: {
  group: LibraryGrouping;
  onChange: (group: LibraryGrouping) => void;
}) {
  return (
    <label class="group-choice">
      {t('library.groupBy')}
      <select
        class="chip"
        data-testid="group-by"
        value={group}
        onChange={({ currentTarget: { value } }) => {
          const chosen = LIBRARY_GROUPINGS.find((one) => one === value);
          if (chosen) onChange(chosen);
        }}
      >
        {LIBRARY_GROUPINGS.map((one) => (
          <option key={one} value={one}>
            {t(`library.by.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
