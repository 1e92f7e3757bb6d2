import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { addressForms } from '@/article/addressForms';
import type { ArticleFacts, Card, LibraryTrouble, SidebarState } from '@/components/sidebar/SidebarState';
import { t } from '@/components/strings';
import type { ToastMessage } from '@/components/Toast';
import { activeTabOf, pageOf, readingOf, type TabPage } from '@/messaging/pageOf';
import type { PageReading } from '@/messaging/protocol';
import { onNews } from '@/messaging/servePage';
import { onTabStateChange } from '@/messaging/tabState';
import type { Annotation, Article, ArticleMetadata, Claim } from '@/model/records';
import { type EarlierNote, type Library, LibraryError } from '@/storage';
import { onSettingsChange } from '@/storage/settings';
import { knownArticle } from '../background/knownArticle';
import { type OffRule, offRuleOf } from '../background/siteRules';
import { changesInWords } from './changesInWords';
import { offPlace } from './offPlace';
import { type StoredNote, TypedNotes } from './TypedNotes';

const NO_METADATA: ArticleMetadata = {
  title: null,
  authors: [],
  site: null,
  section: null,
  language: null,
  publishedAt: null,
  modifiedAt: null,
  canonicalUrl: null,
  description: null,
  image: null,
};

/** What an article that nothing is stored about yet has for a note. */
const NO_NOTE: StoredNote = { note: '', revision: 0 };
/** Articles offered as the same one. */
const OTHERS = 30;
/** After the last key in a claim's fields, ms. */
const CLAIM_PAUSE = 400;

/** An article as the side panel knew it when its note was typed. */
interface NotePlace {
  page: Extract<TabPage, { kind: 'page' }>;
  article: Article | undefined;
  metadata: ArticleMetadata;
}

/** A note among the unsaved texts. */
const draftKey = (key: string) => `sidebar:${key}`;

/** Among the typed notes; annotations have their ids. */
const articleNoteKey = (url: string) => `article ${url}`;

/** A sentence for the reader about what went wrong, in their language. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof LibraryError)) return String(error instanceof Error ? error.message : error);
  const say = t as unknown as (key: string) => string;
  return `${say(error.sentence)} ${say(error.nextStep)}`;
}

/** Why the library can't be used, for the banner. */
export function unavailable(error: unknown): LibraryTrouble {
  if (error instanceof LibraryError && error.fault === 'unavailable') return { kind: 'not-kept' };
  const recover = error instanceof LibraryError && error.fault === 'damaged';
  return { kind: 'unavailable', sentence: reasonOf(error), recover };
}

/** What the side panel shows: read again from library and page at every piece of news, never remembered. */
export class SidebarModel {
  readonly state = signal<SidebarState>({ kind: 'loading' });
  readonly trouble = signal<LibraryTrouble | null>(null);
  readonly currentId = signal<string | null>(null);
  readonly knownTags = signal<string[]>([]);
  readonly toast = signal<ToastMessage | null>(null);

  readonly library: Library;
  readonly typed: TypedNotes;
  /** Notes that somebody else wrote at the same time, by annotation, until the reader decides. */
  readonly conflicts = new Map<string, { note: string; at: string }>();
  /** What notes said before, of the cards where the reader asked. */
  readonly #earlier = new Map<string, EarlierNote[]>();
  /** Claims being typed: shown at once, written after a pause. */
  readonly #claims = new Map<string, { claim: Claim | undefined; timer: ReturnType<typeof setTimeout> }>();
  /** The articles whose note is being typed: a page may be left before the note is written. */
  readonly #notePlaces = new Map<string, NotePlace>();
  page: TabPage = { kind: 'loading' };
  article: Article | undefined;
  annotations: Annotation[] = [];
  #windowId = -1;
  #reading: PageReading | null = null;
  #off: OffRule | null = null;
  #others: ArticleFacts['others'] = [];
  #round = 0;
  /** The address whose unsaved texts were looked for. */
  #resumedAt: string | null = null;

