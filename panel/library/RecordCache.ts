import type { Annotation, Article } from '#model/records.ts';
import type { Library } from '#storage/index.ts';

/** Annotations remembered. */
const MOST = 3_000;

/** Records that the page shows, read in a few requests and remembered until they change. */
export class RecordCache {
  readonly #library: Library;
  readonly #annotations = new Map<string, Annotation>();
  readonly #articles = new Map<string, Article>();
  /** Counts up when something is forgotten: an older answer must not bring it back. */
  #age = 0;

  constructor(library: Library) {
    this.#library = library;
  }

  annotation = (id: string): Annotation | undefined => this.#annotations.get(id);
  article = (id: string): Article | undefined => this.#articles.get(id);

  /** Reads those that are not known, with their articles. Resolves with whether there were any. */
  async read(ids: string[]): Promise<boolean> {
    const age = this.#age;
    const missing = ids.filter((id) => !this.#annotations.has(id));
    if (missing.length === 0) return false;
    const annotations = await this.#library.annotations.some(missing);
    const articleIds = [...new Set(annotations.map(({ articleId }) => articleId))];
    const unknown = articleIds.filter((id) => !this.#articles.has(id));
    const articles = unknown.length > 0 ? await this.#library.articles.some(unknown) : [];
    if (age !== this.#age) return this.read(ids);
    if (this.#annotations.size > MOST) this.#annotations.clear();
    for (const article of articles) this.#articles.set(article.id, article);
    for (const annotation of annotations) this.#annotations.set(annotation.id, annotation);
    return annotations.length > 0;
  }

  async readArticle(id: string): Promise<void> {
    if (this.#articles.has(id)) return;
    const age = this.#age;
    const article = await this.#library.articles.get(id);
    if (article && age === this.#age) this.#articles.set(id, article);
  }

  /** These annotations changed; without ids, anything may have. Articles are few and read again. */
  forget(ids: string[]): void {
    this.#age += 1;
    this.#articles.clear();
    if (ids.length === 0) this.#annotations.clear();
    for (const id of ids) this.#annotations.delete(id);
  }
}
