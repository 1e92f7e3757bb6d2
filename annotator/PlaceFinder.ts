import { type AnchorBatch, anchorSlices, type IndexUpdate, type TextIndex } from '#anchoring/index.ts';
import type { Annotation, Target } from '#model/records.ts';
import { type DocumentReader, LONG, SLICE } from './DocumentReader.ts';
import type { PageDocuments } from './PageDocuments.ts';
import { Place } from './Place.ts';
import { yieldToPage } from './yieldToPage.ts';

/** So many missing annotations are tried against added text before the page gets its turn. */
const RETRIES = 16;
/** So many places are looked at in one go whether their ranges still hold their words. */
const CHECKED = 200;
/** From so many on, a search is prepared in slices. */
const PREPARE_FROM = 8;
/** A place that was shown and hidden so often in a minute is turned by the page itself, which needs no search each time. */
const MOST_TURNS = 4;
const MINUTE = 60_000;

/** What can be looked for in a page. */
export type Placeable = Pick<Annotation, 'id' | 'revision' | 'target' | 'retarget' | 'history'>;

/** Finds where annotations stand in the page's documents: all of them at first, then only what a change touched. */
export class PlaceFinder {
  readonly #texts: PageDocuments;
  readonly #places = new Map<string, Place>();
  readonly #searched = new WeakSet<DocumentReader>();
  /** Those that the page folded or unfolded. */
  readonly #turned = new Set<string>();
  /** How often each was since a minute began. */
  readonly #turns = new Map<string, number>();
  #since = 0;
  #checked = 0;
  /** The page moved ranges of ours: the next look makes them anew. */
  isDamaged = false;

  constructor(texts: PageDocuments) {
    this.#texts = texts;
  }

  get(id: string): Place | undefined {
    return this.#places.get(id);
  }

