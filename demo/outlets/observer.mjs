/** @import { Outlet } from '../types.d.ts' */
import { escapeHtml, htmlPage, longDate } from '../html.mjs';
import { canonical } from '../structuredData.mjs';
import { footer, leadPicture, moreStories, sectionBar } from './parts.mjs';

const SECTIONS = ['Counties', 'Health', 'Farming', 'Schools', 'Letters'];
const MORE = [
  { href: '/times/education/school-meals-trial', text: 'Free school meals cut absence' },
  { href: '/times/nature/city-bees', text: 'Too many beehives' },
  { href: '/times/transport/night-bus-drivers', text: 'Night buses run again' },
];

/** A county paper that marks up with schema.org microdata only. @type {Outlet} */
export const observer = {
  id: 'observer',
  name: 'Upland Observer',
  render(article, body, visit, extra = {}) {
    const authors = article.authors
      .map(
        (name) =>
          `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span></span>`,
      )
      .join(' and ');
    return htmlPage({
      title: `${article.headline} - Upland Observer`,
      styles: ['base', 'observer'],
      bodyClass: 'observer',
      head: `${canonical(`${visit.origin}/observer${article.path}`)}
<meta name="description" content="${escapeHtml(article.deck)}">
${extra.head ?? ''}`,
      body: `
<header class="masthead"><a class="name" href="/observer/">Upland Observer</a><p class="motto">Seven counties, one paper</p></header>
${sectionBar('/observer/', SECTIONS)}
<main itemscope itemtype="https://schema.org/NewsArticle">
<meta itemprop="inLanguage" content="en">
<p class="kicker" itemprop="articleSection">${article.section}</p>
<h1 itemprop="headline">${article.headline}</h1>
<p class="deck" itemprop="description">${article.deck}</p>
<p class="byline">Words: ${authors} <time itemprop="datePublished" datetime="${article.published}">${longDate(article.published)}</time><meta itemprop="dateModified" content="${article.modified}"></p>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization" hidden><meta itemprop="name" content="Upland Observer"></div>
${leadPicture(article.image)}
<div class="text" itemprop="articleBody">
${body}
</div>
</main>
<aside class="rail">${moreStories('Also in this issue', MORE)}</aside>
${footer('The Upland Observer')}
${extra.foot ?? ''}`,
    });
  },
};
