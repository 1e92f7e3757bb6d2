import { t } from '#components/strings.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { Saving } from '#model/Saving.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import type { Library } from '#storage/index.ts';
import type { Stored } from '#typing/Autosave.ts';
import type { PanelTexts } from './PanelTexts.ts';
import { metadataOf, type Shown } from './readShown.ts';

/** What an article that nothing is stored about yet has for a note. */
const NO_NOTE = { note: '', revision: 0 };

/** A record with a note. */
interface Noted {
  note: string;
  revision: number;
}

/** Notes typed in this panel, of annotations and of articles, and what became of them in the library. */
export class PanelNotes {
  /** Notes that somebody else wrote at the same time, by annotation, until the reader decides. */
  readonly conflicts = new Map<string, { note: string; at: string }>();
  readonly #texts: PanelTexts;
  readonly #library: Library;
  /** The address whose kept notes were looked for. */
  #resumedAt: string | null = null;

  constructor(library: Library, texts: PanelTexts) {
    this.#library = library;
    this.#texts = texts;
  }

  /** The reader types the note of a highlight. */
  type(id: string, note: string, stored: Noted): void {
    this.#texts.typed.type(typedKey.note(id), { note }, toStored(stored), this.#writeNote(id));
  }

  /** The reader types the note of the shown article. */
  typeOfArticle(shown: Shown, note: string): void {
    const { page, article } = shown;
    if (page.kind !== 'page') return;
    const key = typedKey.articleNote(page.url);
    this.#texts.typed.type(key, { note }, toStored(article ?? NO_NOTE), this.#writeArticleNote(shown));
  }

  textOf(id: string, stored: Noted): string {
    return this.#texts.typed.textOf(typedKey.note(id), toStored(stored)).note ?? '';
  }

  textOfArticle({ page, article }: Shown): string {
    if (page.kind !== 'page') return '';
    return this.#texts.typed.textOf(typedKey.articleNote(page.url), toStored(article ?? NO_NOTE)).note ?? '';
  }

  savingOf(id: string): Saving {
    return this.#texts.typed.savingOf(typedKey.note(id));
  }

  savingOfArticle({ page }: Shown): Saving {
    return page.kind === 'page'
      ? this.#texts.typed.savingOf(typedKey.articleNote(page.url))
      : { kind: 'idle' };
  }

  #writeNote(id: string) {
    return async ({ note = '' }: Fields, base: Fields): Promise<number> => {
      const { annotation, conflict } = await this.#library.annotations.patch(
        id,
        { note },
        { note: base.note ?? '' },
      );
      const entry = annotation.history.at(-1);
      if (conflict && entry) this.conflicts.set(id, { note: entry.before, at: entry.at });
      return annotation.revision;
    };
  }

  /** Written to the article that was shown when it was typed: its page may be left by now. */
  #writeArticleNote(shown: Shown) {
    return async ({ note = '' }: Fields, base: Fields): Promise<number> => {
      const id = await this.storedArticle(shown);
      const { article } = await this.#library.articles.patch(id, { note }, { note: base.note ?? '' });
      return article.revision;
    };
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
    await this.#texts.load();
    for (const one of annotations) this.#resume(typedKey.note(one.id), one, this.#writeNote(one.id));
    this.#resume(typedKey.articleNote(page.url), article ?? NO_NOTE, this.#writeArticleNote(shown));
  }

  #resume(key: string, stored: Noted, write: (fields: Fields, base: Fields) => Promise<number>): void {
    const kept = this.#texts.take(key);
    if (kept) this.#texts.typed.resume(kept, toStored(stored), write);
  }
}

const toStored = ({ note, revision }: Noted): Stored => ({ fields: { note }, revision });
