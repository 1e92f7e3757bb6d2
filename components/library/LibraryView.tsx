import '#assets/styles/base.css';
import '../page.css';
import '../sidebar/sidebar.css';
import '../sidebar/evidence.css';
import './library.css';
import { SlidersHorizontal } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../IconButton.tsx';
import { DeletedList } from '../options/DeletedList.tsx';
import { HistoryList } from '../options/HistoryList.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { matchesKey } from '../palette/matchesKey.ts';
import { Palette } from '../palette/Palette.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import { SearchField } from '../SearchField.tsx';
import { TroubleBanner } from '../sidebar/TroubleBanner.tsx';
import { t } from '../strings.ts';
import { Toast } from '../Toast.tsx';
import { useFocusLedOn } from '../useFocusLedOn.ts';
import { FiguresPanel } from './FiguresPanel.tsx';
import type { LibraryProps } from './LibraryProps.ts';
import { LIBRARY_VIEWS, type SelectionPart } from './LibraryState.ts';
import { libraryOffers } from './libraryOffers.ts';
import { NotesPane } from './NotesPane.tsx';
import { PrintList } from './PrintList.tsx';
import { SideNav } from './SideNav.tsx';

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
  const root = useRef<HTMLDivElement>(null);
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
      ref={root}
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
          {isNotes ? <NotesPane {...props} part={part} onPart={() => setPart(null)} /> : <Other {...props} />}
        </main>
      </div>
      {state.print && <PrintList marks={state.print} query={address.query} />}
      {props.palette && (
        <Palette
          {...props.palette}
          offers={() =>
            libraryOffers(props, {
              focusSearch: () => search.current?.focus(),
              openPart: setPart,
              chooseGroup: () => main.current?.querySelector<HTMLElement>('.group-choice select')?.focus(),
              nameSearch: () => {
                setSide(true);
                // In a narrow window the field is drawn with the side that holds it.
                requestAnimationFrame(() => {
                  const field = root.current?.querySelector<HTMLInputElement>('.side-save input');
                  field?.focus();
                  field?.select();
                });
              },
            })
          }
        />
      )}
      <Toast message={props.toast} onUndo={actions.undo} onRedo={actions.redo} onDismiss={props.onDismiss} />
    </div>
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