  /** Forgets all but these. */
  keep(ids: ReadonlySet<string>): void {
    for (const id of [...this.#places.keys()]) if (!ids.has(id)) this.#places.delete(id);
  }

  /**
   * Whether the ranges of some of the places hold their words, and show them or not as when they were found; the next call
   * looks at the next. What is shown otherwise is looked for anew at the next look: it may stand in the page twice.
   */
  isIntact(): boolean {
    const places = [...this.#places];
    const from = this.#checked < places.length ? this.#checked : 0;
    this.#checked = from + CHECKED;
    const some = places.slice(from, from + CHECKED);
    for (const [id, place] of some) if (!place.isAsShown) this.#turn(id, place);
    return this.#turned.size === 0 && some.every(([, place]) => place.isIntact);
  }

  /** A carousel would else have the page read anew at each of its turns. */
  #turn(id: string, place: Place): void {
    if (this.#turned.has(id)) return;
    const now = performance.now();
    if (now > this.#since + MINUTE) {
      this.#since = now;
      this.#turns.clear();
    }
    const turns = (this.#turns.get(id) ?? 0) + 1;
    this.#turns.set(id, turns);
    if (turns > MOST_TURNS) this.#places.set(id, place.asShownNow());
    else this.#turned.add(id);
  }

  async #renew(): Promise<void> {
    this.isDamaged = false;
    for (const [id, place] of this.#places) {
      if (place.home && place.span && !place.isIntact)
        this.#places.set(id, place.movedTo(await place.home.index(), place.span));
    }
  }

  /** Looks at what changed in the page, and for annotations that are new or were edited. */
  async look(annotations: readonly Placeable[]): Promise<void> {
    const due = new Set<Placeable>();
    const texts = this.#texts.all();
    const turned = new Set(this.#turned);
    this.#turned.clear();
    for (const id of turned) this.#places.get(id)?.home?.readAnew();
    for (const text of texts) {
      const update = await text.update();
      if (!update) continue;
      // Patching a long text takes its time, too.
      if (update.index.text.length > LONG) await yieldToPage();
      for (const one of await this.#follow(text, update, annotations)) due.add(one);
    }
    const isNew = texts.some((text) => !this.#searched.has(text));
    for (const one of annotations) {
      const place = this.#places.get(one.id);
      if (!place || place.revision < one.revision || turned.has(one.id)) due.add(one);
      else if (place.home === null ? isNew : !texts.includes(place.home)) due.add(one);
    }
    if (due.size > 0) await this.#find([...due], texts);
    if (this.isDamaged) await this.#renew();
  }

  /** Moves places along with the text around them. @returns those whose words were touched. */
  async #follow(text: DocumentReader, update: IndexUpdate, all: readonly Placeable[]): Promise<Placeable[]> {
    const touched: Placeable[] = [];
    const wanting: Placeable[] = [];
    let since = performance.now();
    for (const one of all) {
      if (performance.now() - since > SLICE) {
        await yieldToPage();
        since = performance.now();
      }
      const place = this.#places.get(one.id);
      if (!place?.home || !place.span) {
        if (place) wanting.push(one);
        continue;
      }
      if (place.home !== text) continue;
      const span = place.isLost ? null : update.moved(place.span);
      if (span) this.#places.set(one.id, place.movedTo(update.index, span));
      else touched.push(one);
      // What reads otherwise may be another sentence, and its own words come later.
      if (span && place.state !== 'exact') wanting.push(one);
    }
    if (update.change && wanting.length > 0) await this.#retry(text, update, wanting);
    return touched;
  }

  /** Tries what was not found against the text that was added. */
  async #retry(text: DocumentReader, update: IndexUpdate, wanting: Placeable[]): Promise<void> {
    // Tables of the whole page cost more the longer it is, and most of what is added to it concerns no mark.
    const worth = wanting.filter((one) => update.mayHold(targetOf(one)));
    if (worth.length >= PREPARE_FROM) await inSlices(update.index.page.prepare());
    let since = performance.now();
    for (let at = 0; at < worth.length; at += RETRIES) {
      const some = worth.slice(at, at + RETRIES);
      for (const [i, anchor] of update.retry(some.map(targetOf)).entries()) {
        const one = some[i];
        if (!one || !anchor) continue;
        const place = settled(one, Place.found(anchor, text, one.revision));
        if (place.isBetterThan(this.#places.get(one.id))) this.#places.set(one.id, place);
      }
      if (performance.now() - since < SLICE) continue;
      await yieldToPage();
      since = performance.now();
    }
  }

  /** Looks through all documents; the best place counts. */
  async #find(due: Placeable[], texts: DocumentReader[]): Promise<void> {
    const best = new Map<string, Place>();
    const isOpen = ({ id }: Placeable) => best.get(id)?.state !== 'exact';
    for (const text of texts) {
      this.#searched.add(text);
      const index = await text.index();
      await this.#search(due.filter(isOpen), targetOf, text, index, best);
      // An accepted wording may be gone again, and the one first marked be back.
      const reverted = due.filter((one) => one.retarget && best.get(one.id)?.state !== 'exact');
      await this.#search(reverted, ({ target }) => target, text, index, best);
    }
    for (const [id, place] of best) this.#places.set(id, place);
  }

  async #search(
    due: Placeable[],
    target: (one: Placeable) => Target,
    text: DocumentReader,
    index: TextIndex,
    best: Map<string, Place>,
  ): Promise<void> {
    if (due.length === 0) return;
    await inSlices(
      anchorSlices(index, due.map(target), { budgetMs: SLICE }),
      ({ from, anchors }: AnchorBatch) => {
        for (const [i, anchor] of anchors.entries()) {
          const one = due[from + i];
          if (!one) continue;
          const place = settled(one, Place.found(anchor, text, one.revision));
          if (place.isBetterThan(best.get(one.id))) best.set(one.id, place);
        }
      },
    );
  }
}

/** Runs work that pauses by itself, and gives the page its turn at each pause that comes late enough. */
async function inSlices<T>(
  work: Generator<T, void>,
  onStep: (value: T) => void = () => undefined,
): Promise<void> {
  let since = performance.now();
  for (const value of work) {
    onStep(value);
    if (performance.now() - since < SLICE / 2) continue;
    await yieldToPage();
    since = performance.now();
  }
}

const targetOf = (one: Placeable) => one.retarget ?? one.target;

/** “Is it this?” is not asked again for words that the reader said no to. */
function settled(one: Placeable, place: Place): Place {
  const refused =
    place.state === 'suggested' &&
    one.history.some(({ kind, after }) => kind === 'suggestion-refused' && after === place.textNow);
  return refused ? Place.missing(one.revision) : place;
}
