import { rangesOf, toRange } from '#anchoring/offsets.ts';
import type { Annotation } from '#model/records.ts';
import { articleSentences } from './articleSentences.ts';
import { boxOnPage } from './boxOnPage.ts';
import type { Seat } from './Seat.ts';

/** One sentence of the page. */
export interface Sentence {
  text: string;
  language: string;
  /** From its first to its last word, with what is left out between. */
  range: Range;
  /** The same around what is left out; what is painted. */
  pieces: readonly Range[];
  /** What the range held when it was read: pages move words away under it. */
  raw: string;
}

const essenceOf = (ranges: readonly Range[]) => ranges.join('').replace(/\s+/gu, '');

/** The sentences of a page and its frames, read anew where the page changed under them. */
export class SentenceList {
  readonly #seat: Pick<Seat, 'page' | 'texts'>;
  #sentences: Sentence[] = [];

  constructor(seat: Pick<Seat, 'page' | 'texts'>) {
    this.#seat = seat;
  }

  get length(): number {
    return this.#sentences.length;
  }

  at(place: number): Sentence | undefined {
    return this.#sentences[place];
  }

  /** Reads the page as it is now. */
  async read(): Promise<void> {
    await this.#seat.page.reread();
    const found: Sentence[] = [];
    for (const text of this.#seat.texts.all()) {
      const index = await text.index();
      for (const span of articleSentences(text.document, index, index.language || 'en')) {
        const range = toRange(index, span);
        if (!range) continue;
        found.push({
          text: index.text.slice(span.start, span.end),
          language: index.language,
          range,
          pieces: rangesOf(index, span),
          raw: range.toString(),
        });
      }
    }
    this.#sentences = found;
  }

  /** Whether a sentence still stands where it was read. */
  isIntact(place: number): boolean {
    const one = this.#sentences[place];
    return !!one?.range.startContainer.isConnected && one.range.toString() === one.raw;
  }

  /** The place of the same words nearest to where they stood; that place itself where they are gone. */
  nearest(text: string, before: number): number {
    let best = Math.min(before, this.length - 1);
    let least = Number.POSITIVE_INFINITY;
    for (const [place, one] of this.#sentences.entries()) {
      const distance = Math.abs(place - before);
      if (one.text !== text || distance >= least) continue;
      best = place;
      least = distance;
    }
    return Math.max(0, best);
  }

  /** The first sentence that ends within or below the window: where the reader looks. */
  firstInView(): number {
    const place = this.#sentences.findIndex(({ range }) => boxOnPage(range).bottom > 0);
    return Math.max(0, place);
  }

  /** The annotation of exactly a sentence. */
  annotationOf({ range, pieces }: Sentence): Annotation | null {
    const words = essenceOf(pieces);
    for (const { id, state } of this.#seat.page.anchored()) {
      if (state !== 'exact' && state !== 'changed') continue;
      const ranges = this.#seat.page.rangesOf(id);
      const [first] = ranges;
      if (!first || essenceOf(ranges) !== words) continue;
      if (range.isPointInRange(first.startContainer, first.startOffset))
        return this.#seat.page.get(id) ?? null;
    }
    return null;
  }
}
