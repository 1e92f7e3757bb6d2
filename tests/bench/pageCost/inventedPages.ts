import { newsPage } from '../anchoring/newsPage.ts';
import { randomFrom } from '../anchoring/random.ts';

const WORDS =
  `the harbour tolls rose by council said in January after port authority ferry bridge minister would cost million and
  rents schools hospital water report according to figures last year of a new plan for workers while critics called it
  unusual because costs doubled since election committee found no evidence that trains were late more often than buses`.split(
    /\s+/,
  );
const STYLE =
  'body{font:16px/1.5 serif;max-width:960px;margin:0 auto}ul{columns:3}section{display:grid;grid-template-columns:1fr 1fr 1fr}';

const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}<style>${STYLE}</style></head><body>${body}</body></html>`;

/** Sentences of invented words, the same at every run. */
function writer(seed: number) {
  const random = randomFrom(seed);
  const sentence = (from: number, to: number): string => {
    const count = from + Math.floor(random() * (to - from));
    const words = Array.from({ length: count }, () =>
      random() < 0.04
        ? `${Math.floor(random() * 900)}`
        : (WORDS[Math.floor(random() * WORDS.length)] ?? 'the'),
    ).join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  };
  const paragraph = (): string => Array.from({ length: 4 }, () => `${sentence(9, 24)}.`).join(' ');
  return { sentence, paragraph };
}

export const emptyPage = (): string => page('', '', '');

/** Sections with teasers, and lists of headlines: some 2,500 elements. */
export function frontPage(): string {
  const { sentence } = writer(11);
  const teaser = (i: number) =>
    `<article class="teaser"><a href="/news/2026/11/18/story-${i}"><h3>${sentence(6, 11)}</h3></a><p>${sentence(12, 24)}.</p><time>${i % 12} hours ago</time></article>`;
  const section = (name: string, at: number) =>
    `<h2><a href="/${name}">${name}</a></h2><section>${Array.from({ length: 24 }, (_, i) => teaser(at * 24 + i)).join('')}</section>`;
  const latest = Array.from(
    { length: 240 },
    (_, i) => `<li><a href="/news/2026/11/17/late-${i}">${sentence(6, 11)}</a></li>`,
  );
  const names = ['Politics', 'Money', 'Harbour', 'Schools', 'Sport', 'Arts', 'Science', 'Weather'];
  return page(
    'The Quay Times',
    '<meta property="og:type" content="website"><meta property="og:site_name" content="The Quay Times">',
    `<header><h1>The Quay Times</h1><nav>${names.map((name) => `<a href="/${name}">${name}</a>`).join(' ')}</nav></header><main>${names.map(section).join('')}</main><aside><h2>Latest</h2><ul>${latest.join('')}</ul></aside><footer>Imprint. Privacy.</footer>`,
  );
}

/** A long read of 120 paragraphs, some 50 KB, with what outlets write into their heads. */
export function storyPage(headline: string): string {
  const { paragraph } = writer(23);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: '2026-11-18T07:30:00+01:00',
    author: [{ '@type': 'Person', name: 'Ylva Brandt' }],
    publisher: { '@type': 'Organization', name: 'The Quay Times' },
  };
  const paragraphs = Array.from({ length: 120 }, (_, i) => ({
    text: i === 0 ? headline : paragraph(),
    tag: i === 0 ? 'h1' : i % 23 === 0 ? 'h2' : 'p',
  }));
  return page(
    `${headline} | The Quay Times`,
    `<meta property="og:type" content="article"><meta property="og:title" content="${headline}"><meta name="author" content="Ylva Brandt"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
    newsPage(paragraphs),
  );
}
