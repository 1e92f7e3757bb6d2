import '#assets/styles/base.css';
import './popup.css';
import { PanelRight, Search, Settings } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { BackupAge } from '#model/BackupAge.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { IconButton } from '../IconButton.tsx';
import type { LibraryTrouble } from '../sidebar/SidebarState.ts';
import { TroubleBanner } from '../sidebar/TroubleBanner.tsx';
import { t } from '../strings.ts';
import { Toast, type ToastMessage } from '../Toast.tsx';
import { BackupLine } from './BackupLine.tsx';
import { DueClaims } from './DueClaims.tsx';
import { PagePanel } from './PagePanel.tsx';
import type { PopupActions, PopupPage, RecentArticle, SearchHit } from './PopupState.ts';
import { RecentArticles } from './RecentArticles.tsx';
import { SearchResults } from './SearchResults.tsx';

export interface PopupProps {
  page: PopupPage;
  trouble: LibraryTrouble | null;
  query: string;
  /** Null while nothing is asked or the answer is on its way. */
  hits: SearchHit[] | null;
  /** Null while loading. */
  recent: RecentArticle[] | null;
  /** Claims whose day has come. */
  due: ClaimEntry[];
  /** The reader's calendar's next day. */
  tomorrow: string;
  backup: BackupAge | null;
  toast: ToastMessage | null;
  onUndo: (id: string) => void;
  onDismiss: (id: string) => void;
  actions: PopupActions;
}

/** The popup: this page, a search over everything, recent articles, and the way out as Markdown. */
export function PopupView(props: PopupProps) {
  const { page, query, actions } = props;
  const searchId = useId();
  return (
    <main class="popup" data-testid="popup">
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
        <IconButton icon={Settings} label={t('popup.options')} onClick={() => actions.openOptions()} />
      </header>
      {props.trouble && (
        <TroubleBanner
          trouble={props.trouble}
          actions={{ reloadPage: actions.annotateAnyway, openRecovery: actions.openRecovery }}
        />
      )}
      <PagePanel page={page} actions={actions} />
      <search class="search">
        <label class="visually-hidden" for={searchId}>
          {t('popup.search')}
        </label>
        <Search size={16} aria-hidden="true" />
        <input
          id={searchId}
          type="search"
          class="search-input"
          data-testid="search"
          placeholder={t('popup.searchExample')}
          value={query}
          onInput={(event) => actions.search(event.currentTarget.value)}
        />
      </search>
      {!query.trim() && <DueClaims claims={props.due} tomorrow={props.tomorrow} actions={actions} />}
      {query.trim() ? (
        <SearchResults query={query.trim()} hits={props.hits} onOpen={actions.openArticle} />
      ) : (
        <RecentArticles articles={props.recent} actions={actions} />
      )}
      <BackupLine backup={props.backup} onOpen={actions.openOptions} />
      <Toast message={props.toast} onUndo={props.onUndo} onDismiss={props.onDismiss} />
    </main>
  );
}
