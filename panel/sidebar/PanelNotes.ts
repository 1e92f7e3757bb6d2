import { t } from '#components/strings.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { Library } from '#storage/index.ts';
import { reasonOf } from '../reasonOf.ts';
import { metadataOf, type Shown } from './readShown.ts';
import { type StoredNote, TypedNotes } from './TypedNotes.ts';

/** What an article that nothing is stored about yet has for a note. */
const NO_NOTE: StoredNote = { note: '', revision: 0 };

/** Among the typed notes; annotations have their ids. */
export const articleNoteKey = (url: string) => `article ${url}`;
const draftKey = (key: string) => `sidebar:${key}`;

/** Notes typed in this panel, of annotations and of articles, and what became of them in the library. */
export class PanelNotes {
  readonly typed: TypedNotes;
  /** Notes that somebody else wrote at the same time, by annotation, until the reader decides. */
  readonly conflicts = new Map<string, { note: string; at: string }>();
  readonly #library: Library;
  /** Where article notes were typed: a page may be left before its note is written. */
  readonly #places = new Map<string, Shown>();
  /** The address whose unsaved texts were looked for. */
  #resumedAt: string | null = null;

  constructor(library: Library, onChange: () => void) {
    this.#library = library;
    this.typed = new TypedNotes({
      onChange,
      reason: reasonOf,
      keeping: {
        keep: (key, note, base) => library.drafts.put({ key: draftKey(key), fields: { note, base } }),
        drop: (key) => library.drafts.clear(draftKey(key)),
      },
      write: (key, text, base) => this.#write(key, text, base),
    });
  }

  async #write(key: string, note: string, base: string): Promise<number> {
    const { articles, annotations } = this.#library;
    const place = this.#places.get(key);
    if (place) {
      const { article } = await articles.patch(await this.storedArticle(place), { note }, { note: base });
      return article.revision;
    }
    const { annotation, conflict } = await annotations.patch(key, { note }, { note: base });
    const entry = annotation.history.at(-1);
    if (conflict && entry) this.conflicts.set(key, { note: entry.before, at: entry.at });
    return annotation.revision;
  }

  /** The reader types the note of the shown article. */
  typeArticleNote(shown: Shown, note: string): void {
    if (shown.page.kind !== 'page') return;
    const key = articleNoteKey(shown.page.url);
    this.#places.set(key, shown);
    this.typed.type(key, note, shown.article ?? NO_NOTE);
  }

  textOfArticle({ page, article }: Shown): string {
    return page.kind === 'page' ? this.typed.textOf(articleNoteKey(page.url), article ?? NO_NOTE) : '';
  }

  /**
   * Id of an article's record, made now if nothing was stored yet.
   * @throws Error with a sentence where the tab shows no page.
   */
  async storedArticle(shown: Shown): Promise<string> {
    const { page, article } = shown;
    if (page.kind !== 'page') throw new Error(t('page.restricted'));
    if (article) return article.id;
    const metadata = metadataOf(shown);
    const { addresses } = await knownArticle(this.#library, page.url, metadata);
    const kind = page.state?.detection.kind ?? 'other';
    return (await this.#library.articles.getOrCreate({ addresses, metadata, kind })).article.id;
  }

  /** Goes on with notes on the shown page that an earlier panel could not save. */
  async resume(shown: Shown): Promise<void> {
    const { page, article, annotations, off } = shown;
    if (page.kind !== 'page' || off || this.#resumedAt === page.url) return;
    this.#resumedAt = page.url;
    const texts = new Map((await this.#library.drafts.list()).map(({ key, fields }) => [key, fields]));
    for (const { id, note } of annotations) await this.#resume(id, note, texts.get(draftKey(id)));
    const key = articleNoteKey(page.url);
    const fields = texts.get(draftKey(key));
    if (fields) this.#places.set(key, shown);
    await this.#resume(key, article?.note ?? '', fields);
  }

  async #resume(key: string, stored: string, fields: Record<string, string> | undefined): Promise<void> {
    const { note, base } = fields ?? {};
    if (note === undefined || base === undefined) return;
    if (note === stored) await this.#library.drafts.clear(draftKey(key));
    else this.typed.resume(key, note, base);
  }
}
