import { signal } from '@preact/signals';
import type { ArticleWords } from '#components/ArticleOwn.tsx';
import type {
  GroupHead,
  LibraryAddress,
  LibraryState,
  MarkRow,
  Reading,
  RowKey,
} from '#components/library/LibraryState.ts';
import type { LibraryTrouble } from '#components/sidebar/SidebarState.ts';
import { locale, t } from '#components/strings.ts';
import type { ToastMessage } from '#components/Toast.tsx';
import { localDay } from '#evidence/dueClaims.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation, Article } from '#model/records.ts';
import { readQuery } from '#model/searchQuery.ts';
import { typedKey } from '#model/typedKey.ts';
import { onClaimInHand, readClaimInHand } from '#storage/claimInHand.ts';
import type { EarlierNote, Library, Overview } from '#storage/index.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';
import { type ArticleInHand, ArticleNotes } from '../ArticleNotes.ts';
import { actionInWords } from '../actionInWords.ts';
import { CardNotes } from '../CardNotes.ts';
import { cardOf } from '../cardOf.ts';
import { KnownClaims } from '../KnownClaims.ts';
import { PanelClaims } from '../PanelClaims.ts';
import { PanelTexts } from '../PanelTexts.ts';
import { queryFaultInWords } from '../queryFaultInWords.ts';
import { reasonOf, unavailable } from '../reasonOf.ts';
import { toDeleted } from '../toDeleted.ts';
import { readAddress, writeAddress } from './libraryAddress.ts';
import { libraryRows, markRow } from './libraryRows.ts';
import { RecordCache } from './RecordCache.ts';

/** Rows read beyond those in sight, on each side. */
const AHEAD = 40;
/** Deleted items and steps listed. */
const LISTED = 100;
/** After this many ms without a key the address follows the search. */
const PAUSE = 400;
/** News within so many ms is looked at together. */
const TOGETHER = 80;

const NOTHING: Reading = { kind: 'nothing' };

