/** @import { Outlet } from '../types.d.ts' */
import { clock, escapeHtml, htmlPage, jsonScript, longDate } from '../html.mjs';
import { canonical, newsArticle } from '../structuredData.mjs';
import { footer, leadPicture, moreStories, nameList, sectionBar } from './parts.mjs';

const SECTIONS = ['Politics', 'City', 'Economy', 'Culture', 'Sport', 'Opinion'];
const MORE = [
  { href: '/gazette/2026/11/dockers-strike-third-week', text: 'Dockers’ strike enters third week' },
  { href: '/observer/health/hospital-waiting-times-fall-7741', text: 'Waiting times fall, but not for hips' },
  { href: '/meridian/long-reads/2026/the-wall-under-the-water', text: 'The wall under the water' },
];

/** A broadsheet that marks up with JSON-LD only. @type {Outlet} */
export const courier = {
  id: 'courier',
  name: 'Lowland Courier',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/courier${article.path}`;
    return htmlPage({
      title: `${article.headline} – Lowland Courier`,
      styles: ['base', 'courier'],
      bodyClass: 'courier',
      head: `${canonical(url)}
<link rel="amphtml" href="${visit.origin}/courier/amp${article.path}">
<meta name="description" content="${escapeHtml(article.deck)}">
${jsonScript(newsArticle(article, url, 'Lowland Courier', visit))}
${extra.head ?? ''}`,
      body: `
<header class="masthead"><p class="date">${longDate(article.published)}</p><p class="name"><a href="/courier/">Lowland Courier</a></p><p class="motto">Founded in Aldermere, 1871</p></header>
${sectionBar('/courier/', SECTIONS)}
<main>
<article>
<header>
<p class="kicker">${article.section}</p>
<h1>${article.headline}</h1>
<p class="deck">${article.deck}</p>
<p class="byline">By <span>${nameList(article.authors)}</span></p>
<p class="dates"><time datetime="${article.published}">${longDate(article.published)}, ${clock(article.published)}</time> · Updated <time datetime="${article.modified}">${clock(article.modified)}</time></p>
</header>
${leadPicture(article.image)}
<div class="text">
${body}
</div>
</article>
<aside class="rail">${moreStories('Most read', MORE)}<section class="box"><h2>The morning letter</h2><p>What Aldermere talks about, at six, in four minutes.</p><form action="/search"><label>E-mail <input type="email" name="q"></label><button>Subscribe</button></form></section></aside>
</main>
${footer('The Lowland Courier')}
${extra.foot ?? ''}`,
    });
  },
};
