import type { ArticleWords } from '#components/ArticleOwn.tsx';
import type { GroupHead, Reading, RowKey } from '#components/library/LibraryState.ts';
import type { EarlierNote, Library, Overview } from '#storage/index.ts';
import { type ArticleInHand, ArticleNotes } from '../ArticleNotes.ts';
import { CardNotes } from '../CardNotes.ts';
import { cardOf } from '../cardOf.ts';
import { isFormOf } from '../isFormOf.ts';
import { KnownClaims } from '../KnownClaims.ts';
import { PanelClaims } from '../PanelClaims.ts';
import { PanelTexts } from '../PanelTexts.ts';
import { libraryRows } from './libraryRows.ts';
import type { RecordCache } from './RecordCache.ts';

export const NOTHING: Reading = { kind: 'nothing' };

interface Parts {
  library: Library;
  records: RecordCache;
  /** The row that is open, and the groups it is one of. */
  open: () => RowKey | null;
  overview: () => Overview;
  /** What is shown of it has changed. */
  onChange: () => void;
  onFault: (error: unknown) => void;
}

/** The record in the reading pane, with all that is being typed there. */
export class OpenRecord {
  readonly texts: PanelTexts;
  readonly notes: CardNotes;
  readonly articleNotes: ArticleNotes;
  readonly claims: PanelClaims;
  readonly known: KnownClaims;
  readonly #parts: Parts;
  /** What notes said before, of the cards where the reader asked. */
  readonly #earlier = new Map<string, EarlierNote[]>();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { library, onChange, onFault } = parts;
    this.texts = new PanelTexts(library.drafts, onChange);
    this.notes = new CardNotes(library, this.texts);
    this.articleNotes = new ArticleNotes(library, this.texts);
    this.claims = new PanelClaims({
      texts: this.texts,
      onChange,
      onFault,
      write: async (id, claim) => (await library.annotations.patch(id, { claim })).annotation.revision,
    });
    this.known = new KnownClaims(library);
  }

  /** Reads it, and goes on with what was being typed there. */
  async read(): Promise<void> {
    const { records, open: openRow, overview, onChange } = this.#parts;
    const open = openRow();
    const articleId = open && overview().groups.find(({ key }) => key === open.group)?.articleId;
    records.open = open?.id ?? null;
    if (open?.id !== undefined) await records.read([open.id]);
    if (articleId) await records.readArticle(articleId);
    const article = this.article();
    if (article) this.articleNotes.resume(article);
    const annotation = open?.id === undefined ? undefined : records.annotation(open.id);
    if (annotation) {
      this.notes.resumeCards([annotation]);
      this.claims.resume([annotation]);
      this.texts.resumeForms((key) => isFormOf(key, annotation));
      this.texts.typed.forgetStored(new Set(annotation.sources.map(({ id }) => id)));
    }
    onChange();
  }

  /** As it is now, from what was read. */
  reading(): Reading {
    const { records, open: openRow, overview } = this.#parts;
    const open = openRow();
    if (!open) return NOTHING;
    if (open.id === undefined) {
      const head = libraryRows(overview(), () => undefined).headOf(open.group);
      return head ? { kind: 'group', head, own: this.#ownOf(head) } : NOTHING;
    }
    const annotation = records.annotation(open.id);
    if (!annotation || annotation.deletedAt !== undefined) return NOTHING;
    const article = records.article(annotation.articleId);
    const language = article?.language ?? null;
    const inHand = {
      notes: this.notes,
      claims: this.claims,
      known: this.known,
      earlier: this.#earlier,
      links: new Map(),
    };
    // No page is looked at here: what is shown is what the last look found.
    const card = {
      ...cardOf(annotation, undefined, language, this.known.citations(), inHand),
      checking: false,
    };
    return {
      kind: 'card',
      card,
      articleId: annotation.articleId,
      articleTitle: article?.title ?? article?.urls[0] ?? '',
      site: article?.site ?? null,
      language,
    };
  }

  /** What the reader wrote about the article of a group. */
  #ownOf({ articleId = '' }: GroupHead): ArticleWords | null {
    const article = this.#parts.records.article(articleId);
    if (!article) return null;
    const url = article.urls[0] ?? '';
    const note = this.articleNotes.textOf({ url, stored: article });
    return { url, note, saving: this.articleNotes.savingOf(url), tags: article.tags };
  }

  /** The article that is open, for its note and tags; null where a mark is, or nothing. */
  article(): ArticleInHand | null {
    const { records, open: openRow, overview } = this.#parts;
    const open = openRow();
    if (!open || open.id !== undefined) return null;
    const id = overview().groups.find(({ key }) => key === open.group)?.articleId;
    const article = records.article(id ?? '');
    return article ? { url: article.urls[0] ?? '', stored: article, id: async () => article.id } : null;
  }

  async lookUpEarlierNotes(id: string): Promise<void> {
    this.#earlier.set(id, await this.#parts.library.annotations.earlierNotes(id));
    this.#parts.onChange();
  }
}
