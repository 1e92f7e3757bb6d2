import { localDay } from '#evidence/dueClaims.ts';
import { readQuery } from '#model/searchQuery.ts';
import { breath } from './breath.ts';
import { askedOf, isAnnotationAsked, isArticleAsked } from './matchEntry.ts';
import type { Facets, Figures, Grouping, Overview, OverviewGroup } from './SearchFound.ts';
import type { AnnotationEntry, ArticleEntry, SearchCache } from './searchEntry.ts';

/** Rows of a chart; what is beyond them is one row more. */
const ROWS = 12;

/** Sources to choose from: there may be as many as claims. */
const MOST_SOURCES = 500;

interface Known {
  entry: AnnotationEntry;
  article: ArticleEntry;
}

export interface OverviewVerbs {
  overview(query: string, options: { group: Grouping }): Promise<Overview>;
  facets(): Promise<Facets>;
  figures(query: string): Promise<Figures>;
}

/** The whole library at a glance, from what the search has in memory: ids in groups, words to choose from, figures. */
export function overviewVerbs(cache: { upToDate(): Promise<SearchCache> }, now: () => string): OverviewVerbs {
  async function find(query: string) {
    const today = new Date(now());
    const read = readQuery(query, localDay(today));
    const asked = askedOf(read, today);
    const { annotations, articles } = await cache.upToDate();
    const pause = breath();
    const found: Known[] = [];
    for (const entry of annotations.values()) {
      const wait = pause();
      if (wait) await wait;
      const article = articles.get(entry.articleId);
      if (article && isAnnotationAsked(entry, article, asked)) found.push({ entry, article });
    }
    return { found, asked, articles, faults: read.faults };
  }

  return {
    async overview(query, { group }) {
      const { found, asked, articles, faults } = await find(query);
      const groups = groupsOf(found, group);
      if (group === 'article') {
        const shown = new Set(groups.map(({ key }) => key));
        for (const article of articles.values()) {
          const isNoted =
            article.tags.length > 0 || article.fields.some(({ field }) => field === 'article note');
          if (isNoted && !shown.has(article.id) && isArticleAsked(article, asked))
            groups.push({ ...articleGroup(article), ids: [], newest: article.updatedAt });
        }
        groups.sort(byNewest);
      }
      return {
        groups: groups.map(({ newest: _, ...one }) => one),
        total: found.length,
        faults,
      };
    },

    async facets() {
      const { annotations, articles } = await cache.upToDate();
      const tags = new Map<string, number>();
      const sites = new Map<string, number>();
      const sources = new Map<string, number>();
      const count = (of: Map<string, number>, name: string) => name && of.set(name, (of.get(name) ?? 0) + 1);
      for (const { tags: own, articleId, sources: cited } of annotations.values()) {
        for (const tag of own) count(tags, tag);
        for (const { title } of cited) count(sources, title);
        count(sites, articles.get(articleId)?.site ?? '');
      }
      for (const article of articles.values()) for (const tag of article.tags) count(tags, tag);
      const sorted = (of: Map<string, number>) =>
        [...of]
          .map(([name, number]) => ({ name, count: number }))
          .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
      return { tags: sorted(tags), sites: sorted(sites), sources: sorted(sources).slice(0, MOST_SOURCES) };
    },

    async figures(query) {
      const { found } = await find(query);
      const claims = found.filter(({ entry }) => entry.isClaim);
      const count = (all: Known[], status: AnnotationEntry['status']) =>
        all.filter(({ entry }) => entry.status === status).length;
      const rows = (all: Known[], keyOf: (one: Known) => string) =>
        [...Map.groupBy(all, keyOf)].map(([name, own]) => ({
          name,
          marks: own.length,
          claims: own.filter(({ entry }) => entry.isClaim).length,
          unsourced: own.filter(({ entry }) => entry.isClaim && entry.status === 'unsourced').length,
        }));
      const bySite = rows(found, ({ article }) => article.site).sort(
        (a, b) => b.claims - a.claims || b.marks - a.marks || (a.name < b.name ? -1 : 1),
      );
      return {
        marks: found.length,
        claims: claims.length,
        unsourced: count(claims, 'unsourced'),
        single: count(claims, 'single source'),
        corroborated: count(claims, 'corroborated'),
        contested: count(claims, 'contested'),
        bySite: bySite.slice(0, ROWS),
        otherSites: Math.max(0, bySite.length - ROWS),
        byMonth: rows(found, ({ entry }) => entry.day.slice(0, 7))
          .sort((a, b) => (a.name < b.name ? 1 : -1))
          .slice(0, ROWS),
      };
    },
  };
}

const laterOf = (a: string, b: string) => (a < b ? b : a);

type Dated = OverviewGroup & { newest: string };

const byNewest = (a: Dated, b: Dated) =>
  a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : a.key < b.key ? -1 : 1;
const newestFirst = (a: Known, b: Known) => (a.entry.createdAt < b.entry.createdAt ? 1 : -1);
const byPlace = (a: Known, b: Known) => a.entry.start - b.entry.start || -newestFirst(a, b);

const articleGroup = ({ id, title, site }: ArticleEntry) => ({ key: id, title, site, articleId: id });

/** Groups of what was found. By article and day the newest first, by name in the order of size. */
function groupsOf(found: Known[], group: Grouping): Dated[] {
  const groups = new Map<string, { head: Omit<OverviewGroup, 'ids'>; own: Known[] }>();
  const put = (head: Omit<OverviewGroup, 'ids'>, one: Known) => {
    const known = groups.get(head.key);
    if (known) known.own.push(one);
    else groups.set(head.key, { head, own: [one] });
  };
  for (const one of found) for (const head of headsOf(one, group)) put(head, one);
  const within = group === 'article' ? byPlace : newestFirst;
  const all = [...groups.values()].map(({ head, own }) => ({
    ...head,
    ids: own.sort(within).map(({ entry }) => entry.id),
    newest: own.map(({ entry }) => entry.createdAt).reduce(laterOf, ''),
  }));
  if (group === 'article' || group === 'day') return all.sort(byNewest);
  return all.sort(
    (a, b) =>
      Number(a.key === '') - Number(b.key === '') ||
      b.ids.length - a.ids.length ||
      (a.title < b.title ? -1 : 1),
  );
}

/** The groups an annotation stands in; `key` '' for what has none of the kind. */
function headsOf({ entry, article }: Known, group: Grouping): Omit<OverviewGroup, 'ids'>[] {
  switch (group) {
    case 'article':
      return [articleGroup(article)];
    case 'day':
      return [{ key: entry.day, title: entry.day }];
    case 'site':
      return [{ key: article.site, title: article.site }];
    case 'tag': {
      const tags = [...new Set([...entry.tags, ...article.tags])];
      return tags.length > 0 ? tags.map((tag) => ({ key: tag, title: tag })) : [{ key: '', title: '' }];
    }
    case 'source':
      return entry.sources.length > 0 ? entry.sources : [{ key: '', title: '' }];
  }
}
