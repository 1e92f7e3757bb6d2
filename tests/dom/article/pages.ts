/** Pages of invented outlets, as their mark-up would reach the browser. */

export const PARAGRAPHS = [
  'The harbour office said on Friday that the ferry to the outer islands will run again from Monday, after three weeks of repairs to its engine.',
  'Passengers had been taken across by a smaller boat, which could not carry cars and did not sail when the wind rose above forty kilometres an hour.',
  '“We know how much people depend on this line,” said Ragna Holmstedt, who runs the office, adding that every return ticket would be paid back.',
  'The repairs cost 1.4 million crowns, of which the county pays two thirds; the rest comes from a fund that the council set up after the winter storms.',
  'Shops on the islands reported that deliveries arrived late, and two of the three restaurants closed for the month, according to the trade association.',
  'A second ferry is to be bought next year. The council votes on the contract in June, and a citizens’ group has asked to see the offers beforehand.',
];

const CHINESE = [
  '港务局星期五表示，开往外岛的渡轮在经过三个星期的发动机维修之后，将从下星期一起恢复运行，届时每天往返六个班次，居民可以提前购票。',
  '此前乘客由一艘较小的船只运送，这艘船不能装载汽车，而且在风速超过每小时四十公里时不能出航，岛上的商店因此多次缺货，餐馆也被迫停业。',
  '港务局局长对记者说，大家都知道居民多么依赖这条航线，所有返程船票都将全额退款，相关手续可以在码头的售票处办理，不需要额外的证明。',
  '这次维修一共花费一百四十万元，其中三分之二由县政府承担，其余部分来自议会在去年冬季风暴之后设立的专项基金，明年还将购买第二艘渡轮。',
];

const ARABIC = [
  'قالت إدارة الميناء يوم الجمعة إن العبارة المتجهة إلى الجزر الخارجية ستعود إلى العمل ابتداء من يوم الاثنين بعد ثلاثة أسابيع من إصلاح محركها.',
  'وكان الركاب ينقلون على متن قارب أصغر لا يستطيع حمل السيارات ولا يبحر عندما تتجاوز سرعة الرياح أربعين كيلومترا في الساعة، بحسب السكان.',
  'وأضافت المديرة أن جميع تذاكر العودة سترد قيمتها، وأن المجلس سيصوت في شهر يونيو على عقد شراء عبارة ثانية للعام المقبل.',
  'وبلغت كلفة الإصلاح مليونا وأربعمئة ألف، يدفع الإقليم ثلثيها ويأتي الباقي من صندوق أنشأه المجلس بعد عواصف الشتاء الماضي.',
];

export const TITLE = 'Ferry to the outer islands runs again from Monday';
export const URL_OF_STORY =
  'https://www.tidewater-courier.example/local/ferry-to-the-outer-islands-runs-again-48213377';

export const p = (texts = PARAGRAPHS) => texts.map((text) => `<p>${text}</p>`).join('\n');

const NAVIGATION = `<header><a href="/">Tidewater Courier</a><nav><ul>${[
  'politics',
  'business',
  'sport',
  'culture',
  'opinion',
  'weather',
]
  .map((desk) => `<li><a href="/${desk}">${desk}</a></li>`)
  .join('')}</ul></nav></header>`;

const RELATED = `<aside class="related"><h2>More on this</h2><ul>${[
  'Council to vote on second ferry in June this year',
  'Storm fund: who was paid, and how much of it is left',
  'Islands: two restaurants close for the whole month',
]
  .map((title, i) => `<li><h3><a href="/local/story-number-${i}">${title}</a></h3></li>`)
  .join('')}</ul></aside>`;

const FOOTER =
  '<footer><p>Tidewater Courier, Quay Street 4. All rights reserved. <a href="/privacy">Privacy</a> <a href="/imprint">Imprint</a></p></footer>';

export const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

export const NODE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: TITLE,
  datePublished: '2024-05-17T08:30:00+02:00',
  dateModified: '2024-05-18T10:00:00+02:00',
  author: [
    { '@type': 'Person', name: 'Ylva Brandt' },
    { '@type': 'Person', name: 'Tomas Reuter' },
  ],
  publisher: { '@type': 'NewsMediaOrganization', name: 'Tidewater Courier' },
  articleSection: 'Local',
};

