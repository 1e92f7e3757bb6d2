import { type ClaimTerms, claimTerms } from './claimTerms.ts';
import { otherUnit, sameFigure } from './figureProblems.ts';

/** A claim noted before that resembles another. */
export interface SimilarClaim {
  id: string;
  /** Likeness of the words, 0..1. */
  score: number;
  /** `same`; or the same matter with another figure, or with the opposite said of it. */
  relation: 'same' | 'other figure' | 'opposite';
}

/** From this likeness on, two claims are about the same matter. */
const SIMILAR = 0.42;
/** Terms that stand in more of the claims than this share are passed over where there are many claims. */
const COMMON = 0.2;

/**
 * An index of the reader's claims that finds similar ones: cosine of weighted terms (TF-IDF, Spärck Jones 1972) over an inverted
 * index; figures are terms, so that “3 %” and “8 %” differ, and denial and direction (“rose”, “fell”) are compared apart. Kept in
 * memory; an entry takes about a hundred bytes for each word.
 */
export class SimilarClaims {
  private readonly entries = new Map<string, { terms: ClaimTerms; slot: number }>();
  private readonly postings = new Map<string, number[]>();
  private readonly ids: (string | undefined)[] = [];

  get size(): number {
    return this.entries.size;
  }

  /** Adds a claim, or puts new words in the place of its old ones. */
  set(id: string, text: string, language?: string | null): void {
    this.delete(id);
    const terms = claimTerms(text, language);
    const slot = this.ids.push(id) - 1;
    this.entries.set(id, { terms, slot });
    for (const term of terms.terms) {
      const list = this.postings.get(term);
      if (list) list.push(slot);
      else this.postings.set(term, [slot]);
    }
  }

  delete(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.entries.delete(id);
    this.ids[entry.slot] = undefined;
  }

  /** The most similar claims, best first; `except` is the claim that is asked about. */
  find(
    text: string,
    { language, except, most = 10 }: { language?: string | null; except?: string; most?: number } = {},
  ): SimilarClaim[] {
    const asked = claimTerms(text, language);
    const scores = new Map<number, number>();
    for (const term of asked.terms) {
      const list = this.postings.get(term) ?? [];
      if (this.ids.length > 500 && list.length > this.ids.length * COMMON) continue;
      const weight = this.weight(term) ** 2;
      for (const slot of list) scores.set(slot, (scores.get(slot) ?? 0) + weight);
    }
    const length = this.lengthOf(asked);
    const found: SimilarClaim[] = [];
    for (const [slot, dot] of scores) {
      const id = this.ids[slot];
      const entry = id === undefined ? undefined : this.entries.get(id);
      if (!entry || id === undefined || id === except) continue;
      const other = this.lengthOf(entry.terms);
      if (length === 0 || other === 0) continue;
      // A short claim within a longer one is the same claim told with more.
      const cosine = dot / (length * other);
      const within = dot / Math.min(length, other) ** 2;
      const score = Math.min(1, 0.6 * cosine + 0.4 * within);
      const few = Math.min(asked.terms.length, entry.terms.terms.length) < 3;
      if (score >= (few ? 0.8 : SIMILAR)) found.push({ id, score, relation: relationOf(asked, entry.terms) });
    }
    return found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, most);
  }

  private weight(term: string): number {
    const count = this.postings.get(term)?.length ?? 0;
    const idf = Math.log(1 + (this.ids.length + 1) / (count + 0.5));
    return term.startsWith('#') && !term.includes(':') ? idf / 2 : idf;
  }

  private lengthOf({ terms }: ClaimTerms): number {
    return Math.sqrt(terms.reduce((sum, term) => sum + this.weight(term) ** 2, 0));
  }
}

function relationOf(a: ClaimTerms, b: ClaimTerms): SimilarClaim['relation'] {
  const strong = (terms: ClaimTerms) => terms.figures.filter(({ weak }) => !weak);
  const [mine, theirs] = [strong(a), strong(b)];
  const differs = mine.some(
    (figure) =>
      !theirs.some((other) => sameFigure(figure, other)) &&
      theirs.some(
        (other) =>
          (other.unit === figure.unit || otherUnit(figure, other)) &&
          !mine.some((own) => sameFigure(own, other)),
      ),
  );
  const turned = a.direction * b.direction === -1;
  if (a.negated !== b.negated || turned) return 'opposite';
  return differs ? 'other figure' : 'same';
}
