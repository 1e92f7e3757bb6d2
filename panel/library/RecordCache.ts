import type { Annotation, Article } from '#model/records.ts';
import type { Library } from '#storage/index.ts';

/** Annotations remembered. */
const MOST = 3_000;

/**
 * Records that the page shows, read in a few requests and remembered. What changed is told as it was until it was read
 * again: a field that is typed into needs its record at every letter.
 */
export class RecordCache {
  /** The annotation in the reading pane, which is never dropped for want of room. */
  open: string | null = null;
  readonly #library: Library;
  readonly #annotations = new Map<string, Annotation>();
  readonly #articles = new Map<string, Article>();
  /** Those that may have changed since they were read. */
  readonly #stale = new Set<string>();
  /** Counts up when something may have changed: an older answer must not count as new. */
  #age = 0;

  constructor(library: Library) {
    this.#library = library;
  }

  /** Undefined where it was not read yet, or is gone for good. */
  annotation = (id: string): Annotation | undefined => this.#annotations.get(id);
  article = (id: string): Article | undefined => this.#articles.get(id);

  #isKnown = (id: string) => !this.#stale.has(id) && (this.#annotations.has(id) || this.#articles.has(id));

  /** Reads those that are not known as they are now, with their articles. Resolves with whether there were any. */
  async read(ids: string[]): Promise<boolean> {
    const age = this.#age;
    const wanted = ids.filter((id) => !this.#isKnown(id));
    if (wanted.length === 0) return false;
    const annotations = await this.#library.annotations.some(wanted);
    const articleIds = [...new Set(annotations.map(({ articleId }) => articleId))];
    const unknown = articleIds.filter((id) => !this.#isKnown(id));
    const articles = unknown.length > 0 ? await this.#library.articles.some(unknown) : [];
    if (age !== this.#age) return this.read(ids);
    if (this.#annotations.size > MOST)
      for (const id of this.#annotations.keys()) if (id !== this.open) this.#annotations.delete(id);
    put(this.#annotations, wanted, annotations);
    put(this.#articles, unknown, articles);
    for (const id of [...wanted, ...unknown]) this.#stale.delete(id);
    return annotations.length > 0;
  }

  async readArticle(id: string): Promise<void> {
    if (this.#isKnown(id)) return;
    const age = this.#age;
    const article = await this.#library.articles.get(id);
    if (age !== this.#age) return this.readArticle(id);
    put(this.#articles, [id], article ? [article] : []);
    this.#stale.delete(id);
  }

  /** These annotations may have changed; without ids, any. Articles are few and all read again. */
  forget(ids: string[]): void {
    this.#age += 1;
    for (const id of this.#articles.keys()) this.#stale.add(id);
    for (const id of ids.length === 0 ? this.#annotations.keys() : ids) this.#stale.add(id);
  }
}

/** Takes in what was read; what was asked for and not found is gone. */
function put<T extends { id: string }>(known: Map<string, T>, asked: string[], found: T[]): void {
  for (const id of asked) known.delete(id);
  for (const one of found) known.set(one.id, one);
}
