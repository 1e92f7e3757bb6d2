/** @import { Outlet } from '../types.d.ts' */
import { escapeHtml, htmlPage, longDate } from '../html.mjs';
import { openGraph } from '../structuredData.mjs';
import { footer, leadPicture, moreStories, nameList, sectionBar } from './parts.mjs';

const SECTIONS = ['News', 'Harbour', 'Business', 'Weather', 'Tides'];
const MORE = [
  { href: '/gazette/live/2026/11/storm-hanne', text: 'Live: Storm Hanne' },
  { href: '/courier/politics/2026/11/18/tram-line-costs', text: 'Harbour tram will cost a third more' },
  { href: '/times/people/last-lighthouse-keeper', text: 'The last lighthouse keeper' },
];

/** A modern local paper with Open Graph tags, no JSON-LD, no article element. @type {Outlet} */
export const gazette = {
  id: 'gazette',
  name: 'Harbour Gazette',
  render(article, body, visit, extra = {}) {
    const url = `${visit.origin}/gazette${article.path}`;
    return htmlPage({
      title: `${article.headline} | Harbour Gazette`,
      styles: ['base', 'gazette'],
      bodyClass: 'gazette',
      head: `${openGraph(article, url, 'Harbour Gazette', visit)}
<meta name="description" content="${escapeHtml(article.deck)}">
${extra.head ?? ''}`,
      body: `
<div class="top"><a class="name" href="/gazette/">Harbour<b>Gazette</b></a>${sectionBar('/gazette/', SECTIONS)}</div>
<div class="page">
<div class="story" role="main">
<div class="story__head">
<div class="kicker">${article.section}</div>
<h1 class="story__title">${article.headline}</h1>
<div class="deck">${article.deck}</div>
<div class="byline"><span class="byline__name">${nameList(article.authors)}</span> <span class="byline__date">${longDate(article.published)}</span></div>
</div>
${leadPicture(article.image)}
<div class="story__body text">
${body}
</div>
</div>
<div class="rail">${moreStories('More from the harbour', MORE)}</div>
</div>
${footer('The Harbour Gazette')}
${extra.foot ?? ''}`,
    });
  },
};
