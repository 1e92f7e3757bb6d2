/** Pages that are no articles: fronts, search, shop. */
/** @import { DemoArticle, Route } from './types.d.ts' */
import { barrier } from './articles/barrier.mjs';
import { bees } from './articles/bees.mjs';
import { heat } from './articles/heat.mjs';
import { hospital } from './articles/hospital.mjs';
import { lighthouse } from './articles/lighthouse.mjs';
import { meals } from './articles/meals.mjs';
import { strike } from './articles/strike.mjs';
import { tram } from './articles/tram.mjs';
import { escapeHtml, htmlPage, jsonScript } from './html.mjs';
import { footer, sectionBar } from './outlets/parts.mjs';

/** @type {{ base: string, article: DemoArticle }[]} */
const STORIES = [
  { base: '/courier', article: tram },
  { base: '/gazette', article: strike },
  { base: '/observer', article: hospital },
  { base: '/meridian', article: barrier },
  { base: '/times', article: meals },
  { base: '/times', article: heat },
  { base: '/times', article: lighthouse },
  { base: '/times', article: bees },
];

/** @param {{ base: string, article: DemoArticle }} story */
const teaser = ({ base, article }) =>
  `<article class="teaser">${article.image ? `<img src="/assets/${article.image.file}" alt="" width="600" height="280">` : ''}<p class="kicker">${article.section}</p><h2><a href="${base}${article.path}">${article.headline}</a></h2><p>${article.deck}</p></article>`;

/** @param {string} path @param {string} name @param {string} style @returns {Route} */
const front = (path, name, style) => ({
  path,
  answer: ({ origin }) =>
    htmlPage({
      title: `${name}: today’s news`,
      styles: ['base', style],
      bodyClass: style,
      head: `<link rel="canonical" href="${origin}${path}"><meta property="og:type" content="website"><meta property="og:site_name" content="${name}">${jsonScript({ '@context': 'https://schema.org', '@type': 'WebSite', name, url: origin + path })}`,
      body: `<header class="masthead"><p class="name">${name}</p></header>${sectionBar(path, ['News', 'Politics', 'Business', 'Culture'])}<div class="fronts">${STORIES.map(teaser).join('')}</div>${footer(name)}`,
    }),
});

/** @type {Route} */
const search = {
  path: '/search',
  answer: ({ query }) => {
    const asked = query.get('q') ?? '';
    const hits = STORIES.filter(({ article }) => article.body.toLowerCase().includes(asked.toLowerCase()));
    return htmlPage({
      title: `Search: ${asked}`,
      styles: ['base', 'courier'],
      head: '<meta name="robots" content="noindex">',
      body: `<header class="masthead"><p class="name">Search</p></header><form class="fronts" action="/search" role="search"><label>Search all papers <input type="search" name="q" value="${escapeHtml(asked)}"></label><button>Search</button></form><p class="fronts">${hits.length} results</p><div class="fronts">${hits.map(teaser).join('')}</div>`,
    });
  },
};

const WARES = [
  [
    'umbrella',
    'Courier umbrella',
    34.5,
    'Eight ribs, a handle of ash, and the front page of 3 May 1911 on the inside.',
  ],
  ['mug', 'Editor’s mug', 12.9, 'Holds 40 centilitres and has been through the dishwasher 300 times.'],
  [
    'calendar',
    'Tide calendar',
    18,
    'All high waters of the coming year for Port Sallow, Aldermere and Ouwemond.',
  ],
];

/** @type {Route[]} */
const shop = [
  {
    path: '/shop/',
    answer: () =>
      htmlPage({
        title: 'The shop',
        styles: ['base', 'courier'],
        body: `<header class="masthead"><p class="name">The shop</p></header><div class="fronts">${WARES.map(([id, name, price, text]) => `<section class="teaser"><h2><a href="/shop/${id}">${name}</a></h2><p>${text}</p><p>${price} crowns</p><button>Add to cart</button></section>`).join('')}</div>`,
      }),
  },
  ...WARES.map(([id, name, price, text]) => ({
    path: `/shop/${id}`,
    answer: () =>
      htmlPage({
        title: `${name} – The shop`,
        styles: ['base', 'courier'],
        head: `<meta property="og:type" content="product">${jsonScript({ '@context': 'https://schema.org', '@type': 'Product', name, description: text, offers: { '@type': 'Offer', price, priceCurrency: 'SEK' } })}`,
        body: `<main class="fronts"><section><h1>${name}</h1><p>${text}</p><p>${price} crowns</p><button>Add to cart</button><h2>What customers say</h2><p>★★★★☆ “Arrived in two days and has not turned inside out yet, which on our quay says something.”</p></section></main>`,
      }),
  })),
];

/** @type {Route[]} */
export const fronts = [
  front('/', 'The Morning Shelf', 'times'),
  front('/courier/', 'Lowland Courier', 'courier'),
  front('/gazette/', 'Harbour Gazette', 'gazette'),
  front('/observer/', 'Upland Observer', 'observer'),
  front('/meridian/', 'Meridian Review', 'meridian'),
  front('/times/', 'Wend Valley Times', 'times'),
  search,
  ...shop,
];
