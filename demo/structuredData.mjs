/** @import { DemoArticle, Visit } from './types.d.ts' */
import { escapeHtml } from './html.mjs';

/** schema.org NewsArticle. @param {DemoArticle} article @param {string} url @param {string} outlet @param {Visit} visit */
export const newsArticle = (article, url, outlet, visit) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  mainEntityOfPage: { '@type': 'WebPage', '@id': url },
  headline: article.headline,
  description: article.deck,
  articleSection: article.section,
  inLanguage: article.language ?? 'en',
  datePublished: article.published,
  dateModified: article.modified,
  keywords: article.keywords,
  ...(article.image ? { image: [`${visit.origin}/assets/${article.image.file}`] } : {}),
  author: article.authors.map((name) => ({ '@type': 'Person', name })),
  publisher: { '@type': 'NewsMediaOrganization', name: outlet },
});

/** Open Graph tags. @param {DemoArticle} article @param {string} url @param {string} outlet @param {Visit} visit */
export const openGraph = (article, url, outlet, visit) =>
  [
    ['og:type', 'article'],
    ['og:site_name', outlet],
    ['og:title', article.headline],
    ['og:description', article.deck],
    ['og:url', url],
    ...(article.image ? [['og:image', `${visit.origin}/assets/${article.image.file}`]] : []),
    ['article:section', article.section],
    ['article:published_time', article.published],
    ['article:modified_time', article.modified],
    ...article.authors.map((name) => ['article:author', name]),
  ]
    .map(([property, content]) => `<meta property="${property}" content="${escapeHtml(String(content))}">`)
    .join('\n');

/** @param {string} url */
export const canonical = (url) => `<link rel="canonical" href="${escapeHtml(url)}">`;
