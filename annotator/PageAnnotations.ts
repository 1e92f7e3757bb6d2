import { describe } from '#anchoring/index.ts';
import type { Anchored } from '#messaging/anchored.ts';
import type { Citation } from '#model/Citation.ts';
import type { AnchorReport, Annotation, Target } from '#model/records.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import type { PageDocuments } from './PageDocuments.ts';
import type { Place } from './Place.ts';
import { type Placeable, PlaceFinder } from './PlaceFinder.ts';

/** The annotations of the page shown now, where each of them stands, and their paint. */
export class PageAnnotations {
  readonly #painter: HighlightPainter;
  readonly #texts: PageDocuments;
  readonly #finder: PlaceFinder;
  #annotations: readonly Annotation[] = [];
  /** Claims of other articles that cite this page. */
  #cited: readonly Citation[] = [];
  /** The last look; looks never overlap, for each builds on what the one before it saw. */
  #looking: Promise<void> = Promise.resolve();

  constructor(painter: HighlightPainter, texts: PageDocuments) {
    this.#painter = painter;
    this.#texts = texts;
    this.#finder = new PlaceFinder(texts);
  }

  get isEmpty(): boolean {
    return this.#annotations.length === 0;
  }

  /** The citation with a passage that stands here, by its source's id. */
  citation(id: string): Citation | undefined {
    return this.#cited.find((one) => one.id === id);
  }

  get(id: string): Annotation | undefined {
    return this.#annotations.find((one) => one.id === id);
  }

  /** The annotation of exactly these words. */
  withQuote(quote: string): Annotation | undefined {
    return this.#annotations.find(({ target }) => target.exact === quote);
  }

  /** Replaces the list. Places and paints what is new or was changed, in slices. */
  async show(annotations: readonly Annotation[], cited: readonly Citation[] = []): Promise<void> {
    this.#annotations = annotations;
    this.#cited = cited;
    await this.reread();
  }

  /** Adds to the list what was just stored, or puts it in the place of what it was. */
  add(stored: readonly Annotation[]): Promise<void> {
    const ids = new Set(stored.map(({ id }) => id));
    return this.show([...this.#annotations.filter(({ id }) => !ids.has(id)), ...stored], this.#cited);
  }

  /** The page may have changed under us: takes in what did, and looks again only where words were touched or missing. */
  reread(): Promise<void> {
    const look = () => this.#look();
    this.#looking = this.#looking.then(look, look);
    return this.#looking;
  }

  /** Whether the painted ranges still hold their words: the page can move them. Looks at some at each call. */
  isIntact(): boolean {
    return this.#finder.isIntact();
  }

  /** Makes ranges anew that the page moved. */
  repair(): Promise<void> {
    this.#finder.isDamaged = true;
    return this.reread();
  }

  async #look(): Promise<void> {
    const annotations = this.#annotations;
    const sought: readonly Placeable[] = [...annotations, ...this.#cited.flatMap(passageOf)];
    this.#finder.keep(new Set(sought.map(({ id }) => id)));
    if (sought.length > 0) await this.#finder.look(sought);
    // With nothing to find, the page is neither read nor watched.
    else this.#texts.drop();
    if (annotations === this.#annotations) this.#paint();
  }

  /**
   * Says where a range stands in the page as it is now.
   * @throws NothingSelectedError if it holds no text of the page.
   */
  async describe(range: Range): Promise<Target> {
    await this.reread();
    this.#texts.all();
    const text = this.#texts.of(range.startContainer);
    if (!text) throw new Error('The selection is in a document that is not read.');
    return describe(await text.index(), range);
  }

  #paint(): void {
    const all = [
      ...this.#annotations.map(({ id, color }) => ({ id, role: color })),
      ...this.#cited.map(({ id }) => ({ id, role: 'cited' as const })),
    ];
    this.#painter.show(
      all.flatMap(({ id, role }) => {
        const place = this.#finder.get(id);
        if (place?.state !== 'exact' && place?.state !== 'changed') return [];
        return [[id, place.ranges, place.state === 'changed' ? (`${role}-changed` as const) : role] as const];
      }),
    );
  }

  #placed(): { one: Annotation; place: Place }[] {
    return this.#annotations.flatMap((one) => {
      const place = this.#finder.get(one.id);
      return place ? [{ one, place }] : [];
    });
  }

  /** Where each annotation stands, as plain data in the order of the list. */
  anchored(): Anchored[] {
    return this.#placed().map(({ one, place }) => this.#said(one.id, place));
  }

  /** What cites this page, and where the cited passage stands. */
  cited(): { citation: Citation; place: Anchored | null }[] {
    return this.#cited.map((citation) => {
      const place = this.#finder.get(citation.id);
      return { citation, place: place ? this.#said(citation.id, place) : null };
    });
  }

  #said(id: string, place: Place): Anchored {
    return {
      id,
      state: place.state,
      start: place.home && place.span ? this.#texts.startOf(place.home) + place.span.start : -1,
      textNow: place.textNow || null,
      changes: place.changes,
      hidden: place.isHidden,
    };
  }

  /** What differs from what is stored about each annotation's place, and what was last looked at on another day. */
  reports(): { id: string; anchor: AnchorReport }[] {
    const checkedAt = new Date().toISOString();
    return this.#placed().flatMap(({ one, place }) => {
      const known = one.anchor;
      const textNow = place.state === 'changed' || place.state === 'suggested' ? place.textNow : undefined;
      const today = known.checkedAt.slice(0, 10) === checkedAt.slice(0, 10);
      if (today && place.state === known.state && textNow === known.textNow) return [];
      const isPlaced = place.state === 'exact' || place.state === 'changed';
      const lastSeenAt = isPlaced ? checkedAt : known.lastSeenAt;
      const exactAt = place.state === 'exact' ? checkedAt : known.exactAt;
      const report: AnchorReport = { state: place.state, checkedAt };
      if (textNow !== undefined) report.textNow = textNow;
      if (lastSeenAt !== undefined) report.lastSeenAt = lastSeenAt;
      if (exactAt !== undefined) report.exactAt = exactAt;
      return [{ id: one.id, anchor: report }];
    });
  }

  /** The ranges of a placed or suggested annotation; empty where it is missing. */
  rangesOf(id: string): readonly Range[] {
    return this.#finder.get(id)?.ranges ?? [];
  }
}

/** The words by which a page is cited, to be looked for like any mark; they are never edited, so one look will do. */
function passageOf({ id, quote }: Citation): Placeable[] {
  if (!quote?.exact) return [];
  return [{ id, revision: 0, target: { ...quote, start: 0, end: quote.exact.length }, history: [] }];
}
