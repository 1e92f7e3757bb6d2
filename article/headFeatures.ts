import { titleOf } from './dom.ts';
import type { Head } from './head.ts';
import { type LinkedData, typesOf } from './jsonLd.ts';
import {
  AUTHOR_METAS,
  GUIDE_TITLE,
  hasAny,
  LIST_TITLE,
  OTHER_TYPES,
  TALK_TITLE,
  THING_TYPES,
} from './newsSignals.ts';
import { type Features, flag, share } from './pageFeatures.ts';

/** What the head says: title, metas, linked data. */
export function headFeatures(document: Document, head: Head, data: LinkedData): Features {
  const og = head.meta('og:type').toLowerCase();
  const title = titleOf(document).slice(0, 500).toLowerCase();
  let news = 0;
  let piece = 0;
  let other = 0;
  let author = 0;
  for (const node of data.nodes)
    for (const type of typesOf(node)) {
      const isNews = type.endsWith('NewsArticle') || type === 'LiveBlogPosting';
      if (isNews) news = 1;
      else if (OTHER_TYPES.has(type)) other = 1;
      if (!isNews && !type.endsWith('Article') && type !== 'BlogPosting' && type !== 'Report') continue;
      piece = 1;
      if (node.author) author = 1;
    }
  // The headline without the outlet's name.
  let longest = 0;
  for (const part of title.split(/\s+[-|–—·•:»]\s+|\s*[|｜]\s*/)) longest = Math.max(longest, part.length);
  return {
    dOpenGraph: flag(/^(?:nyt:)?(?:article|news)/.test(og)),
    dNews: news,
    dPiece: flag(piece && !news),
    bAuthor: flag(AUTHOR_METAS.some(head.has)),
    bLinked: author,
    cThing: flag(hasAny(og, THING_TYPES)),
    cOther: other,
    cTitle: flag(hasAny(title, LIST_TITLE)),
    fTitle: flag(hasAny(title, TALK_TITLE)),
    mTitle: flag(hasAny(title, GUIDE_TITLE) || /^\s*\d+ /.test(title)),
    hLength: share(longest, 100),
    sNewsWords: flag(head.has('news_keywords')),
    sKeywords: flag(head.has('keywords')),
    sTag: flag(head.has('article:tag')),
    sDescription: share(head.meta('description').length, 200),
  };
}
