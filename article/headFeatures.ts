import { titleOf } from './dom';
import type { Head } from './head';
import { type LinkedData, typesOf } from './jsonLd';
import { AUTHOR_METAS, GUIDE_TITLE, LIST_TITLE, OTHER_TYPES, TALK_TITLE } from './newsSignals';
import { type Features, flag, share } from './pageFeatures';

/** What the head says: title, metas, linked data. */
export function headFeatures(document: Document, head: Head, data: LinkedData): Features {
  const og = head.meta('og:type').toLowerCase();
  const title = titleOf(document).slice(0, 500).toLowerCase();
  const says = (words: string[]) => flag(words.some((word) => title.includes(word)));
  // The headline without the outlet's name.
  const parts = title.split(/\s+[-|–—·•:»]\s+|\s*[|｜]\s*/);
  let [news, piece, other, author] = [0, 0, 0, 0];
  for (const node of data.nodes)
    for (const type of typesOf(node)) {
      const isNews = type.endsWith('NewsArticle') || type === 'LiveBlogPosting';
      if (isNews) news = 1;
      else if (OTHER_TYPES.has(type)) other = 1;
      if (!isNews && !type.endsWith('Article') && type !== 'BlogPosting' && type !== 'Report') continue;
      piece = 1;
      if (node.author) author = 1;
    }
  return {
    dOpenGraph: flag(/^(?:nyt:)?(?:article|news)/.test(og)),
    dNews: news,
    dPiece: flag(piece && !news),
    bAuthor: flag(AUTHOR_METAS.some((name) => head.has(name))),
    bLinked: author,
    cThing: flag(/product|video|profile|music|book|place/.test(og)),
    cOther: other,
    cTitle: says(LIST_TITLE),
    fTitle: says(TALK_TITLE),
    mTitle: flag(says(GUIDE_TITLE) || /^\s*\d+ /.test(title)),
    hLength: share(Math.max(...parts.map(({ length }) => length)), 100),
    sNewsWords: flag(head.has('news_keywords')),
    sKeywords: flag(head.has('keywords')),
    sTag: flag(head.has('article:tag')),
    sDescription: share(head.meta('description').length, 200),
  };
}
