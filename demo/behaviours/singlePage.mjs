/** A site which replaces the article without a load: front page and two stories, all from one shell. */
/** @import { DemoArticle, Route } from '../types.d.ts' */
import { bread } from '../articles/bread.mjs';
import { library } from '../articles/library.mjs';
import { bodyOf } from '../editions.mjs';
import { escapeHtml, htmlPage, jsonScript } from '../html.mjs';
import { newsArticle } from '../structuredData.mjs';

const NAME = 'The Daily Loop';

/** @param {DemoArticle} article @param {1 | 2} edition */
const storyHtml = (article, edition) =>
  `<article><p class="kicker">${article.section}</p><h1>${article.headline}</h1><p class="deck">${article.deck}</p><p class="byline">By ${article.authors.join(', ')} <time datetime="${article.published}">${article.published.slice(0, 10)}</time></p><div class="text">${bodyOf(article, edition)}</div></article>`;

const frontHtml = `<h1>${NAME}</h1><ul>${[library, bread]
  .map(({ path, headline, deck }) => `<li><a data-link href="/loop${path}">${headline}</a><br>${deck}</li>`)
  .join('')}</ul>`;

/** @param {string} path @param {DemoArticle | null} article @returns {Route} */
const shell = (path, article) => ({
  path,
  answer: (visit) => {
    /** @param {DemoArticle} story */
    const data = (story) => newsArticle(story, `${visit.origin}/loop${story.path}`, NAME, visit);
    const views = [library, bread].map((story) => ({
      path: `/loop${story.path}`,
      title: `${story.headline} – ${NAME}`,
      html: storyHtml(story, visit.edition),
      data: data(story),
    }));
    const front = { path: '/loop/', title: NAME, html: frontHtml, data: null };
    return htmlPage({
      title: article ? `${article.headline} – ${NAME}` : NAME,
      styles: ['base', 'times'],
      bodyClass: 'times',
      head: `<link rel="canonical" href="${visit.origin}${path}">${article ? jsonScript(data(article)) : ''}`,
      body: `<header class="masthead"><a class="name" data-link href="/loop/">${NAME}</a></header><main id="app">${article ? storyHtml(article, visit.edition) : frontHtml}</main><nav class="fronts">${views.map((view) => `<a data-link href="${view.path}">${escapeHtml(view.title)}</a>`).join('')}</nav><script id="views" type="application/json">${JSON.stringify([front, ...views]).replace(/</g, '\\u003c')}</script><script src="/assets/loop.js"></script>`,
    });
  },
});

/** The same two stories at addresses that say nothing, from a site that leaves its head as it was. @param {number} at @returns {Route} */
const still = (at) => ({
  path: `/still/${at}`,
  answer: (visit) => {
    const stories = [library, bread];
    const story = stories[at - 1] ?? library;
    const views = stories.map((each, nth) => ({
      path: `/still/${nth + 1}`,
      html: storyHtml(each, visit.edition),
    }));
    const address = `${visit.origin}/still/${at}`;
    return htmlPage({
      title: `${story.headline} – ${NAME}`,
      styles: ['base', 'times'],
      bodyClass: 'times',
      head: `<link rel="canonical" href="${address}"><meta property="og:url" content="${address}"><meta property="og:title" content="${escapeHtml(story.headline)}">${jsonScript(newsArticle(story, address, NAME, visit))}`,
      body: `<main id="app">${storyHtml(story, visit.edition)}</main><nav class="fronts">${views.map(({ path }) => `<a data-link href="${path}">${path}</a>`).join(' ')}</nav><script id="views" type="application/json">${JSON.stringify(views).replace(/</g, '\\u003c')}</script><script src="/assets/still.js"></script>`,
    });
  },
});

/** @type {Route[]} */
export const singlePage = [
  still(1),
  still(2),
  shell('/loop/', null),
  shell(`/loop${library.path}`, library),
  shell(`/loop${bread.path}`, bread),
];