/** What the library page shows: which marks there are, and the records of those in sight. */
export class LibraryModel {
  readonly state = signal<LibraryState>({
    address: readAddress(location.hash),
    rows: null,
    faults: [],
    reading: { kind: 'nothing' },
    selected: new Set(),
    tags: [],
    sites: [],
    sources: [],
    saved: [],
    figures: null,
    trash: null,
    steps: null,
    heldId: null,
    join: null,
    print: null,
  });
  readonly trouble = signal<LibraryTrouble | null>(null);
  readonly toast = signal<ToastMessage | null>(null);
  readonly library: Library;
  readonly texts: PanelTexts;
  readonly notes: CardNotes;
  readonly articleNotes: ArticleNotes;
  readonly claims: PanelClaims;
  readonly known: KnownClaims;
  readonly records: RecordCache;
  overview: Overview = { groups: [], total: 0, faults: [] };
  readonly #earlier = new Map<string, EarlierNote[]>();
  #round = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(library: Library) {
    this.library = library;
    const draw = () => this.#drawReading();
    this.records = new RecordCache(library);
    this.texts = new PanelTexts(library.drafts, draw);
    this.notes = new CardNotes(library, this.texts);
    this.articleNotes = new ArticleNotes(library, this.texts);
    this.claims = new PanelClaims({
      texts: this.texts,
      onChange: draw,
      onFault: this.fail,
      write: async (id, claim) => (await library.annotations.patch(id, { claim })).annotation.revision,
    });
    this.known = new KnownClaims(library);
    const { status, fault } = library;
    if (status === 'lost') this.trouble.value = { kind: 'lost', lastBackupAt: null };
    if (status === 'unavailable') this.trouble.value = fault ? unavailable(fault) : { kind: 'not-kept' };
  }

  async start(stop: AbortSignal): Promise<void> {
    onNews(
      {
        changed: ({ annotationIds }) => {
          this.records.forget(annotationIds);
          void this.known.changed(annotationIds).then(this.#drawReading, logFault);
          this.#refreshSoon();
        },
      },
      stop,
    );
    onSettingsChange(() => void this.#readSaved().catch(this.fail), stop);
    const hold = () =>
      void readClaimInHand().then((held) => this.set({ heldId: held?.id ?? null }), this.fail);
    onClaimInHand(hold, stop);
    hold();
    addEventListener('popstate', () => this.#arrive(), { signal: stop });
    await this.#readSaved().catch(this.fail);
    await this.texts.load().catch(logFault);
    await this.refresh();
    await this.known.load().catch(logFault);
    this.#drawReading();
  }

  set(change: Partial<LibraryState>): void {
    const { selected } = this.state.value;
    // The preview speaks of the marks that were selected when it was asked for.
    const isOther = change.selected && change.selected.symmetricDifference(selected).size > 0;
    this.state.value = { ...this.state.value, ...(isOther && { join: null }), ...change };
  }

  /** Goes somewhere; a new step of the browser's history, or the same one. */
  goTo(change: Partial<LibraryAddress>, step: 'new' | 'same'): void {
    clearTimeout(this.#typing);
    const before = this.state.value.address;
    const address = { ...before, ...change };
    if (writeAddress(address) !== location.hash) {
      const url = writeAddress(address);
      if (step === 'new') history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    }
    this.#show(address, before);
  }

  /** Searches at each key; the address follows after a pause. */
  type(query: string): void {
    const before = this.state.value.address;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.goTo({}, 'same'), PAUSE);
    this.#show({ ...before, view: 'notes', query }, before);
  }

  #arrive(): void {
    this.#show(readAddress(location.hash), this.state.value.address);
  }

  #show(address: LibraryAddress, before: LibraryAddress): void {
    const isOther =
      address.query !== before.query || address.group !== before.group || address.view !== before.view;
    this.set({ address, ...(isOther && { selected: new Set<string>() }) });
    if (isOther) void this.refresh().catch(this.fail);
    else this.#drawReading();
    void this.#readOpen().catch(this.fail);
  }

  /** Reads again what is shown. A round overtaken by a newer one is thrown away. */
  async refresh(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const { view, query, group } = this.state.value.address;
    const { library } = this;
    try {
      const overview = await library.overview(query, { group });
      if (round !== this.#round) return;
      this.overview = overview;
      const { tags, sites, sources } = await library.facets();
      const more = await this.#ofView(view, query);
      if (round !== this.#round) return;
      const there = new Set(overview.groups.flatMap(({ ids }) => ids));
      const selected = [...this.state.value.selected].filter((id) => there.has(id));
      this.set({
        ...more,
        tags,
        sites,
        sources,
        rows: libraryRows(overview, this.#rowOf),
        faults: overview.faults.map(queryFaultInWords),
        selected: new Set(selected),
      });
      await this.#readOpen();
    } catch (error) {
      if (round !== this.#round) return;
      logFault(error);
      this.trouble.value = unavailable(error);
    }
  }

  /** A bulk change comes as many pieces of news. */
  #refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.refresh().catch(this.fail);
    }, TOGETHER);
  }

  async #ofView(view: LibraryAddress['view'], query: string): Promise<Partial<LibraryState>> {
    if (view === 'trash') {
      const all = await this.library.trash.list();
      return { trash: { items: all.slice(0, LISTED).map(toDeleted), count: all.length } };
    }
    if (view === 'steps') {
      const actions = await this.library.actions(LISTED);
      const steps = actions.map((one) => ({
        id: one.id,
        name: actionInWords(one),
        at: one.at,
        undone: one.undone,
      }));
      return { steps };
    }
    if (view === 'figures') {
      const { unsourced, single, corroborated, contested, ...plain } = await this.library.figures(query);
      const statuses = [
        { status: 'unsourced' as const, count: unsourced },
        { status: 'single source' as const, count: single },
        { status: 'corroborated' as const, count: corroborated },
        { status: 'contested' as const, count: contested },
      ];
      const byMonth = plain.byMonth.map((row) => ({ ...row, name: monthInWords(row.name) }));
      return { figures: { ...plain, byMonth, statuses } };
    }
    return {};
  }

  async #readSaved(): Promise<void> {
    this.set({ saved: (await readSettings()).savedSearches });
  }

  /** Rows that come into sight are read, with some around them. */
  async see(from: number, to: number): Promise<void> {
    const { rows } = this.state.value;
    if (!rows) return;
    const ids: string[] = [];
    for (let index = Math.max(0, from - AHEAD); index <= Math.min(rows.count - 1, to + AHEAD); index++) {
      const id = rows.at(index)?.id;
      if (id !== undefined) ids.push(id);
    }
    if (!(await this.records.read(ids))) return;
    // Another search may have brought other rows meanwhile.
    const { rows: now } = this.state.value;
    if (now) this.set({ rows: { ...now } });
  }

  #words(): string[] {
    const { query } = this.state.value.address;
    return readQuery(query, localDay(new Date())).terms.flatMap(({ text, not }) => (not ? [] : text));
  }

  #rowOf = (id: string): MarkRow | undefined => {
    const annotation = this.records.annotation(id);
    return annotation && markRow(annotation, this.records.article(annotation.articleId), this.#words());
  };

  /** Reads the record in the reading pane. */
  async #readOpen(): Promise<void> {
    const { open } = this.state.value.address;
    const articleId = open && this.overview.groups.find(({ key }) => key === open.group)?.articleId;
    this.records.open = open?.id ?? null;
    if (open?.id !== undefined) await this.records.read([open.id]);
    if (articleId) await this.records.readArticle(articleId);
    const article = this.openArticle();
    if (article) this.articleNotes.resume(article);
    const annotation = open?.id === undefined ? undefined : this.records.annotation(open.id);
    if (annotation) {
      this.notes.resumeCards([annotation]);
      this.claims.resume([annotation]);
      this.texts.resumeForms((key) => isFormOf(key, annotation));
      this.texts.typed.forgetStored(new Set(annotation.sources.map(({ id }) => id)));
    }
    this.#drawReading();
  }

  #drawReading = (): void => {
    const { open } = this.state.value.address;
    this.set({ reading: open ? this.#reading(open) : NOTHING });
  };

  #reading(open: RowKey): Reading {
    if (open.id === undefined) {
      const head = libraryRows(this.overview, () => undefined).headOf(open.group);
      return head ? { kind: 'group', head, own: this.#ownOf(head) } : NOTHING;
    }
    const annotation = this.records.annotation(open.id);
    if (!annotation || annotation.deletedAt !== undefined) return NOTHING;
    const article = this.records.article(annotation.articleId);
    const language = article?.language ?? null;
    const inHand = {
      notes: this.notes,
      claims: this.claims,
      known: this.known,
      earlier: this.#earlier,
      links: new Map(),
    };
    // No page is looked at here: what is shown is what the last look found.
    const card = {
      ...cardOf(annotation, undefined, language, this.known.citations(), inHand),
      checking: false,
    };
    return {
      kind: 'card',
      card,
      articleId: annotation.articleId,
      articleTitle: article?.title ?? article?.urls[0] ?? '',
      site: article?.site ?? null,
      language,
    };
  }

  /** What the reader wrote about the article of a group. */
  #ownOf({ articleId = '' }: GroupHead): ArticleWords | null {
    const article = this.records.article(articleId);
    if (!article) return null;
    const url = article.urls[0] ?? '';
    const note = this.articleNotes.textOf({ url, stored: article });
    return { url, note, saving: this.articleNotes.savingOf(url), tags: article.tags };
  }

  /** The article in the reading pane, for its note and tags. */
  openArticle(): ArticleInHand | null {
    const { open } = this.state.value.address;
    if (!open || open.id !== undefined) return null;
    const id = this.overview.groups.find(({ key }) => key === open.group)?.articleId;
    const article = this.records.article(id ?? '');
    return article ? { url: article.urls[0] ?? '', stored: article, id: async () => article.id } : null;
  }

  stored = (id: string): Annotation | undefined => this.records.annotation(id);
  articleOf = (id: string): Article | undefined => this.records.article(this.stored(id)?.articleId ?? '');

  async lookUpEarlierNotes(id: string): Promise<void> {
    this.#earlier.set(id, await this.library.annotations.earlierNotes(id));
    this.#drawReading();
  }

  /** Says what was done; `actionId` makes it undoable. */
  say(text: string, actionId?: string): void {
    this.toast.value = { id: actionId ?? crypto.randomUUID(), text, undo: actionId !== undefined };
  }

  fail = (error: unknown): void => {
    logFault(error);
    this.say(t('toast.failed', { reason: reasonOf(error) }));
  };
}

/** "March 2026" for "2026-03". */
const monthInWords = (month: string): string =>
  new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

const isFormOf = (key: string, { id, sources }: Annotation): boolean =>
  key === typedKey.newSource(id) ||
  key === typedKey.tag(id) ||
  sources.some((source) => key === typedKey.source(id, source.id));
