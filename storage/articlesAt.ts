import type { ArticleDraft } from '#model/drafts.ts';
import { nextRevision } from '#model/nextRevision.ts';
import type { Article } from '#model/records.ts';
import type { Writing } from './write.ts';

interface AddressIndex {
  objectStore(store: 'articles'): { index(name: 'urls'): { getAll(url: string): Promise<Article[]> } };
}

/** The articles that have any of these addresses: live ones first, then the oldest first. */
export async function articlesAt(transaction: AddressIndex, addresses: string[]): Promise<Article[]> {
  const index = transaction.objectStore('articles').index('urls');
  const found = await Promise.all(addresses.map((address) => index.getAll(address)));
  const byId = new Map(found.flat().map((article) => [article.id, article]));
  const rank = ({ deletedAt, createdAt, id }: Article) => `${deletedAt ? 1 : 0} ${createdAt} ${id}`;
  return [...byId.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Finds the article of a draft or stores a new one; one in the trash is taken out, so an address stays one article. */
export async function findOrStore(writing: Writing, draft: ArticleDraft, newId: string): Promise<Article> {
  const { now } = writing;
  const [known] = await articlesAt(writing.transaction, draft.addresses);
  if (known) return revived(writing, known);
  const { title } = draft.metadata;
  return writing.put('articles', undefined, {
    ...draft.metadata,
    id: newId,
    urls: draft.addresses,
    titleHistory: title === null ? [] : [{ title, seenAt: now }],
    kind: draft.kind,
    tags: [],
    note: '',
    edited: [],
    createdAt: now,
    updatedAt: now,
    revision: 1,
  });
}

/** Takes an article out of the trash where it is in it. A live annotation always has a live article. */
export async function revived(writing: Writing, article: Article): Promise<Article> {
  if (article.deletedAt === undefined) return article;
  const { now } = writing;
  return writing.put('articles', article, {
    ...article,
    deletedAt: undefined,
    updatedAt: now,
    revision: nextRevision(article.revision),
  });
}
