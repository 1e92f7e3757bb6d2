import { type Anchor, anchor, indexSlices, type TextIndex } from '@/anchoring';
import type { Anchored } from '@/messaging/anchored';
import type { AnchorReport, Annotation } from '@/model/records';
import type { HighlightPainter } from './HighlightPainter';
import { pageBody } from './pageDocument';
import { yieldToPage } from './yieldToPage';

/** Longest stretch of work before the page gets its turn, ms. */
const SLICE = 8;

interface Placed {
  anchor: Anchor;
  /** The range's text when it was anchored: a live range that still reads so needs no second look. */
  text: string;
  revision: number;
}

/** The annotations of the page shown now, where each of them stands, and their paint. */
export class PageAnnotations {
  readonly #painter: HighlightPainter;
  #annotations: Annotation[] = [];
  #placed = new Map<string, Placed>();
  #index: TextIndex | null = null;
  /** Counts rounds up; a round that is no longer the newest stops. */
  #round = 0;

  constructor(painter: HighlightPainter) {
    this.#painter = painter;
  }

  get(id: string): Annotation | undefined {
    return this.#annotations.find((one) => one.id === id);
  }

  /** The annotation of exactly these words. */
  withQuote(quote: string): Annotation | undefined {
    return this.#annotations.find(({ target }) => target.exact === quote);
  }

  /** Replaces the list. Places and paints what is new or was changed, in slices. */
  async show(annotations: Annotation[]): Promise<void> {
    this.#annotations = annotations;
    const ids = new Set(annotations.map(({ id }) => id));
    for (const id of [...this.#placed.keys()]) if (!ids.has(id)) this.#placed.delete(id);
    await this.#anchorAll((placed, one) => placed !== undefined && placed.revision >= one.revision);
  }

  /** The page changed under us: looks again only where the words are no longer as they were, or were missing. */
  async reread(): Promise<void> {
    this.#index = null;
    await this.#anchorAll((placed) => placed !== undefined && isIntact(placed));
  }

  async #anchorAll(keep: (placed: Placed | undefined, annotation: Annotation) => boolean): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const due = this.#annotations.filter((one) => !keep(this.#placed.get(one.id), one));
    if (due.length > 0) {
      const index = await this.index();
      let start = performance.now();
      for (const one of due) {
        if (round !== this.#round) return;
        const found = anchor(index, one.retarget ?? one.target);
        this.#placed.set(one.id, {
          anchor: found,
          text: found.range?.toString() ?? '',
          revision: one.revision,
        });
        if (performance.now() - start < SLICE) continue;
        await yieldToPage();
        start = performance.now();
      }
    }
    if (round === this.#round) this.#paint();
  }

  /** The text of the page as it is now; built once per change of the page. */
  async index(): Promise<TextIndex> {
    if (this.#index) return this.#index;
    const slices = indexSlices(pageBody(), SLICE);
    for (let step = slices.next(); ; step = slices.next()) {
      if (step.done) {
        this.#index = step.value;
        return step.value;
      }
      await yieldToPage();
    }
  }

  /** Forgets the text of the page, so that the next use reads it again. */
  dropIndex(): void {
    this.#index = null;
  }

  #paint(): void {
    this.#painter.show(
      this.#annotations.flatMap(({ id, color }) => {
        const found = this.#placed.get(id)?.anchor;
        if (!found?.range || (found.state !== 'exact' && found.state !== 'changed')) return [];
        return [
          [id, found.range, found.state === 'changed' ? (`${color}-changed` as const) : color] as const,
        ];
      }),
    );
  }

  /** Where each annotation stands, as plain data in the order of the list. */
  anchored(): Anchored[] {
    return this.#annotations.flatMap(({ id }) => {
      const found = this.#placed.get(id)?.anchor;
      if (!found) return [];
      const { state, span, textNow, changes, hidden } = found;
      return [{ id, state, start: span?.start ?? -1, textNow: textNow || null, changes, hidden }];
    });
  }

  /** What differs from what is stored about each annotation's place. */
  reports(): { id: string; anchor: AnchorReport }[] {
    const checkedAt = new Date().toISOString();
    return this.#annotations.flatMap((one) => {
      const found = this.#placed.get(one.id)?.anchor;
      if (!found) return [];
      const textNow = found.state === 'changed' ? found.textNow : undefined;
      if (found.state === one.anchor.state && textNow === one.anchor.textNow) return [];
      const placed = found.state === 'exact' || found.state === 'changed';
      const lastSeenAt = placed ? checkedAt : one.anchor.lastSeenAt;
      return [
        {
          id: one.id,
          anchor: {
            state: found.state,
            checkedAt,
            ...(textNow === undefined ? {} : { textNow }),
            ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
          },
        },
      ];
    });
  }

  /** The range of a placed or suggested annotation. */
  rangeOf(id: string): Range | null {
    return this.#placed.get(id)?.anchor.range ?? null;
  }
}

const isIntact = ({ anchor: { state, range }, text }: Placed) =>
  (state === 'exact' || state === 'changed') &&
  range !== null &&
  range.startContainer.isConnected &&
  range.endContainer.isConnected &&
  range.toString() === text;
