import { signal } from '@preact/signals';
import type { PopupPage, RecentArticle, SearchAnswer, SearchHit } from '#components/popup/PopupState.ts';
import type { SyncAge } from '#components/popup/SyncLine.tsx';
import type { LibraryTrouble } from '#components/sidebar/SidebarState.ts';
import { t } from '#components/strings.ts';
import type { ToastMessage } from '#components/Toast.tsx';
import { localDay } from '#evidence/dueClaims.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import { offRule } from '#identity/siteRules.ts';
import { activeTabOf, pageOf, type TabPage } from '#messaging/pageOf.ts';
import { onNews } from '#messaging/servePage.ts';
import { onTabStateChange } from '#messaging/tabState.ts';
import type { BackupAge } from '#model/BackupAge.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { rangesOf } from '#model/excerpt.ts';
import { logFault } from '#model/logFault.ts';
import { readQuery } from '#model/searchQuery.ts';
import { backupAge } from '#storage/backup/backupAge.ts';
import type { ArticleSummary, Facets, Library, SearchField, SearchFound } from '#storage/index.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';
import { type ArticleInHand, ArticleNotes } from '../ArticleNotes.ts';
import { offPlace } from '../offPlace.ts';
import { PanelTexts } from '../PanelTexts.ts';
import { queryFaultInWords } from '../queryFaultInWords.ts';
import { reasonOf, unavailable } from '../reasonOf.ts';
import { storedArticle } from '../storedArticle.ts';

/** Articles in the list, and finds of a search that are shown. */
const RECENT = 20;
const HITS = 50;
const HITS_OF_ARTICLE = 5;

const WHERE: Record<SearchField, SearchHit['excerpts'][number]['where']> = {
  quote: 'quote',
  note: 'note',
  claim: 'note',
  source: 'source',
  tag: 'tag',
  title: 'title',
  'article note': 'note',
};

/** What the popup shows, read again at every piece of news. */
export class PopupModel {
  readonly page = signal<PopupPage>({ kind: 'loading' });
  readonly trouble = signal<LibraryTrouble | null>(null);
  readonly query = signal('');
  readonly found = signal<SearchAnswer | null>(null);
  readonly recent = signal<RecentArticle[] | null>(null);
  readonly due = signal<ClaimEntry[]>([]);
  readonly tomorrow = signal(dayAfter(new Date()));
  readonly tags = signal<Facets['tags'] | null>(null);
  readonly sites = signal<Facets['sites'] | null>(null);
  readonly sources = signal<Facets['sources']>([]);
  readonly backup = signal<BackupAge | null>(null);
  readonly sync = signal<SyncAge | null>(null);
  /** Whether the folder of Markdown files is not up to date. */
  readonly vaultTrouble = signal(false);
  readonly toast = signal<ToastMessage | null>(null);
  readonly library: Library;
  readonly windowId: number;
  readonly texts: PanelTexts;
  readonly articleNotes: ArticleNotes;
  /** The article of the active tab, whose note and tags can be written; null where there is none. */
  article: (ArticleInHand & { tags: string[] }) | null = null;
  tab: TabPage = { kind: 'loading' };
  #round = 0;
  #choices: Promise<void> | null = null;

