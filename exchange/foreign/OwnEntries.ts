import type { Annotation, Article } from '#model/records.ts';
import { type OwnFields, readOwnFields } from '../ownFields.ts';
import type { Gathering } from './Gathering.ts';
import { isFields } from './Reader.ts';

interface Words {
  note: string;
  tags: string[];
}

/** Entries of another program's file that were written here: they give back our own records. */
export class OwnEntries {
  readonly #own: Map<unknown, OwnFields>;
  readonly #articles: Set<string>;
  readonly #into: Gathering;

  constructor(entries: unknown[], into: Gathering) {
    this.#into = into;
    const own = entries.filter(isFields).map((entry): [unknown, OwnFields] => [entry, readOwnFields(entry)]);
    this.#own = new Map(own.filter(([, { article, annotation }]) => article ?? annotation));
    const articles = own.flatMap(([, { article }]) => article ?? []);
    this.#articles = new Set(articles.map(({ id }) => id));
    for (const article of articles) into.ownArticle(article);
  }

  /**
   * Takes an entry as the record it was written from; what was changed in it since comes as a later state.
   * @param read the note and the tags as they stand in the entry now
   * @returns false where it is none of ours, or where its article is not in the file
   */
  take(entry: unknown, read: (own: OwnFields) => Words): boolean {
    const own = this.#own.get(entry);
    if (!own) return false;
    const { annotation, article } = own;
    if (annotation && !this.#articles.has(annotation.articleId)) return false;
    if (annotation) this.#into.ownAnnotation(withWords(annotation, read(own)));
    else if (article) this.#into.ownArticle(withWords(article, read(own)));
    return true;
  }
}

function withWords<T extends Article | Annotation>(record: T, { note, tags }: Words): T {
  const isSame = note === record.note && JSON.stringify(tags) === JSON.stringify(record.tags);
  return isSame ? record : { ...record, note, tags, revision: record.revision + 1 };
}
