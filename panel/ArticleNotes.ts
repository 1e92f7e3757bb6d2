import type { Saving } from '#model/Saving.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import type { Library } from '#storage/index.ts';
import { type Noted, toStored } from './CardNotes.ts';
import type { PanelTexts } from './PanelTexts.ts';

/** What an article that nothing is stored about yet has for a note. */
const NO_NOTE: Noted = { note: '', revision: 0 };

/** An article whose note can be typed. */
export interface ArticleInHand {
  /** The address it is read at: what was typed is kept under it. */
  url: string;
  /** Undefined where nothing is stored of it. */
  stored: Noted | undefined;
  /** Id of its record, made when something is to be written and there is none. */
  id: () => Promise<string>;
}

/** Notes on articles typed in a panel, and what became of them in the library. */
export class ArticleNotes {
  readonly #library: Library;
  readonly #texts: PanelTexts;

  constructor(library: Library, texts: PanelTexts) {
    this.#library = library;
    this.#texts = texts;
  }

  /** The reader types. Written to the article that was shown then: its page may be left by now. */
  type(article: ArticleInHand, note: string): void {
    this.#texts.typed.type(
      typedKey.articleNote(article.url),
      { note },
      toStored(article.stored ?? NO_NOTE),
      this.#write(article),
    );
  }

  textOf({ url, stored }: Pick<ArticleInHand, 'url' | 'stored'>): string {
    return this.#texts.typed.textOf(typedKey.articleNote(url), toStored(stored ?? NO_NOTE)).note ?? '';
  }

  savingOf = (url: string): Saving => this.#texts.typed.savingOf(typedKey.articleNote(url));

  /** Nothing more will be typed. Resolves once it is written; never throws. */
  finish = async (url: string): Promise<void> =>
    void (await this.#texts.typed.finish(typedKey.articleNote(url)));

  /** Tries again what could not be written. */
  retry = async (url: string): Promise<void> =>
    void (await this.#texts.typed.flush(typedKey.articleNote(url)));

  /** Goes on with a note that an earlier panel could not save. */
  resume(article: ArticleInHand): void {
    const kept = this.#texts.take(typedKey.articleNote(article.url));
    if (kept) this.#texts.typed.resume(kept, toStored(article.stored ?? NO_NOTE), this.#write(article));
  }

  #write({ id }: ArticleInHand) {
    return async ({ note = '' }: Fields, base: Fields): Promise<number> => {
      const { article } = await this.#library.articles.patch(await id(), { note }, { note: base.note ?? '' });
      return article.revision;
    };
  }
}
