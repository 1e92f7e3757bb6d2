import { signal } from '@preact/signals';
import type { PopupPage, RecentArticle, SearchAnswer } from '#components/popup/PopupState.ts';
import type { SyncAge } from '#components/popup/SyncLine.tsx';
import { localDay } from '#evidence/dueClaims.ts';
import { offRule } from '#identity/siteRules.ts';
import { activeTabOf, pageOf, type TabPage } from '#messaging/pageOf.ts';
import { onNews } from '#messaging/servePage.ts';
import { onTabStateChange } from '#messaging/tabState.ts';
import type { BackupAge } from '#model/BackupAge.ts';
import type { ClaimEntry } from '#model/ClaimEntry.ts';
import { logFault } from '#model/logFault.ts';
import { backupAge } from '#storage/backup/backupAge.ts';
import type { ArticleSummary, Facets, Library } from '#storage/index.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';
import { ArticleNotes } from '../ArticleNotes.ts';
import { offPlace } from '../offPlace.ts';
import { PanelModel } from '../PanelModel.ts';
import { PanelTexts } from '../PanelTexts.ts';
import { type OpenArticle, pageWith, pageWithout } from './popupPage.ts';
import { searchAnswer } from './searchAnswer.ts';

/** Articles in the list, and finds of a search that are shown. */
const RECENT = 20;
const HITS = 50;
const HITS_OF_ARTICLE = 5;

/** What the popup shows, read again at every piece of news. */
export class PopupModel extends PanelModel {
  readonly page = signal<PopupPage>({ kind: 'loading' });
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
  readonly windowId: number;
  readonly texts: PanelTexts;
  readonly articleNotes: ArticleNotes;
  /** The article of the active tab, whose note and tags can be written; null where there is none. */
  article: OpenArticle | null = null;
  tab: TabPage = { kind: 'loading' };
  #round = 0;
  #choices: Promise<void> | null = null;

  constructor(library: Library, windowId: number) {
    super(library);
    this.windowId = windowId;
    this.texts = new PanelTexts(library.drafts, () => this.#drawOwn());
    this.articleNotes = new ArticleNotes(library, this.texts);
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
    this.backup.value = await backupAge(this.library);
    this.vaultTrouble.value = ((await this.library.vault.standing())?.fault ?? null) !== null;
    const standing = await this.library.sync.standing();
    // What is only on its way needs nobody.
    const passing = new Set(['incomplete', 'damaged', 'copies', 'twin', 'interrupted']);
    this.sync.value = standing && {
      at: standing.last?.at ?? null,
      waiting: standing.waiting,
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
    let article: OpenArticle | null = null;
    try {
      if (!isOff) ({ page, article } = await pageWith(this.library, tab));
    } catch (error) {
      this.tellTrouble(error);
    }
    if (round !== this.#round) return;
    this.tab = tab;
    this.article = article;
    this.page.value = page;
    this.#resume();
    const recent = await this.library.articles.recent({ limit: RECENT }).catch((error: unknown) => {
      this.tellTrouble(error);
      return [];
    });
    if (round !== this.#round) return;
    this.recent.value = recent.map(toRecent);
    if (this.query.value) await this.search(this.query.value);
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
    if (this.query.value === query) this.found.value = searchAnswer(query, found);
  }
}

/** The next day of the calendar, however long this one is. */
const dayAfter = (now: Date): string =>
  localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 12));

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
