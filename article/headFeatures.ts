import { attributeOf, select, titleOf } from './dom';
import type { Head } from './head';
import { isNode, type LinkedData, typesOf } from './jsonLd';
import * as words from './newsSignals';

/** Named numbers about a page, most of them 0 or 1, none far above 4. */
export type Features = Record<string, number>;

const flag = (value: unknown) => (value ? 1 : 0);
export const log = (value: number) => Math.log10(1 + value);

/** What the address says, read without the page. */
export function addressFeatures(url: string): Features {
  const address = URL.canParse(url) ? new URL(url) : new URL('https://unknown.invalid/');
  let path = address.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // An old encoding: read it as it stands.
  }
  path = path.slice(0, 500).toLowerCase();
  const parts = path.split('/').filter(Boolean);
  const last = (parts.at(-1) ?? '').replace(/\.(?:s?html?|php|aspx?|jsp)$/, '');
  const host = address.hostname;
  const slug = parts.reduce((long, part) => (part.length > long.length ? part : long), '');
  const hyphens = (slug.match(/[-_]/g) ?? []).length;
  return {
    uRoot: flag(parts.length === 0 || (parts.length === 1 && /^(?:index|home|default)?$/.test(last))),
    uDepth: Math.min(parts.length, 6) / 6,
    uLast: Math.min(last.length, 90) / 90,
    uShort: flag(parts.length > 0 && slug.length < 16 && !/\d{4}/.test(path)),
    uHyphens: Math.min(hyphens, 10) / 10,
    uSlug: flag(hyphens >= 4),
    uDate: flag(/(?:19|20)\d{2}[/\-_.]?(?:0?[1-9]|1[0-2])(?:[/\-_.]?[0-3]?\d)?(?:[/\-_.]|$)/.test(path)),
    uLongNumber: flag(/\d{5,}/.test(path)),
    uHash: flag(/[a-f0-9]{8,}|\d{3,}/.test(last)),
    uHtml: flag(/\.s?html?$/.test(path)),
    uSection: flag(parts.some((part) => words.SECTION_SEGMENT.test(part))),
    uLegal: flag(words.LEGAL_WORD.test(path)),
    uStory: flag(parts.slice(0, -1).some((part) => words.STORY_SEGMENT.test(part))),
    uDesk: flag(parts.slice(0, -1).some((part) => words.DESK.test(part))),
    uBlog: flag(parts.some((part) => words.BLOG_SEGMENT.test(part))),
    uQuery: flag(/[?&](?:q|s|query|search|keyword|page|sort|t|f)=/i.test(address.search)),
    uQueryId: flag(/[?&](?:id|p|storyid|articleid|idxno|no|aid|oid)=\d+/i.test(address.search)),
    uSlash: flag(path.endsWith('/') && path.length > 1),
    uNewsHost: flag(words.NEWS_HOST.test(host)),
    uOtherHost: flag(words.OTHER_HOST.test(host)),
  };
}

/** What the head says: metas, links, linked data. */
export function headFeatures(document: Document, head: Head, data: LinkedData): Features {
  const og = head.meta('og:type').toLowerCase();
  const kind = words.TYPE_METAS.map((name) => head.meta(name).toLowerCase()).join(' ');
  const types = data.nodes.flatMap(typesOf);
  const is = (pattern: RegExp) => flag(types.some((type) => pattern.test(type)));
  const articles = data.nodes.filter((node) =>
    typesOf(node).some((type) => words.NEWS_TYPE.test(type) || words.ARTICLE_TYPE.test(type)),
  );
  const generator = head.meta('generator');
  const description = head.meta('og:description') || head.meta('description');
  let newsroom = 0;
  for (const script of select(document, 'script[src]', 120)) {
    if (words.NEWSROOM_SCRIPT.test((attributeOf(script, 'src') ?? '').slice(0, 200))) newsroom++;
  }
  return {
    ogArticle: flag(/^(?:article|news|newsarticle|nyt:article|news\.article)$/.test(og)),
    ogSite: flag(/^(?:website|blog|site|homepage)$/.test(og)),
    ogThing: flag(/product|video|profile|music|book|place/.test(og)),
    ogNone: flag(!og),
    mDate: flag(words.DATE_METAS.some((name) => head.has(name))),
    mPublished: flag(head.has('article:published_time')),
    mSection: flag(head.has('article:section') || head.has('parsely-section') || head.has('section')),
    mNewsKeywords: flag(head.has('news_keywords')),
    mAuthor: flag(words.AUTHOR_METAS.some((name) => head.has(name))),
    mDescription: Math.min(description.length, 300) / 300,
    mStory: flag(/\b(?:post|article|story|artikel|newsarticle|news)\b/.test(kind)),
    mIndex: flag(
      /\b(?:index|frontpage|sectionpage|section|homepage|home|landing|category|search|listing)\b/.test(kind),
    ),
    mAmp: flag(head.amp),
    mShop: flag(words.SHOP_GENERATOR.test(generator)),
    mForum: flag(words.FORUM_GENERATOR.test(generator)),
    mWordPress: flag(/wordpress/i.test(generator)),
    mLargePreview: flag(/max-image-preview:\s*large/i.test(head.meta('robots'))),
    mNewsroom: Math.min(newsroom, 5) / 5,
    ldNews: is(words.NEWS_TYPE),
    ldArticle: is(words.ARTICLE_TYPE),
    ldBlog: is(/^BlogPosting$/),
    ldList: is(words.LIST_TYPE),
    ldOther: is(words.OTHER_TYPE),
    ldNewsroom: is(/^(?:NewsMediaOrganization|Newspaper)$/),
    ldNone: flag(types.length === 0),
    ldMany: flag(articles.length >= 3),
    ldDate: flag(articles.some((node) => node.datePublished)),
    ldSection: flag(articles.some((node) => node.articleSection)),
    ldAuthor: flag(articles.some((node) => isNode(node.author) && typesOf(node.author).includes('Person'))),
    ldBroken: flag(data.broken),
    ldVideo: is(/^VideoObject$/),
    tLength: Math.min(titleOf(document).trim().length, 160) / 160,
  };
}
