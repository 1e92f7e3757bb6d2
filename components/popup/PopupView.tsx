import '#assets/styles/base.css';
import './popup.css';
import { LibraryBig, PanelRight, Settings } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { BackupAge } from '#model/BackupAge.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { FilterChips } from '../FilterChips.tsx';
import { IconButton } from '../IconButton.tsx';
import { ACTIONS } from '../palette/ACTIONS.ts';
import { Palette } from '../palette/Palette.tsx';
import { PaletteButton } from '../palette/PaletteButton.tsx';
import type { PaletteKeys } from '../palette/PaletteKeys.ts';
import { completionsOf, SearchField } from '../SearchField.tsx';
import type { LibraryTrouble } from '../sidebar/SidebarState.ts';
import { TroubleBanner } from '../sidebar/TroubleBanner.tsx';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { BackupLine } from './BackupLine.tsx';
import { DueClaims } from './DueClaims.tsx';
import { PagePanel } from './PagePanel.tsx';
import type { PopupActions, PopupPage, RecentArticle, SearchAnswer } from './PopupState.ts';
import { popupOffers } from './popupOffers.ts';
import { RecentArticles } from './RecentArticles.tsx';
import { SearchResults } from './SearchResults.tsx';
import { type SyncAge, SyncLine } from './SyncLine.tsx';
import { VaultLine } from './VaultLine.tsx';

/** Rows that the arrow keys go through. */
const stepsOf = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-step]') ?? []),
];

/** Arrow keys lead through finds and articles, and up into the search; a letter goes on with the search. */
function step(event: KeyboardEvent, root: HTMLElement | null, search: HTMLElement | null): void {
  const steps = stepsOf(root);
  const at = event.target instanceof HTMLElement ? steps.indexOf(event.target) : -1;
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    const next = event.key === 'ArrowDown' ? steps[at + 1] : (steps[at - 1] ?? search);
    next?.focus();
  } else if (event.key.length === 1 && event.key !== ' ') search?.focus();
}

const isAmong = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Where the reader needs the tags and outlets of the whole library. */
const CHOICES = '.search, .chips, .tags';

export interface PopupProps {
  page: PopupPage;
  trouble: LibraryTrouble | null;
  query: string;
  /** Null while nothing is asked or the answer is on its way. */
  found: SearchAnswer | null;
  /** Null while loading. */
  recent: RecentArticle[] | null;
  /** Claims whose day has come. */
  due: ClaimEntry[];
  /** The reader's calendar's next day. */
  tomorrow: string;
  /** Tags and outlets to choose conditions from; null until they are counted. */
  tags: { name: string; count: number }[] | null;
  sites: { name: string; count: number }[] | null;
  /** Those that `source:` is completed with. */
  sources?: { name: string }[];
  backup: BackupAge | null;
  /** Null where the library is not shared. */
  sync?: SyncAge | null;
  /** Whether the folder of Markdown files can't be written. */
  vaultTrouble?: boolean;
  toast: ToastMessage | null;
  /** The browser's keys, for the palette; without them there is none. */
  palette?: PaletteKeys;
  onUndo: (id: string) => void;
  onDismiss: (id: string) => void;
  actions: PopupActions;
}

/** The popup: this page, a search over everything, recent articles, and the way out as Markdown. */
export function PopupView(props: PopupProps) {
  const { page, query, actions } = props;
  const tags = props.tags ?? [];
  const sites = props.sites ?? [];
  const root = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => search.current?.focus(), []);
  // What had the focus is gone: a deleted article, a toast. It goes back to where the reader types.
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) search.current?.focus();
  });
  return (
    <main
      class="popup"
      data-testid="popup"
      ref={root}
      onFocusIn={({ target }) => {
        hadFocus.current = true;
        // The search has the focus from the beginning, which says nothing yet.
        if (target !== search.current && isAmong(target, CHOICES)) actions.prepareSearch();
      }}
      onPointerOver={({ target }) => isAmong(target, CHOICES) && actions.prepareSearch()}
      onKeyDown={(event) => step(event, root.current, search.current)}
    >
      <header class="popup-head">
        <h1 class="popup-name">{t('extName')}</h1>
        <button
          type="button"
          class="button button-primary"
          data-testid="open-sidebar"
          onClick={() => actions.openSidebar()}
        >
          <PanelRight size={16} aria-hidden="true" /> {t('popup.openSidebar')}
        </button>
        <IconButton
          icon={LibraryBig}
          label={t('popup.allNotes')}
          testid="open-library"
          onClick={() => actions.openLibrary()}
        />
        <PaletteButton />
        <IconButton icon={Settings} label={t(ACTIONS.options.name)} onClick={() => actions.openOptions()} />
      </header>
      {props.trouble && (
        <TroubleBanner
          trouble={props.trouble}
          actions={{ reloadPage: actions.annotateAnyway, openRecovery: actions.openRecovery }}
        />
      )}
      <PagePanel page={page} knownTags={tags.map(({ name }) => name)} actions={actions} />
      <SearchField
        query={query}
        onInput={(typed) => {
          actions.prepareSearch();
          actions.search(typed);
        }}
        tags={tags}
        sites={sites}
        sources={props.sources ?? []}
        inputRef={search}
        onKeyDown={(event) => {
          // Arrows belong to the list of completions while there are any.
          const isFree = completionsOf(query, tags, sites, props.sources).length === 0;
          if (event.isComposing || !query.trim()) return;
          if (event.key === 'Enter' || (event.key === 'ArrowDown' && isFree)) {
            const [first] = stepsOf(root.current);
            if (event.key === 'Enter') first?.click();
            else first?.focus();
            if (first) event.preventDefault();
          }
        }}
      />
      <FilterChips
        query={query}
        onChange={actions.search}
        tags={tags}
        sites={sites}
        pending={props.tags === null}
      />
      {!query.trim() && <DueClaims claims={props.due} tomorrow={props.tomorrow} actions={actions} />}
      {query.trim() ? (
        <SearchResults
          query={query.trim()}
          found={props.found}
          onOpen={actions.openArticle}
          onAll={() => actions.openLibrary()}
        />
      ) : (
        <RecentArticles articles={props.recent} actions={actions} />
      )}
      <SyncLine sync={props.sync ?? null} onOpen={actions.openOptions} />
      {props.vaultTrouble && <VaultLine onOpen={actions.openOptions} />}
      <BackupLine backup={props.backup} onOpen={actions.openOptions} />
      {props.palette && (
        <Palette {...props.palette} offers={() => popupOffers(props, () => search.current?.focus())} />
      )}
      <Toast message={props.toast} onUndo={props.onUndo} onDismiss={props.onDismiss} />
    </main>
  );
}
