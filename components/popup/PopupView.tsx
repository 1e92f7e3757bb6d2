import '@/assets/styles/base.css';
import './popup.css';
import { PanelRight, Search, Settings } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { IconButton } from '../IconButton';
import type { LibraryTrouble } from '../sidebar/SidebarState';
import { TroubleBanner } from '../sidebar/TroubleBanner';
import { t } from '../strings';
import { Toast, type ToastMessage } from '../Toast';
import { BackupLine } from './BackupLine';
import { PagePanel } from './PagePanel';
import type { BackupAge, PopupActions, PopupPage, RecentArticle, SearchHit } from './PopupState';
import { RecentArticles } from './RecentArticles';
import { SearchResults } from './SearchResults';

export interface PopupProps {
  page: PopupPage;
  trouble: LibraryTrouble | null;
  query: string;
  /** Null while nothing is asked or the answer is on its way. */
  hits: SearchHit[] | null;
  /** Null while loading. */
  recent: RecentArticle[] | null;
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
