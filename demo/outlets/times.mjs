/** @import { Outlet } from '../types.d.ts' */
import { clock, escapeHtml, htmlPage, jsonScript, longDate } from '../html.mjs';
import { canonical, newsArticle, openGraph } from '../structuredData.mjs';
import { footer, leadPicture, moreStories, nameList, sectionBar } from './parts.mjs';

const SECTIONS = ['Today', 'Valley', 'Science', 'Money', 'People'];
const MORE = [
  { href: '/times/people/last-lighthouse-keeper', text: 'The last lighthouse keeper hands over' },
  { href: '/times/science/heat-from-the-river', text: 'A river that never freezes' },
  { href: '/times/culture/village-cinema', text: 'A cinema with 48 seats' },
];

/** A regional paper with everything a careful publisher marks up. Its pages carry the behaviours. @type {Outlet} */
export const times = {
  id: 'times',
  name: 'Wend Valley Times',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/times${article.path}`;
    return htmlPage({
      title: `${article.headline} | Wend Valley Times`,
      styles: ['base', 'times'],
      bodyClass: 'times',
      head: `${canonical(url)}
<meta name="description" content="${escapeHtml(article.deck)}">
${openGraph(article, url, 'Wend Valley Times', visit)}
${jsonScript(newsArticle(article, url, 'Wend Valley Times', visit))}
${extra.head ?? ''}`,
      body: `
<header class="masthead"><a class="name" href="/times/">Wend Valley Times</a></header>
${sectionBar('/times/', SECTIONS)}
<main>
<article data-path="${article.path}">
<header>
<p class="kicker">${article.section}</p>
<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
<p class="byline">By ${nameList(article.authors)} <time datetime="${article.published}">${longDate(article.published)} ${clock(article.published)}</time></p>
</header>
${leadPicture(article.image)}
<div class="text">
${body}
</div>
</article>
<aside class="rail">${moreStories('Read on', MORE)}</aside>
</main>
${footer('The Wend Valley Times')}
${extra.foot ?? ''}`,
    });
  },
};
