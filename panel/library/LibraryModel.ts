import { signal } from '@preact/signals';
import type { LibraryAddress, LibraryState, MarkRow } from '#components/library/LibraryState.ts';
import { localDay } from '#evidence/dueClaims.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation, Article } from '#model/records.ts';
import { readQuery } from '#model/searchQuery.ts';
import type { Library, Overview } from '#storage/index.ts';
import { onSettingsChange, readSettings } from '#storage/settings.ts';
import { followClaimInHand } from '../followClaimInHand.ts';
import { PanelModel } from '../PanelModel.ts';
import { queryFaultInWords } from '../queryFaultInWords.ts';
import { readAddress, writeAddress } from './libraryAddress.ts';
import { libraryRows, markRow } from './libraryRows.ts';
import { NOTHING, OpenRecord } from './OpenRecord.ts';
import { ofView } from './ofView.ts';
import { RecordCache } from './RecordCache.ts';

/** Rows read beyond those in sight, on each side. */
const AHEAD = 40;
/** After this many ms without a key the address follows the search. */
const PAUSE = 400;
/** News within so many ms is looked at together. */
const TOGETHER = 80;

/** What the library page shows: which marks there are, and the records of those in sight. */
export class LibraryModel extends PanelModel {
  readonly state = signal<LibraryState>({
    address: readAddress(location.hash),
    rows: null,
    faults: [],
    reading: NOTHING,
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
  readonly open: OpenRecord;
  readonly records: RecordCache;
  overview: Overview = { groups: [], total: 0, faults: [] };
  #round = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(library: Library) {
    super(library);
    this.records = new RecordCache(library);
    this.open = new OpenRecord({
      library,
      records: this.records,
      open: () => this.state.value.address.open,
      overview: () => this.overview,
      onChange: this.#drawReading,
      onFault: this.fail,
    });
  }

  async start(stop: AbortSignal): Promise<void> {
    onNews(
      {
        changed: ({ annotationIds }) => {
          this.records.forget(annotationIds);
          void this.open.known.changed(annotationIds).then(this.#drawReading, logFault);
          this.#refreshSoon();
        },
      },
      stop,
    );
    onSettingsChange(() => void this.#readSaved().catch(this.fail), stop);
    followClaimInHand((held) => this.set({ heldId: held?.id ?? null }), this.fail, stop);
    addEventListener('popstate', () => this.#arrive(), { signal: stop });
    await this.#readSaved().catch(this.fail);
    await this.open.texts.load().catch(logFault);
    await this.refresh();
    await this.open.known.load().catch(logFault);
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
    void this.open.read().catch(this.fail);
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
      const more = await ofView(library, { view, query });
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
      await this.open.read();
    } catch (error) {
      if (round !== this.#round) return;
      this.tellTrouble(error);
    }
  }

  /** A bulk change comes as many pieces of news. */
  #refreshSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.refresh().catch(this.fail);
    }, TOGETHER);
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

  #drawReading = (): void => this.set({ reading: this.open.reading() });

  stored = (id: string): Annotation | undefined => this.records.annotation(id);
  articleOf = (id: string): Article | undefined => this.records.article(this.stored(id)?.articleId ?? '');
}
