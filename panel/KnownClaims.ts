import { normalisedSource } from '#evidence/normalisedSource.ts';
import { SimilarClaims } from '#evidence/SimilarClaims.ts';
import { type ClaimEntry, claimedIn } from '#model/ClaimEntry.ts';
import type { Library } from '#storage/index.ts';

/** A claim noted elsewhere that resembles one, as `SimilarClaims` found it. */
interface Seen {
  entry: ClaimEntry;
  relation: 'same' | 'other figure' | 'opposite';
}

/** Similar claims shown for one. */
const MOST = 5;

/** What the library holds of claims, kept in step with it: which were seen before, and how often a source is cited. */
export class KnownClaims {
  readonly #library: Library;
  readonly #entries = new Map<string, ClaimEntry>();
  readonly #similar = new SimilarClaims();
  #loaded = false;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Reads all of them once; later only what changed. */
  async load(): Promise<void> {
    if (this.#loaded) return;
    for (const entry of await this.#library.annotations.claims()) this.#set(entry);
    this.#loaded = true;
  }

  /** These annotations changed, or are gone. Without ids, anything may have. */
  async changed(ids: string[]): Promise<void> {
    if (!this.#loaded) return;
    const wanted = ids.length > 0 ? ids : [...this.#entries.keys()];
    const now = new Map((await this.#library.annotations.claims(wanted)).map((entry) => [entry.id, entry]));
    for (const id of wanted) {
      const entry = now.get(id);
      if (entry) this.#set(entry);
      else this.#forget(id);
    }
  }

  #set(entry: ClaimEntry): void {
    const before = this.#entries.get(entry.id);
    this.#entries.set(entry.id, entry);
    if (!entry.claim) this.#similar.delete(entry.id);
    else if (!before?.claim || claimedIn(before) !== claimedIn(entry))
      this.#similar.set(entry.id, claimedIn(entry), entry.language);
  }

  #forget(id: string): void {
    this.#entries.delete(id);
    this.#similar.delete(id);
  }

  /** Claims like these words, but for the claim's own. */
  seenBefore(id: string, words: string, language: string | null): Seen[] {
    return this.#similar.find(words, { language, except: id, most: MOST }).flatMap(({ id, relation }) => {
      const entry = this.#entries.get(id);
      return entry ? [{ entry, relation }] : [];
    });
  }

  /** In how many claims each address is cited. */
  citations(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { sources } of this.#entries.values()) {
      for (const url of new Set(sources.map((source) => normalisedSource(source.url))))
        if (url) counts.set(url, (counts.get(url) ?? 0) + 1);
    }
    return counts;
  }
}
