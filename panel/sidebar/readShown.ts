import type { Browser } from 'wxt/browser';
import type { ArticleFacts } from '#components/sidebar/SidebarState.ts';
import { knownArticle } from '#identity/knownArticle.ts';
import { type OffRule, offRule } from '#identity/siteRules.ts';
import { pageOf, readingOf, type TabPage } from '#messaging/pageOf.ts';
import type { PageReading } from '#messaging/protocol.ts';
import type { Annotation, Article, ArticleMetadata } from '#model/records.ts';
import type { Library } from '#storage/index.ts';
import { readSettings } from '#storage/settings.ts';

const NO_METADATA: ArticleMetadata = {
  title: null,
  authors: [],
  site: null,
  section: null,
  language: null,
  publishedAt: null,
  modifiedAt: null,
  canonicalUrl: null,
  description: null,
  image: null,
};
/** Articles offered as the same one. */
const OTHERS = 30;

/** One look at the active tab and at what the library holds about its page. */
export interface Shown {
  page: TabPage;
  /** Why Claimlight does not work here. */
  off: OffRule | null;
  article: Article | undefined;
  annotations: Annotation[];
  /** What the page's annotator found; null where there is none. */
  reading: PageReading | null;
  others: ArticleFacts['others'];
  /** What the library threw, if it did. */
  fault: unknown;
}

export const NOTHING: Shown = {
  page: { kind: 'loading' },
  off: null,
  article: undefined,
  annotations: [],
  reading: null,
  others: [],
  fault: null,
};

/**
 * Reads everything the side panel of a window shows. Never throws: a fault of the library is part of the answer.
 * @param shownTab the tab it speaks of; undefined where there is none
 * @param before the look before, where no other article changed since: what it says of those is not read again, for
 * every pause in typing leads here
 */
export async function readShown(
  library: Library,
  shownTab: () => Promise<Browser.tabs.Tab | undefined>,
  before: Shown | null = null,
): Promise<Shown> {
  const tab = await shownTab();
  const page = await pageOf(tab);
  const shown = { ...NOTHING, page, off: offRule(tab, await readSettings()) };
  if (page.kind !== 'page') return shown;
  const reading = await readingOf(page.tabId);
  try {
    const metadata = page.state?.metadata ?? reading?.metadata ?? null;
    const { article } = await knownArticle(library, page.url, metadata);
    return {
      ...shown,
      reading,
      article,
      others: isOfSame(before, page.url, article)
        ? before.others
        : await otherArticles(library, article, metadata?.site ?? null),
      annotations: article ? await library.annotations.forArticle(article.id) : [],
    };
  } catch (fault) {
    return { ...shown, reading, fault };
  }
}

/** Whether a look was at the same page and the same article. */
function isOfSame(before: Shown | null, url: string, article: Article | undefined): before is Shown {
  return (
    before !== null &&
    before.fault === null &&
    before.page.kind === 'page' &&
    before.page.url === url &&
    before.article?.id === article?.id
  );
}

/** What this article may be the same as: those read last, the ones of its outlet first. */
async function otherArticles(
  library: Library,
  article: Article | undefined,
  site: string | null,
): Promise<ArticleFacts['others']> {
  const recent = (await library.articles.recent({ limit: OTHERS })).map((one) => one.article);
  const ofSite = (one: Article) => (one.site !== null && one.site === (article?.site ?? site) ? 0 : 1);
  return recent
    .filter(({ id }) => id !== article?.id)
    .sort((a, b) => ofSite(a) - ofSite(b))
    .map(({ id, title, urls }) => ({ id, title: title ?? urls[0] ?? '' }));
}

/** What the page says of itself. */
export function metadataOf({ page, reading }: Pick<Shown, 'page' | 'reading'>): ArticleMetadata {
  const told = page.kind === 'page' ? page.state?.metadata : null;
  return told ?? reading?.metadata ?? NO_METADATA;
}
