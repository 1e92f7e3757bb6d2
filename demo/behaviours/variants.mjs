/** The tram story under its other addresses: AMP, mobile, print, a short link, and in frames of policy. */
/** @import { Route } from '../types.d.ts' */
import { recount } from '../articles/recount.mjs';
import { tram } from '../articles/tram.mjs';
import { bodyOf } from '../editions.mjs';
import { htmlPage, jsonScript, longDate } from '../html.mjs';
import { courier } from '../outlets/courier.mjs';
import { times } from '../outlets/times.mjs';
import { canonical, newsArticle } from '../structuredData.mjs';

const STRICT = "default-src 'none'; style-src 'self'; img-src 'self'";

/** @param {string} prefix @param {string} note @returns {Route} */
const plain = (prefix, note) => ({
  path: `/courier/${prefix}${tram.path}`,
  answer: (visit) => {
    const url = `${visit.origin}/courier${tram.path}`;
    return htmlPage({
      title: tram.headline,
      styles: ['base', 'courier'],
      head: `${canonical(url)}${jsonScript(newsArticle(tram, url, courier.name, visit))}`,
      body: `<main><article><h1>${tram.headline}</h1><p class="byline">${tram.authors.join(', ')}, <time datetime="${tram.published}">${longDate(tram.published)}</time></p><div class="text">${bodyOf(tram, visit.edition)}</div></article><p class="byline">${note}</p></main>`,
    });
  },
});

/** @type {Route[]} */
export const variants = [
  plain('amp', 'Fast page of the Lowland Courier'),
  plain('m', 'Mobile edition of the Lowland Courier'),
  plain('print', 'Printed from the Lowland Courier'),
  {
    path: '/s/k7q2',
    answer: ({ origin }) => ({
      status: 302,
      headers: { location: `${origin}/courier${tram.path}?utm_source=share` },
      body: '',
    }),
  },
  {
    path: `/times${recount.path}`,
    answer: (visit) => ({
      headers: { 'content-security-policy': STRICT },
      body: times.render(recount, bodyOf(recount, visit.edition), visit),
    }),
  },
];
