import '#assets/styles/base.css';
import '../page.css';
import '../sidebar/sidebar.css';
import '../sidebar/evidence.css';
import './library.css';
import { Printer, SlidersHorizontal } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EmptyState } from '../EmptyState.tsx';
import { FilterChips } from '../FilterChips.tsx';
import { IconButton } from '../IconButton.tsx';
import { DeletedList } from '../options/DeletedList.tsx';
import { HistoryList } from '../options/HistoryList.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { matchesKey } from '../palette/matchesKey.ts';
import { Palette } from '../palette/Palette.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import type { PaletteKeys } from '../palette/PaletteKeys.ts';
import { SearchField } from '../SearchField.tsx';
import type { CardActions } from '../sidebar/SidebarActions.ts';
import type { LibraryTrouble } from '../sidebar/SidebarState.ts';
import { TroubleBanner } from '../sidebar/TroubleBanner.tsx';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { useFocusLedOn } from '../useFocusLedOn.ts';
import { FiguresPanel } from './FiguresPanel.tsx';
import {
  LIBRARY_GROUPINGS,
  LIBRARY_VIEWS,
  type LibraryActions,
  type LibraryGrouping,
  type LibraryState,
  type SelectionPart,
} from './LibraryState.ts';
import { libraryOffers } from './libraryOffers.ts';
import { MarkList } from './MarkList.tsx';
import { PrintList } from './PrintList.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SideNav } from './SideNav.tsx';

export interface LibraryProps {
  state: LibraryState;
  trouble: LibraryTrouble | null;
  toast: ToastMessage | null;
  onDismiss: (id: string) => void;
  actions: LibraryActions;
  card: CardActions;
  /** The browser's keys, for the palette; without them there is none. */
  palette?: PaletteKeys;
}

/** The whole library on a page of its own: ways in, a list, and the mark in hand beside it. */
export function LibraryView(props: LibraryProps) {
  const { state, actions } = props;
  const { address, reading } = state;
  const [side, setSide] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  /** A part of the bar over what is selected that the palette asked for. */
  const [part, setPart] = useState<SelectionPart | null>(null);
  const isNotes = address.view === 'notes';
  const main = useRef<HTMLElement>(null);
  useFocusLedOn(() => main.current?.querySelector<HTMLElement>('[role=listbox]') ?? main.current);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isField =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (isField || !matchesKey(event, ACTIONS.search.key)) return;
      event.preventDefault();
      search.current?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <div
      class="library"
      data-testid="library"
      data-view={address.view}
      data-reading={isNotes ? reading.kind : 'nothing'}
    >
      <header class="library-head">
        <h1>{t('library.title')}</h1>
        <nav class="library-views" aria-label={t('library.views')}>
          {LIBRARY_VIEWS.map((view) => (
            <a
              key={view}
              href={actions.hrefOf({ view })}
              aria-current={address.view === view ? 'page' : undefined}
            >
              {t(`library.view.${view}`)}
            </a>
          ))}
        </nav>
        <SearchField
          query={address.query}
          onInput={actions.search}
          tags={state.tags}
          sites={state.sites}
          sources={state.sources}
          inputRef={search}
        />
        <PaletteButton />
        <span class="library-side-open">
          <IconButton
            icon={SlidersHorizontal}
            label={t('library.searches')}
            expanded={side}
            onClick={() => setSide(!side)}
          />
        </span>
      </header>
      {props.trouble && (
        <TroubleBanner
          trouble={props.trouble}
          actions={{ reloadPage: () => location.reload(), openRecovery: actions.openRecovery }}
        />
      )}
      <div class="library-body">
        <nav class="library-side" data-open={side} aria-label={t('library.searches')}>
          <SideNav state={state} actions={actions} />
        </nav>
        <main class="library-main" tabIndex={-1} ref={main}>
          {isNotes ? <Notes {...props} part={part} onPart={() => setPart(null)} /> : <Other {...props} />}
        </main>
      </div>
      {state.print && <PrintList marks={state.print} query={address.query} />}
      {props.palette && (
        <Palette
          {...props.palette}
          offers={() =>
            libraryOffers(props, { focusSearch: () => search.current?.focus(), openPart: setPart })
          }
        />
      )}
      <Toast message={props.toast} onUndo={actions.undo} onRedo={actions.redo} onDismiss={props.onDismiss} />
    </div>
  );
}

interface NotesProps extends LibraryProps {
  part: SelectionPart | null;
  /** The part is open now. */
  onPart: () => void;
}

function Notes({ state, actions, card, part, onPart }: NotesProps) {
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

function Other({ state, actions }: LibraryProps) {
  const { view, query } = state.address;
  return (
    <div class="library-other">
      {view === 'figures' && state.figures && (
        <FiguresPanel figures={state.figures} query={query} actions={actions} />
      )}
      {view === 'trash' && state.trash && (
        <section>
          <h2>{t('library.view.trash')}</h2>
          <DeletedList items={state.trash.items} count={state.trash.count} onRestore={actions.restore} />
        </section>
      )}
      {view === 'steps' && state.steps && (
        <section>
          <h2>{t('library.view.steps')}</h2>
          <HistoryList actions={state.steps} onUndo={actions.undo} onRedo={actions.redo} />
        </section>
      )}
    </div>
  );
}