  constructor(library: Library, windowId: number) {
    this.library = library;
    this.windowId = windowId;
    this.texts = new PanelTexts(library.drafts, () => this.#drawOwn());
    this.articleNotes = new ArticleNotes(library, this.texts);
    const { status, fault } = library;
    if (status === 'lost') this.trouble.value = { kind: 'lost', lastBackupAt: null };
    if (status === 'unavailable') this.trouble.value = fault ? unavailable(fault) : { kind: 'not-kept' };
  }

  async start(stop: AbortSignal): Promise<void> {
    const again = () => void this.refresh().catch(this.fail);
    const changed = () => {
      again();
      this.tellDue().catch(this.fail);
      this.#tellBackups().catch(this.fail);
      if (this.#choices) this.#choices = this.#tellChoices().catch(this.fail);
    };
    onNews({ changed, anchored: again }, stop);
    onTabStateChange(again, stop);
    onSettingsChange(again, stop);
    // Nobody waits for what an earlier panel could not save to see what the page is.
    const kept = this.texts.load().catch(logFault);
    await Promise.all([this.refresh(), this.tellDue()]);
    await kept;
    this.#resume();
    await this.#tellBackups();
    // A popup that was pressed away for this one may have kept its last words while this one began.
    await this.texts.load().catch(logFault);
    this.#resume();
  }

  /**
   * Tags and outlets for the chips, from what the search reads: all of the library, which nobody waits for who only looks
   * at the page.
   */
  prepareSearch(): void {
    this.#choices ??= this.#tellChoices().catch(this.fail);
  }

  async #tellChoices(): Promise<void> {
    if (this.library.status === 'unavailable') return;
    const { tags, sites, sources } = await this.library.facets();
    this.tags.value = tags;
    this.sites.value = sites;
    this.sources.value = sources;
  }

  /** Claims whose day has come, the longest due first. */
  async tellDue(): Promise<void> {
    if (this.library.status === 'unavailable') return;
    const now = new Date();
    this.tomorrow.value = dayAfter(now);
    this.due.value = await this.library.annotations.due(localDay(now));
  }

  /** Afterwards, because nobody waits for it. */
  async #tellBackups(): Promise<void> {
    if (this.library.status === 'unavailable') return;
    const last = await this.library.backup.last();
    if (last && this.trouble.value?.kind === 'lost')
      this.trouble.value = { kind: 'lost', lastBackupAt: last.at };
    this.backup.value = await backupAge(this.library);
    this.vaultTrouble.value = ((await this.library.vault.standing())?.fault ?? null) !== null;
    const standing = await this.library.sync.standing();
    // What is only on its way needs nobody.
    const passing = new Set(['incomplete', 'damaged', 'copies', 'twin', 'interrupted']);
    this.sync.value = standing && {
      at: standing.last?.at ?? null,
      trouble: standing.last?.faults.some(({ kind }) => !passing.has(kind)) ?? false,
    };
  }

  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const settings = readSettings();
    settings.catch(() => undefined);
    const shown = await activeTabOf(this.windowId);
    const tab = await pageOf(shown);
    const off = offRule(shown, await settings);
    const isOff = off && tab.kind === 'page';
    let page: PopupPage = isOff ? { kind: 'off', site: offPlace(off) } : pageWithout(tab);
    let article: PopupModel['article'] = null;
    try {
      if (!isOff) ({ page, article } = await this.#pageState(tab));
    } catch (error) {
      this.#tellTrouble(error);
    }
    if (round !== this.#round) return;
    this.tab = tab;
    this.article = article;
    this.page.value = page;
    this.#resume();
    const recent = await this.library.articles.recent({ limit: RECENT }).catch((error: unknown) => {
      this.#tellTrouble(error);
      return [];
    });
    if (round !== this.#round) return;
    this.recent.value = recent.map(toRecent);
    if (this.query.value) await this.search(this.query.value);
  }

  /** What can be said without the library is shown beside what is the matter with it. */
  #tellTrouble(error: unknown): void {
    logFault(error);
    this.trouble.value = unavailable(error);
  }

  async #pageState(tab: TabPage): Promise<Pick<PopupModel, 'article'> & { page: PopupPage }> {
    if (tab.kind !== 'page') return { page: tab, article: null };
    const { state, url, title } = tab;
    const { article } = await knownArticle(this.library, url, state?.metadata ?? null);
    const detection = state?.detection ?? null;
    if (!article && (detection === null || detection.kind === 'other'))
      return { page: { kind: 'not-article', title, detection }, article: null };
    const summary = article && (await this.library.articles.summary(article.id));
    const page: PopupPage = {
      kind: 'article',
      articleId: article?.id ?? null,
      title: article?.title ?? state?.metadata?.title ?? title,
      site: article?.site ?? state?.metadata?.site ?? null,
      detection,
      count: summary?.count ?? 0,
      changed: summary?.changed ?? 0,
      missing: summary?.missing ?? 0,
      own: null,
    };
    // Of a page that told nothing yet there is nothing to store an article with.
    const metadata = article ?? state?.metadata;
    if (!metadata || this.library.status === 'unavailable') return { page, article: null };
    const id = async () => article?.id ?? storedArticle(this.library, tab, metadata);
    return { page, article: { url, stored: article, tags: article?.tags ?? [], id } };
  }

