import { localDay } from '#evidence/dueClaims.ts';
import { excerptOf } from '#model/excerpt.ts';
import { fold } from '#model/fold.ts';
import { isEmptyQuery, readQuery } from '#model/searchQuery.ts';
import { breath } from './breath.ts';
import type { Library } from './library.ts';
import { type Asked, askedOf, closenessOf, isAnnotationAsked, isArticleAsked } from './matchEntry.ts';
import type { Reader } from './read.ts';
import type { FoundArticle, SearchExcerpt, SearchHit } from './SearchFound.ts';
import type { SearchCache } from './searchEntry.ts';
import { type FieldText, searchedArticleTexts, searchedTexts } from './searchedTexts.ts';

interface Found {
  annotationId: string | undefined;
  closeness: number;
  createdAt: string;
}

interface FoundIn {
  articleId: string;
  found: Found[];
  /** Of the closest find. */
  closeness: number;
  newest: string;
}

/**
 * Substring search over the whole library in memory, which needs no knowledge of where words end in any script. Closest
 * finds first, then newest. An index in the database made writes 13 times slower.
 */
export function createSearch(
  reader: Reader,
  cache: { upToDate(): Promise<SearchCache> },
  now: () => string,
): Library['search'] {
  return async (query, { limit, perArticle = limit }) => {
    const today = new Date(now());
    const read = readQuery(query, localDay(today));
    if (isEmptyQuery(read)) return { articles: [], total: 0, totalArticles: 0, faults: read.faults };
    const asked = askedOf(read, today);
    const all = await findAll(await cache.upToDate(), asked);
    let left = limit;
    const shown: FoundIn[] = [];
    for (const one of all) {
      if (left <= 0) break;
      const found = one.found.slice(0, Math.min(left, perArticle));
      left -= found.length;
      shown.push({ ...one, found });
    }
    const articles = await reader.read((transaction) =>
      Promise.all(
        shown.map(async ({ articleId, found }, at): Promise<FoundArticle | undefined> => {
          const [article, ...annotations] = await Promise.all([
            transaction.objectStore('articles').get(articleId),
            ...found.map(({ annotationId }) =>
              annotationId === undefined
                ? undefined
                : transaction.objectStore('annotations').get(annotationId),
            ),
          ]);
          if (!article) return undefined;
          const hits = found.flatMap(({ annotationId }, number): SearchHit[] => {
            const annotation = annotations[number];
            if (annotationId !== undefined && !annotation) return [];
            const texts = annotation ? searchedTexts(annotation) : searchedArticleTexts(article);
            return [{ ...(annotation && { annotation }), excerpts: excerptsOf(texts, asked) }];
          });
          return { article, total: all[at]?.found.length ?? hits.length, hits };
        }),
      ),
    );
    return {
      articles: articles.filter((one) => one !== undefined),
      total: all.reduce((sum, { found }) => sum + found.length, 0),
      totalArticles: all.length,
      faults: read.faults,
    };
  };
}

async function findAll(cache: SearchCache, asked: Asked): Promise<FoundIn[]> {
  const pause = breath();
  const byArticle = new Map<string, FoundIn>();
  const add = (articleId: string, one: Found) => {
    const group = byArticle.get(articleId);
    if (!group) {
      const { closeness, createdAt } = one;
      byArticle.set(articleId, { articleId, found: [one], closeness, newest: createdAt });
      return;
    }
    group.found.push(one);
    group.closeness = Math.max(group.closeness, one.closeness);
    if (one.createdAt > group.newest) group.newest = one.createdAt;
  };
  for (const [annotationId, entry] of cache.annotations) {
    const wait = pause();
    if (wait) await wait;
    const article = cache.articles.get(entry.articleId);
    if (!article || !isAnnotationAsked(entry, article, asked)) continue;
    const closeness = closenessOf(entry.fields, article.fields, asked);
    add(entry.articleId, { annotationId, closeness, createdAt: entry.createdAt });
  }
  for (const [articleId, article] of cache.articles) {
    if (byArticle.has(articleId) || !isArticleAsked(article, asked)) continue;
    const closeness = closenessOf(article.fields, [], asked);
    add(articleId, { annotationId: undefined, closeness, createdAt: article.updatedAt });
  }
  const groups = [...byArticle.values()];
  for (const { found } of groups)
    found.sort((a, b) => b.closeness - a.closeness || later(a.createdAt, b.createdAt));
  return groups.sort((a, b) => b.closeness - a.closeness || later(a.newest, b.newest));
}

const later = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/**
 * Excerpts that together show every word that the record has: first the text that has the most of them, then texts that
 * have those still unseen.
 */
function excerptsOf(texts: FieldText[], { wanted, phrase }: Asked): SearchExcerpt[] {
  const folded = texts.map(({ text }) => fold(text));
  const excerpts: SearchExcerpt[] = [];
  let unseen = new Set(wanted);
  const phraseAt = phrase === undefined ? -1 : folded.findIndex((text) => text.includes(phrase));
  for (;;) {
    const first = excerpts.length === 0;
    const counts = folded.map((text) => [...unseen].filter((term) => text.includes(term)).length);
    const at = first && phraseAt >= 0 ? phraseAt : counts.indexOf(Math.max(...counts));
    const chosen = texts[at];
    const text = folded[at];
    if (!chosen || text === undefined || (!first && !counts[at])) return excerpts;
    const isPhrase = first && at === phraseAt && phrase !== undefined;
    const seen = wanted.filter((term) => text.includes(term));
    // The phrase leads the excerpt; its words are marked wherever they stand.
    excerpts.push({ field: chosen.field, ...excerptOf(chosen.text, isPhrase ? [phrase, ...seen] : seen) });
    unseen = new Set([...unseen].filter((term) => !seen.includes(term)));
    if (unseen.size === 0) return excerpts;
  }
}