export const OG = `<meta property="og:type" content="article"><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="Tidewater Courier"><meta property="article:published_time" content="2024-05-17T06:30:00Z"><meta name="author" content="Ylva Brandt"><meta property="og:image" content="/ferry.jpg">`;

export interface Parts {
  head?: string;
  /** The whole body; without it a story with navigation, related links and footer. */
  body?: string;
  /** The story's inside, in the usual surroundings. */
  story?: string;
  title?: string;
  html?: string;
}

export const BYLINE =
  '<div class="byline">By <a rel="author" href="/people/ylva-brandt">Ylva Brandt</a> <time datetime="2024-05-17T08:30:00+02:00">17 May 2024</time></div>';

export function page({
  head = '',
  body,
  story,
  title = `${TITLE} | Tidewater Courier`,
  html = 'lang="en"',
}: Parts = {}): Document {
  const inside =
    body ??
    `${NAVIGATION}<main><article><h1>${TITLE}</h1>${BYLINE}${story ?? p()}</article>${RELATED}</main>${FOOTER}`;
  return new DOMParser().parseFromString(
    `<!doctype html><html ${html}><head><title>${title}</title>${head}</head><body>${inside}</body></html>`,
    'text/html',
  );
}

const teasers = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<div class="teaser"><h2><a href="/local/a-longer-headline-of-story-${i}">A longer headline of the story with number ${i} of today</a></h2><p>Short text about it, of one line.</p></div>`,
  ).join('');

export const pages = {
  jsonLd: () => page({ head: ld(NODE) }),
  graph: () =>
    page({
      head: ld({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', '@id': '#site', name: 'Tidewater Courier' },
          { '@type': 'Person', '@id': '#ylva', name: 'Ylva Brandt' },
          { ...NODE, author: { '@id': '#ylva' }, publisher: { '@id': '#site' } },
        ],
      }),
    }),
  openGraph: () => page({ head: OG }),
  microdata: () =>
    page({
      body: `${NAVIGATION}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${TITLE}</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ylva Brandt</span></span><meta itemprop="datePublished" content="2024-05-17T08:30:00+02:00"><div itemprop="articleBody">${p()}</div></div>${FOOTER}`,
    }),
  bare: () => page(),
  liveBlog: () =>
    page({
      head: ld({ ...NODE, '@type': 'LiveBlogPosting', coverageStartTime: '2024-05-17T06:00:00Z' }) + OG,
      story: PARAGRAPHS.map(
        (text, i) =>
          `<section class="live-entry"><time datetime="2024-05-17T0${i + 3}:00:00Z">0${i + 3}:00</time><h2>Update ${i}</h2><p>${text}</p></section>`,
      ).join(''),
    }),
  paywalled: () =>
    page({
      head: ld({ ...NODE, isAccessibleForFree: false }) + OG,
      story: `${p(PARAGRAPHS.slice(0, 2))}<div class="paywall"><p>Read on with a subscription.</p><a href="/subscribe">Subscribe</a></div>`,
    }),
  print: () =>
    page({ head: OG, body: `<h1>${TITLE}</h1><p>Tidewater Courier, 17 May 2024, by Ylva Brandt</p>${p()}` }),
  amp: () =>
    page({ html: 'amp lang="en"', head: `<link rel="canonical" href="${URL_OF_STORY}">${ld(NODE)}` }),
  rightToLeft: () => page({ html: 'lang="ar" dir="rtl"', head: OG, story: p(ARABIC) }),
  chinese: () =>
    page({
      html: 'lang="zh"',
      head: ld({ ...NODE, headline: '外岛渡轮下星期一恢复运行' }),
      story: p(CHINESE),
      title: '外岛渡轮下星期一恢复运行',
    }),
  lineBreaks: () => page({ head: OG, story: `<div class="text">${PARAGRAPHS.join('<br><br>')}</div>` }),
  bareBlocks: () => page({ head: OG, story: PARAGRAPHS.map((text) => `<div>${text}</div>`).join('') }),
  formAround: () =>
    page({
      head: OG,
      body: `<form id="aspnetForm" class="layout--with-sidebar"><input name="parentNode"><input name="attributes"><input name="children"><input name="nodeType"><input name="firstChild">${NAVIGATION}<div class="single-promotion"><h1>${TITLE}</h1>${BYLINE}${p()}</div></form>`,
    }),
  clobbered: () =>
    page({
      head: ld(NODE) + OG,
      story: `${p()}<img name="body"><img name="head"><img name="querySelectorAll"><form name="documentElement"></form><img name="title"><form name="getElementsByTagName"></form>`,
    }),
  brokenLd: () =>
    page({
      head: `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "${TITLE}",}</script>${OG}`,
    }),
  splitByAds: () =>
    page({
      head: OG,
      story: PARAGRAPHS.map(
        (text) =>
          `<div class="story-part"><p>${text}</p></div><div class="ad-slot"><p>Advertisement for something that has nothing to do with it</p></div>`,
      ).join(''),
    }),

  // Not articles
  home: () =>
    page({
      head: '<meta property="og:type" content="website">',
      title: 'Tidewater Courier',
      body: `${NAVIGATION}<main>${teasers(30)}</main>${FOOTER}`,
    }),
  sectionMarkedArticle: () =>
    page({
      head: '<meta property="og:type" content="article"><meta property="og:title" content="Local">',
      title: 'Local news | Tidewater Courier',
      body: `${NAVIGATION}<main><h1>Local</h1>${teasers(40)}</main>${FOOTER}`,
    }),
  shop: () =>
    page({
      head: `<meta property="og:type" content="product"><meta name="generator" content="WooCommerce 8">${ld({ '@type': ['Product'], name: 'Rope', offers: { '@type': 'Offer', price: 12 } })}${ld({ '@type': 'Article', headline: 'Rope' })}`,
      title: 'Ferry rope, 20 m – Chandlery',
      body: `<header><a href="/cart">Cart</a></header><main class="product"><h1>Ferry rope, 20 m</h1><span class="price" itemprop="price">12.00</span><form class="cart"><select><option>10 m</option></select><button class="add-to-cart">Add</button></form><div class="description"><p>Strong rope for boats of up to twelve metres, woven by hand from hemp; it floats, it does not rot, and it lasts.</p></div>${Array.from({ length: 12 }, (_, i) => `<li class="product"><a href="/product/rope-${i}">Rope number ${i}</a><span class="price">9</span></li>`).join('')}</main>`,
    }),
  forum: () =>
    page({
      head: '<meta name="generator" content="phpBB">',
      title: 'Which ferry? - Boat forum - Page 2',
      body: `<div class="topictitle"><h2><a href="/viewtopic.php?t=5">Which ferry?</a></h2></div>${PARAGRAPHS.map((text, i) => `<div class="post"><div class="postprofile poster"><a href="/u/${i}">user${i}</a> Posts: ${i}40</div><div class="postbody"><div class="content">${text.slice(0, 90)}</div></div><div class="signature">--</div></div>`).join('')}<form><textarea></textarea><input name="q"><select></select></form>`,
    }),
  legal: () =>
    page({
      title: 'Privacy policy | Tidewater Courier',
      body: `${NAVIGATION}<main><h1>Privacy policy</h1>${Array.from({ length: 14 }, (_, i) => `<h2>${i + 1}. Purposes</h2><p>We process personal data that you give us when you register for the service, in accordance with the law that applies to controllers of data.</p>`).join('')}</main>${FOOTER}`,
    }),
  login: () =>
    page({
      title: 'Sign in',
      body: '<h1>Sign in</h1><form><input type="email"><input type="password"><button>Go</button></form>',
    }),
  video: () =>
    page({
      head: `<meta property="og:type" content="video.other">${ld({ '@type': 'VideoObject', name: 'Ferry leaves the quay' })}`,
      title: 'Ferry leaves the quay – video',
      body: `${NAVIGATION}<main><h1>Ferry leaves the quay</h1><video></video><p>Watch the first trip.</p>${teasers(16)}</main>`,
    }),
  newsletters: () =>
    page({
      title: 'Newsletter archive | Tidewater Courier',
      body: `${NAVIGATION}<main><h1>Newsletter archive</h1><ul>${Array.from({ length: 40 }, (_, i) => `<li><a href="/newsletter/${i}">Morning letter of the ${i + 1}th day: what matters on the coast</a></li>`).join('')}</ul></main>`,
    }),
};
