import { t } from '#components/strings.ts';
import type { Saving } from '#model/Saving.ts';
import type { Library } from '#storage/index.ts';
import { type ArticleInHand, ArticleNotes } from '../ArticleNotes.ts';
import { CardNotes } from '../CardNotes.ts';
import type { PanelTexts } from '../PanelTexts.ts';
import { storedArticle } from '../storedArticle.ts';
import { metadataOf, type Shown } from './readShown.ts';

/** Notes typed in the side panel, of annotations and of the article it shows. */
export class PanelNotes extends CardNotes {
  readonly #article: ArticleNotes;
  /** The address whose kept notes were looked for. */
  #resumedAt: string | null = null;

  constructor(library: Library, texts: PanelTexts) {
    super(library, texts);
    this.#article = new ArticleNotes(library, texts);
  }

  /** The reader types the note of the shown article. */
  typeOfArticle(shown: Shown, note: string): void {
    const article = this.#inHand(shown);
    if (article) this.#article.type(article, note);
  }

  textOfArticle(shown: Shown): string {
    const article = this.#inHand(shown);
    return article ? this.#article.textOf(article) : '';
  }

  savingOfArticle({ page }: Shown): Saving {
    return page.kind === 'page' ? this.#article.savingOf(page.url) : { kind: 'idle' };
  }

  async finishArticle({ page }: Shown): Promise<void> {
    if (page.kind === 'page') await this.#article.finish(page.url);
  }

  async retryArticle({ page }: Shown): Promise<void> {
    if (page.kind === 'page') await this.#article.retry(page.url);
  }

  #inHand(shown: Shown): ArticleInHand | null {
    const { page, article } = shown;
    return page.kind === 'page'
      ? { url: page.url, stored: article, id: () => this.storedArticle(shown) }
      : null;
  }

  /**
   * Id of an article's record, made now if nothing was stored yet.
   * @throws Error with a sentence where the tab shows no page.
   */
  async storedArticle(shown: Shown): Promise<string> {
    const { page, article } = shown;
    if (page.kind !== 'page') throw new Error(t('page.restricted'));
    return article ? article.id : storedArticle(this.library, page, metadataOf(shown));
  }

  /** Goes on with notes on the shown page that an earlier panel could not save. */
  async resumeShown(shown: Shown): Promise<void> {
    const { page, annotations, off } = shown;
    if (page.kind !== 'page' || off || this.#resumedAt === page.url) return;
    this.#resumedAt = page.url;
    await this.texts.load();
    this.resumeCards(annotations);
    const article = this.#inHand(shown);
    if (article) this.#article.resume(article);
  }
}
