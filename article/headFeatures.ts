import { attributeOf, byTag } from './dom';
import type { Head } from './head';
import { type LinkedData, typesOf } from './jsonLd';
import * as words from './newsSignals';

/** Named numbers about a page, most of them 0 or 1, none far above 4. */
export type Features = Record<string, number>;

const flag = (value: unknown) => (value ? 1 : 0);

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
    uHyphens: Math.min(hyphens, 10) / 10,
    uSlug: flag(hyphens >= 4),
    uDate: flag(/(?:19|20)\d{2}[/\-_.]?(?:0?[1-9]|1[0-2])(?:[/\-_.]?[0-3]?\d)?(?:[/\-_.]|$)/.test(path)),
    uLongNumber: flag(/\d{5,}/.test(path)),
    uHash: flag(/[a-f0-9]{8,}|\d{3,}/.test(last)),
    uSection: flag(parts.some((part) => words.SECTION_SEGMENT.test(part))),
    uLegal: flag(words.LEGAL_WORD.test(path)),
    uStory: flag(parts.slice(0, -1).some((part) => words.STORY_SEGMENT.test(part))),
    uDesk: flag(parts.slice(0, -1).some((part) => words.DESK.test(part))),
    uBlog: flag(parts.some((part) => words.BLOG_SEGMENT.test(part))),
    uSlash: flag(path.endsWith('/') && path.length > 1),
    uNewsHost: flag(words.NEWS_HOST.test(host)),
    uOtherHost: flag(words.OTHER_HOST.test(host)),
  };
}

/** What the head says: metas, links, linked data. */
export function headFeatures(document: Document, head: Head, data: LinkedData): Features {
  const og = head.meta('og:type').toLowerCase();
  const types = data.nodes.flatMap(typesOf);
  const is = (pattern: RegExp) => flag(types.some((type) => pattern.test(type)));
  let newsroom = 0;
  for (const script of byTag(document, 'script', 150)) {
    if (words.NEWSROOM_SCRIPT.test((attributeOf(script, 'src') ?? '').slice(0, 200))) newsroom++;
  }
  return {
    ogArticle: flag(/^(?:article|news|newsarticle|nyt:article|news\.article)$/.test(og)),
    ogThing: flag(/product|video|profile|music|book|place/.test(og)),
    mDate: flag(head.hasLike(words.DATE_META)),
    mNewsKeywords: flag(head.has('news_keywords')),
    mAuthor: flag(head.hasLike(words.AUTHOR_META)),
    mAmp: flag(head.amp),
    mNewsroom: Math.min(newsroom, 5) / 5,
    ldNews: is(words.NEWS_TYPE),
    ldOther: is(words.OTHER_TYPE),
  };
}