  /** Goes on with a note that an earlier panel could not save. */
  #resume(): void {
    if (this.article) this.articleNotes.resume(this.article);
    this.#drawOwn();
  }

  /** Puts the note as it is being typed into what is shown. */
  #drawOwn(): void {
    const { article } = this;
    const page = this.page.value;
    if (page.kind !== 'article') return;
    const own = article && {
      url: article.url,
      note: this.articleNotes.textOf(article),
      saving: this.articleNotes.savingOf(article.url),
      tags: article.tags,
    };
    this.page.value = { ...page, own };
  }

  /** Shows what was found, unless more was typed meanwhile. */
  async search(query: string): Promise<void> {
    this.query.value = query;
    if (!query.trim()) {
      this.found.value = null;
      return;
    }
    const found = await this.library.search(query, { limit: HITS, perArticle: HITS_OF_ARTICLE });
    if (this.query.value === query) this.found.value = toAnswer(query, found);
  }

  say(text: string, actionId?: string): void {
    this.toast.value = { id: actionId ?? crypto.randomUUID(), text, undo: actionId !== undefined };
  }

  fail = (error: unknown): void => {
    logFault(error);
    this.say(t('toast.failed', { reason: reasonOf(error) }));
  };
}

/** The next day of the calendar, however long this one is. */
const dayAfter = (now: Date): string =>
  localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 12));

/** The page as far as it is known without the library. */
function pageWithout(tab: TabPage): PopupPage {
  if (tab.kind !== 'page') return tab;
  const detection = tab.state?.detection ?? null;
  const { title } = tab;
  if (detection === null || detection.kind === 'other') return { kind: 'not-article', title, detection };
  const site = tab.state?.metadata?.site ?? null;
  return {
    kind: 'article',
    articleId: null,
    title,
    site,
    detection,
    count: 0,
    changed: 0,
    missing: 0,
    own: null,
  };
}

const toRecent = ({ article, count, changed, missing, lastAnnotatedAt }: ArticleSummary): RecentArticle => ({
  id: article.id,
  title: article.title ?? article.urls[0] ?? '',
  site: article.site,
  url: article.urls[0] ?? '',
  count,
  changed,
  missing,
  updatedAt: lastAnnotatedAt ?? article.updatedAt,
});

function toAnswer(query: string, { articles, total, totalArticles, faults }: SearchFound): SearchAnswer {
  const words = readQuery(query, localDay(new Date())).terms.flatMap(({ text, not }) => (not ? [] : text));
  return {
    total,
    totalArticles,
    faults: faults.map(queryFaultInWords),
    articles: articles.map(({ article, total, hits }) => {
      const title = article.title ?? article.urls[0] ?? '';
      return {
        articleId: article.id,
        title: { text: title, found: rangesOf(title, words) },
        site: article.site,
        total,
        hits: hits.map(({ annotation, excerpts }) => ({
          annotationId: annotation?.id ?? null,
          color: annotation?.color ?? null,
          excerpts: excerpts.map(({ field, text, found }) => ({ where: WHERE[field], text, found })),
        })),
      };
    }),
  };
}
