import type { Article } from '#model/records.ts';
import { articlesAt } from '../articlesAt.ts';
import { keysThere, readMany } from '../readMany.ts';
import type { ReadTransaction, RecordStore, WriteTransaction } from '../stores.ts';
import { type ImportPass, refuse } from './ImportPass.ts';
import { ownAddresses } from './ownAddresses.ts';
import { type Placing, placeAnnotation, placeArticle, placeVersion } from './placeRecord.ts';
import type { FileRecord } from './readBackup.ts';

type Placed = {
  [S in RecordStore]: { store: S; before: Stored<S> | undefined; placing: Placing<Stored<S>> };
}[RecordStore];
type Stored<S extends RecordStore> = Extract<FileRecord, { store: S }>['record'];

/** Verdicts over a batch, counted in the pass. Articles first, because annotations follow their ids. */
export async function placeBatch(
  transaction: ReadTransaction | WriteTransaction,
  batch: FileRecord[],
  pass: ImportPass,
): Promise<Placed[]> {
  const placed: Placed[] = [];
  const { preview, conflicts, articleIds } = pass;
  // The two kinds of transaction read alike; their types only differ in what else they may touch.
  const read = transaction as ReadTransaction;
  const articles = batch.flatMap((one) => (one.store === 'articles' ? [atOwnSite(one.record, pass)] : []));
  const ours = await ourArticles(read, articles);
  // Two articles of one file are two, whatever addresses they share: the file says so. One of ours that the file names, or
  // that another one of the file went into, is not found by its address once more.
  const taken = new Set([...articles.map(({ id }) => id), ...articleIds.values()]);
  for (const article of articles) {
    const before = ours(article).find(({ id }) => id === article.id || !taken.has(id));
    if (before) taken.add(before.id);
    const placing = placeArticle(before, article, conflicts);
    articleIds.set(article.id, before?.id ?? article.id);
    preview.articles[placing.verdict]++;
    placed.push({ store: 'articles', before, placing });
  }
  const others = batch.flatMap((one) => (one.store === 'articles' ? [] : [one]));
  const idsOf = (store: RecordStore) => others.flatMap((one) => (one.store === store ? [one.record.id] : []));
  const [annotations, versions, elsewhere] = await Promise.all([
    readMany(read.objectStore('annotations'), idsOf('annotations')),
    readMany(read.objectStore('versions'), idsOf('versions')),
    keysThere(read.objectStore('articles'), [
      ...new Set(others.map(({ record }) => record.articleId).filter((id) => !articleIds.has(id))),
    ]),
  ]);
  // Articles that the file does not hold, but the library.
  const known = new Set(elsewhere);
  for (const one of others) {
    const theirs = one.record.articleId;
    const articleId = articleIds.get(theirs) ?? (known.has(theirs) ? theirs : undefined);
    if (articleId === undefined) {
      refuse(pass, one.store, one.line, 'its article is missing');
    } else if (one.store === 'annotations') {
      const before = annotations.get(one.record.id);
      let placing = placeAnnotation(before, { ...one.record, articleId }, conflicts);
      const copy = placing.store?.id !== one.record.id ? placing.store : undefined;
      const isThere = copy && (await read.objectStore('annotations').getKey(copy.id)) !== undefined;
      if (isThere) placing = { verdict: placing.verdict };
      preview.annotations[placing.verdict]++;
      const goes =
        placing.store?.deletedAt !== undefined && before !== undefined && before.deletedAt === undefined;
      if (goes && !copy) preview.trashed++;
      placed.push({ store: 'annotations', before: copy ? undefined : before, placing });
    } else {
      const before = versions.get(one.record.id);
      const placing = placeVersion(before, { ...one.record, articleId });
      preview.versions[placing.verdict]++;
      placed.push({ store: 'versions', before, placing });
    }
  }
  return placed;
}

/** An article without addresses of other sites, unless the reader wants them; they are counted in the pass. */
function atOwnSite(article: Article, { preview, addresses }: ImportPass): Article {
  const urls = ownAddresses(article);
  preview.foreignAddresses += article.urls.length - urls.length;
  return addresses === 'take' || urls.length === article.urls.length ? article : { ...article, urls };
}

/** Our records of imported articles: the one with its id, or live ones at the same address, the oldest first. */
async function ourArticles(
  transaction: ReadTransaction,
  articles: Article[],
): Promise<(theirs: Article) => Article[]> {
  const same = await readMany(
    transaction.objectStore('articles'),
    articles.map(({ id }) => id),
  );
  const there = new Map<string, Article[]>();
  await Promise.all(
    articles.map(async ({ id, urls, deletedAt }) => {
      if (same.has(id) || deletedAt !== undefined) return;
      const found = await articlesAt(transaction, urls);
      there.set(
        id,
        found.filter((one) => one.deletedAt === undefined),
      );
    }),
  );
  return ({ id }) => {
    const own = same.get(id);
    return own ? [own] : (there.get(id) ?? []);
  };
}
