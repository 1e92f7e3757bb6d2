import type { Detection } from '@/model/records';
import { useDocument } from './dom';
import { readHead } from './head';
import { readLinkedData, typesOf } from './jsonLd';
import { readOutline } from './outline';

const NEWS = /NewsArticle$|^LiveBlogPosting$/;
const ARTICLE = /^(?:Article|BlogPosting|Report)$/;

/** Says whether the page is a news article, another article or something else. Never throws. */
export function detectArticle(document: Document, url: string): Detection {
  try {
    return detect(document, url);
  } catch {
    // A page broken beyond reading is no article; the caller has nothing better to do with an exception.
    return { kind: 'other', score: 0, signals: [] };
  }
}

function detect(document: Document, url: string): Detection {
  useDocument(document);
  const head = readHead(document);
  const types = readLinkedData(document).nodes.flatMap(typesOf);
  const outline = readOutline(document);
  const paragraphs = outline.boxes.filter((box) => box.text >= 80 && box.linked < 0.5 * box.text).length;
  const path = URL.canParse(url) ? new URL(url).pathname : '/';
  const news = types.some((type) => NEWS.test(type));
  const article =
    types.some((type) => ARTICLE.test(type)) || head.meta('og:type').toLowerCase() === 'article';
  const reasons: [string, number][] = [
    ['marked as a news article', news ? 3 : 0],
    ['marked as an article', article ? 1.5 : 0],
    ['a publication date', head.has('article:published_time') ? 1 : 0],
    [`${paragraphs} paragraphs`, Math.min(paragraphs, 12) / 4 - outline.headlineLinks / 40],
    ['the address of a home page', path.length < 2 ? -4 : 0],
    ['an address like a story', (path.match(/-/g)?.length ?? 0) > 3 ? 1.5 : 0],
  ];
  const sum = reasons.reduce((all, [, weight]) => all + weight, -3.2);
  const score = 1 / (1 + Math.exp(-sum));
  const kind = score > 0.5 ? 'news' : 'other';
  const sign = kind === 'news' ? 1 : -1;
  const signals = reasons
    .filter(([, weight]) => weight * sign > 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 3)
    .map(([words]) => words);
  return { kind, score: kind === 'news' ? score : 1 - score, signals };
}
