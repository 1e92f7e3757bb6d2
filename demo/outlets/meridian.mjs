/** @import { Outlet } from '../types.d.ts' */
import { escapeHtml, htmlPage, jsonScript, longDate } from '../html.mjs';
import { canonical, newsArticle, openGraph } from '../structuredData.mjs';
import { footer, leadPicture, moreStories, nameList } from './parts.mjs';

const MORE = [
  { href: '/times/tech/what-the-broker-knew', text: 'What the data broker knew' },
  { href: '/times/housing/empty-flats-inquiry', text: 'One flat in nine stands empty' },
];

/** A magazine of long reads: JSON-LD as a graph, and Open Graph. @type {Outlet} */
export const meridian = {
  id: 'meridian',
  name: 'Meridian Review',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/meridian${article.path}`;
    const { '@context': context, ...news } = newsArticle(article, url, 'Meridian Review', visit);
    const site = { '@type': 'WebSite', '@id': `${visit.origin}/meridian/`, name: 'Meridian Review' };
    return htmlPage({
      title: `${article.headline} — Meridian Review`,
      styles: ['base', 'meridian'],
      bodyClass: 'meridian',
      head: `${canonical(url)}
<meta name="description" content="${escapeHtml(article.deck)}">
${openGraph(article, url, 'Meridian Review', visit)}
${jsonScript({ '@context': context, '@graph': [site, news] })}
${extra.head ?? ''}`,
      body: `
<header class="masthead"><a class="name" href="/meridian/">Meridian</a><span class="motto">A review of slow things</span></header>
<main>
<article>
<header>
<p class="kicker">${article.section}</p>
<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
<p class="byline"><a rel="author" href="/meridian/#authors">${nameList(article.authors)}</a> <time datetime="${article.published}">${longDate(article.published)}</time></p>
</header>
${leadPicture(article.image)}
<div class="text">
${body}
</div>
</article>
${moreStories('Read next', MORE)}
</main>
${footer('The Meridian Review')}
${extra.foot ?? ''}`,
    });
  },
};
