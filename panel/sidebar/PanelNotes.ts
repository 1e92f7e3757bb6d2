import { t } from '#components/strings.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import type { Saving } from '#model/Saving.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import { CardNotes, toStored } from '../CardNotes.ts';
import { metadataOf, type Shown } from './readShown.ts';

/** What an article that nothing is stored about yet has for a note. */
const NO_NOTE = { note: '', revision: 0 };

/** Notes typed in the side panel, of annotations and of the article it shows. */
export class PanelNotes extends CardNotes {
  /** The address whose kept notes were looked for. */
  #resumedAt: string | null = null;

  /** The reader types the note of the shown article. */
  typeOfArticle(shown: Shown, note: string): void {
    const { page, article } = shown;
    if (page.kind !== 'page') return;
    const key = typedKey.articleNote(page.url);
    this.texts.typed.type(key, { note }, toStored(article ?? NO_NOTE), this.#writeArticleNote(shown));
  }

  textOfArticle({ page, article }: Shown): string {
    if (page.kind !== 'page') return '';
    return this.texts.typed.textOf(typedKey.articleNote(page.url), toStored(article ?? NO_NOTE)).note ?? '';
  }

  savingOfArticle({ page }: Shown): Saving {
    return page.kind === 'page'
      ? this.texts.typed.savingOf(typedKey.articleNote(page.url))
      : { kind: 'idle' };
  }

  /** Written to the article that was shown when it was typed: its page may be left by now. */
  #writeArticleNote(shown: Shown) {
    return async ({ note = '' }: Fields, base: Fields): Promise<number> => {
      const id = await this.storedArticle(shown);
      const { article } = await this.library.articles.patch(id, { note }, { note: base.note ?? '' });
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
    const { addresses } = await knownArticle(this.library, page.url, metadata);
    const kind = page.state?.detection.kind ?? 'other';
    return (await this.library.articles.getOrCreate({ addresses, metadata, kind })).article.id;
  }

  /** Goes on with notes on the shown page that an earlier panel could not save. */
  async resumeShown(shown: Shown): Promise<void> {
    const { page, article, annotations, off } = shown;
    if (page.kind !== 'page' || off || this.#resumedAt === page.url) return;
    this.#resumedAt = page.url;
    await this.texts.load();
    this.resumeCards(annotations);
    this.resume(typedKey.articleNote(page.url), article ?? NO_NOTE, this.#writeArticleNote(shown));
  }
}