  constructor(library: Library) {
    this.library = library;
    this.typed = new TypedNotes({
      onChange: () => this.#draw(),
      reason: reasonOf,
      keeping: {
        keep: (key, note, base) => library.drafts.put({ key: draftKey(key), fields: { note, base } }),
        drop: (key) => library.drafts.clear(draftKey(key)),
      },
      write: async (key, text, base) => {
        const place = this.#notePlaces.get(key);
        if (place) {
          const id = await this.#stored(place);
          const { article } = await library.articles.patch(id, { note: text }, { note: base });
          return article.revision;
        }
        const { annotation, conflict } = await library.annotations.patch(key, { note: text }, { note: base });
        const entry = annotation.history.at(-1);
        if (conflict && entry) this.conflicts.set(key, { note: entry.before, at: entry.at });
        return annotation.revision;
      },
    });
    this.#tellTrouble();
  }

  #tellTrouble(): void {
    const { status, fault, backup } = this.library;
    if (status === 'lost') {
      this.trouble.value = { kind: 'lost', lastBackupAt: null };
      backup
        .last()
        .then((last) => {
          if (last) this.trouble.value = { kind: 'lost', lastBackupAt: last.at };
        })
        .catch((error) => console.error('Claimlight:', error));
    }
    if (status === 'unavailable') this.trouble.value = fault ? unavailable(fault) : { kind: 'not-kept' };
  }

  /** Follows the active tab of this window until `stop`. */
  async start(stop: AbortSignal): Promise<void> {
    const { id } = await browser.windows.getCurrent();
    this.#windowId = id ?? -1;
    const again = () => void this.refresh();
    const onActivated = ({ windowId }: { windowId: number }) => {
      if (windowId !== this.#windowId) return;
      void this.typed.finishAll();
      again();
    };
    const onUpdated = (tabId: number, change: { url?: string; status?: string; title?: string }) => {
      if (this.page.kind === 'page' && this.page.tabId !== tabId) return;
      if (change.url !== undefined || change.status !== undefined || change.title !== undefined) again();
    };
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    stop.addEventListener('abort', () => {
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
    });
    onTabStateChange((tabId) => this.#isShown(tabId) && again(), stop);
    onSettingsChange(again, stop);
    onNews(
      {
        changed: () => void this.#mended().then(again),
        anchored: ({ tabId }) => this.#isShown(tabId) && again(),
        cardShown: ({ tabId, id }) => {
          if (this.#isShown(tabId)) this.currentId.value = id;
        },
      },
      stop,
    );
    await this.refresh();
  }

  /** After the recovery page brought the library back, the trouble is over here, too. */
  async #mended(): Promise<void> {
    if (this.trouble.value?.kind !== 'lost') return;
    const status = await this.library.check();
    if (status === 'ok' || status === 'new') this.trouble.value = null;
  }

  #isShown = (tabId: number) => 'tabId' in this.page && this.page.tabId === tabId;

  /** Reads everything that is shown. A round overtaken by a newer one is thrown away. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const tab = await activeTabOf(this.#windowId);
    const page = await pageOf(tab);
    const off = await offRuleOf(tab);
    let article: Article | undefined;
    let annotations: Annotation[] = [];
    let reading: PageReading | null = null;
    let others: ArticleFacts['others'] = [];
    try {
      if (page.kind === 'page') {
        reading = await readingOf(page.tabId);
        const metadata = page.state?.metadata ?? reading?.metadata ?? null;
        article = (await knownArticle(this.library, page.url, metadata)).article;
        others = await this.#otherArticles(article, metadata?.site ?? null);
        annotations = article ? await this.library.annotations.forArticle(article.id) : [];
      }
    } catch (error) {
      console.error('Claimlight:', error);
      this.trouble.value = unavailable(error);
    }
    if (round !== this.#round) return;
    if (this.page.kind === 'page' && page.kind === 'page' && this.page.url !== page.url)
      void this.typed.finishAll();
    this.page = page;
    this.#off = off;
    this.article = article;
    this.annotations = annotations;
    this.#others = others;
    this.#reading = reading;
    this.#draw();
    await this.#resumeTexts().catch((error) => console.error('Claimlight:', error));
  }

  /** Goes on with notes on this page that an earlier panel could not save. */
  async #resumeTexts(): Promise<void> {
    if (this.page.kind !== 'page' || this.#off) return;
    const { url } = this.page;
    if (this.#resumedAt === url) return;
    this.#resumedAt = url;
    const texts = new Map((await this.library.drafts.list()).map(({ key, fields }) => [key, fields]));
    for (const { id, note } of this.annotations) this.#resumeText(id, note, texts.get(draftKey(id)));
    const key = articleNoteKey(url);
    const fields = texts.get(draftKey(key));
    if (fields)
      this.#notePlaces.set(key, { page: this.page, article: this.article, metadata: this.#metadata() });
    this.#resumeText(key, this.article?.note ?? '', fields);
  }

  #resumeText(key: string, stored: string, fields: Record<string, string> | undefined): void {
    const { note, base } = fields ?? {};
    if (note === undefined || base === undefined) return;
    if (note === stored)
      this.library.drafts.clear(draftKey(key)).catch((error) => console.error('Claimlight:', error));
    else this.typed.resume(key, note, base);
  }

  /** What this article may be the same as: those read last, the ones of its outlet first. */
  async #otherArticles(article: Article | undefined, site: string | null): Promise<ArticleFacts['others']> {
    const recent = (await this.library.articles.recent({ limit: OTHERS })).map((one) => one.article);
    const ofSite = (one: Article) => (one.site !== null && one.site === (article?.site ?? site) ? 0 : 1);
    return recent
      .filter(({ id }) => id !== article?.id)
      .sort((a, b) => ofSite(a) - ofSite(b))
      .map(({ id, title, urls }) => ({ id, title: title ?? urls[0] ?? '' }));
  }

  #draw(): void {
    const { page, article } = this;
    if (page.kind !== 'page') {
      // While a page loads, what is on screen stays: no flash.
      if (page.kind !== 'loading' || this.state.value.kind === 'loading') this.state.value = page;
      return;
    }
    if (this.#off) {
      this.state.value = { kind: 'off', site: offPlace(this.#off) };
      return;
    }
    const detection = page.state?.detection ?? this.#reading?.detection ?? null;
    const isArticle =
      article !== undefined ||
      this.#reading !== null ||
      detection?.kind === 'news' ||
      detection?.kind === 'article';
    if (!isArticle) {
      this.state.value = { kind: 'not-article', title: page.title, detection };
      return;
    }
    const metadata = article ?? page.state?.metadata ?? this.#reading?.metadata ?? NO_METADATA;
    this.state.value = {
      kind: 'article',
      facts: {
        metadata: metadata.title ? metadata : { ...metadata, title: page.title },
        detection,
        url: page.url,
        edited: article?.edited ?? [],
        note: this.typed.textOf(articleNoteKey(page.url), article ?? NO_NOTE),
        noteSaving: this.typed.savingOf(articleNoteKey(page.url)),
        tags: article?.tags ?? [],
        changes: changesInWords(this.#reading?.visit ?? null),
        addresses: addressForms(article?.urls ?? []).flatMap(([first]) => first ?? []),
        others: this.#others,
        tooLarge: this.#reading?.isCut ?? false,
      },
      cards: this.#cards(),
    };
    this.knownTags.value = [...new Set(this.annotations.flatMap(({ tags }) => tags))].sort();
  }

  /** In the order of the text; what was not found stands where it used to stand. */
  #cards(): Card[] {
    const anchored = new Map(this.#reading?.anchored.map((one) => [one.id, one]));
    const placeOf = (one: Annotation) => {
      const start = anchored.get(one.id)?.start ?? -1;
      return start >= 0 ? start : (one.retarget ?? one.target).start;
    };
    return [...this.annotations]
      .sort((a, b) => placeOf(a) - placeOf(b))
      .map((stored) => {
        const now = anchored.get(stored.id);
        const conflict = this.conflicts.get(stored.id);
        const earlierNotes = this.#earlier.get(stored.id);
        const anchor = now
          ? {
              ...stored.anchor,
              state: now.state,
              ...(now.textNow === null ? {} : { textNow: now.textNow }),
            }
          : stored.anchor;
        const typed = this.#claims.get(stored.id);
        const claim = typed ? typed.claim : stored.claim;
        return {
          annotation: { ...stored, claim, note: this.typed.textOf(stored.id, stored), anchor },
          saving: this.typed.savingOf(stored.id),
          checking: now === undefined,
          hidden: now?.hidden ?? false,
          ...(now && now.changes.length > 0 ? { changes: now.changes } : {}),
          ...(conflict ? { conflict } : {}),
          ...(earlierNotes ? { earlierNotes } : {}),
        };
      });
  }

  /** Where the page shows an annotation just now, as last read. */
  anchorOf(id: string): PageReading['anchored'][number] | undefined {
    return this.#reading?.anchored.find((one) => one.id === id);
  }

  /** Shows a claim as typed and writes it after a pause. */
  setClaim(id: string, claim: Claim | undefined): void {
    clearTimeout(this.#claims.get(id)?.timer);
    const write = async () => {
      await this.library.annotations.patch(id, { claim: claim ?? null });
      if (this.#claims.get(id)?.claim === claim) this.#claims.delete(id);
      await this.refresh();
    };
    this.#claims.set(id, { claim, timer: setTimeout(() => void write().catch(this.fail), CLAIM_PAUSE) });
    this.#draw();
  }

  async lookUpEarlierNotes(id: string): Promise<void> {
    this.#earlier.set(id, await this.library.annotations.earlierNotes(id));
    this.#draw();
  }

  /** The reader types the article's note. */
  typeArticleNote(note: string): void {
    const { page, article } = this;
    if (page.kind !== 'page') return;
    const key = articleNoteKey(page.url);
    this.#notePlaces.set(key, { page, article, metadata: this.#metadata() });
    this.typed.type(key, note, article ?? NO_NOTE);
  }

  /** The key of the shown article's note among the typed ones; null while there is no page. */
  get articleNote(): string | null {
    return this.page.kind === 'page' ? articleNoteKey(this.page.url) : null;
  }

  #metadata(): ArticleMetadata {
    const found = this.page.kind === 'page' ? this.page.state?.metadata : null;
    return found ?? this.#reading?.metadata ?? NO_METADATA;
  }

  /** Id of the shown article's record, made now if nothing was stored yet. */
  async storedArticle(): Promise<string> {
    const { page, article } = this;
    if (page.kind !== 'page') throw new Error(t('page.restricted'));
    return this.#stored({ page, article, metadata: this.#metadata() });
  }

  async #stored({ page: { url, state }, article, metadata }: NotePlace): Promise<string> {
    if (article) return article.id;
    const made = await this.library.articles.getOrCreate({
      addresses: (await knownArticle(this.library, url, metadata)).addresses,
      metadata,
      kind: state?.detection.kind ?? 'other',
    });
    return made.article.id;
  }

  /** Says what was done; `actionId` makes it undoable. */
  say(text: string, actionId?: string): void {
    this.toast.value = { id: actionId ?? crypto.randomUUID(), text, undo: actionId !== undefined };
  }

  /** Takes an action back, or does it again. What was changed since is left alone, and that is said. */
  async move(actionId: string, direction: 'undo' | 'redo'): Promise<void> {
    const { applied, refused } = await this.library[direction](actionId);
    if (applied === 0 && refused.length > 0) this.say(t('toast.leftAlone'));
    else if (direction === 'redo') this.say(t('toast.redone'), actionId);
    else this.toast.value = { id: actionId, text: t('toast.undone'), undo: false, redo: true };
  }

  /** Says that something did not work. */
  fail = (error: unknown): void => {
    console.error('Claimlight:', error);
    this.say(t('toast.failed', { reason: reasonOf(error) }));
  };
}
