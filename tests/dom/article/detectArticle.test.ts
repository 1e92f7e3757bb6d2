import { describe, expect, it } from 'vitest';
import { detectArticle } from '#article/index.ts';
import { readLinkedData } from '#article/jsonLd.ts';
import { PARAGRAPHS, p, page, pages, URL_OF_STORY } from './pages.ts';

const NEWS = [
  'jsonLd',
  'graph',
  'openGraph',
  'microdata',
  'bare',
  'liveBlog',
  'paywalled',
  'print',
  'amp',
  'rightToLeft',
  'chinese',
  'lineBreaks',
  'bareBlocks',
  'formAround',
  'clobbered',
  'brokenLd',
  'splitByAds',
] as const;

const OTHER = {
  home: 'https://www.tidewater-courier.example/',
  sectionMarkedArticle: 'https://www.tidewater-courier.example/local',
  shop: 'https://chandlery.example/product/ferry-rope-20-m',
  forum: 'https://forum.boats.example/viewtopic.php?t=5&page=2',
  legal: 'https://www.tidewater-courier.example/privacy-policy',
  login: 'https://www.tidewater-courier.example/login',
  video: 'https://www.tidewater-courier.example/video/ferry',
  newsletters: 'https://www.tidewater-courier.example/newsletter/archive',
} as const;

describe('a story is known', () => {
  it.each(NEWS)('%s', (name) => {
    const found = detectArticle(pages[name](), URL_OF_STORY);
    expect(found.kind).not.toBe('other');
    expect(found.signals.length).toBeGreaterThan(0);
    expect(found.signals.length).toBeLessThanOrEqual(3);
  });
});

describe('other pages are left alone', () => {
  it.each(Object.entries(OTHER))('%s', (name, url) => {
    const found = detectArticle(pages[name as keyof typeof OTHER](), url);
    expect(found.kind).toBe('other');
    expect(found.score).toBeLessThan(0.66);
  });
});

it('calls a marked story of a newsroom news, and says why', () => {
  const found = detectArticle(pages.jsonLd(), URL_OF_STORY);
  expect(found.kind).toBe('news');
  expect(found.score).toBeGreaterThan(0.6);
  expect(found.signals.join(', ')).toMatch(/marked as NewsArticle|paragraphs|byline/);
});

it('reads a story that stands in an open shadow tree', () => {
  const host = page({ head: pages.openGraph().head.innerHTML, body: '<story-view></story-view>' });
  const shadow = host.querySelector('story-view')?.attachShadow({ mode: 'open' });
  const parsed = page();
  shadow?.append(...parsed.body.children);
  expect(detectArticle(host, URL_OF_STORY).kind).not.toBe('other');
});

it('gives the same answer when form controls shadow the properties of their form', () => {
  const plain = page({ body: `<form><h1>A ferry</h1>${p()}</form>` });
  const hostile = page({ body: `<form><h1>A ferry</h1>${p()}</form>` });
  for (const name of [
    'parentNode',
    'attributes',
    'textContent',
    'children',
    'matches',
    'nodeType',
    'nextSibling',
  ]) {
    const input = hostile.createElement('input');
    input.setAttribute('name', name);
    hostile.querySelector('form')?.append(input);
  }
  const [a, b] = [detectArticle(plain, URL_OF_STORY), detectArticle(hostile, URL_OF_STORY)];
  expect(b.kind).toBe(a.kind);
});

it('stops at its cap on a page of two million nodes', () => {
  const document = page({ head: pages.openGraph().head.innerHTML });
  const row = document.createElement('div');
  row.innerHTML = '<b>x</b>'.repeat(1_000);
  const heap = document.createElement('div');
  for (let i = 0; i < 1_000; i++) heap.append(row.cloneNode(true));
  document.body.append(heap);
  const start = performance.now();
  expect(detectArticle(document, URL_OF_STORY).kind).not.toBe('other');
  expect(performance.now() - start).toBeLessThan(3_000);
});

it('survives nesting of 50,000 levels', () => {
  const document = page({ head: pages.openGraph().head.innerHTML });
  let at: Element = document.body;
  for (let i = 0; i < 50_000; i++) at = at.appendChild(document.createElement('div'));
  at.textContent = PARAGRAPHS.join(' ');
  expect(detectArticle(document, URL_OF_STORY).kind).not.toBe('other');
});

it.each([
  ['20 MB', `"${'x'.repeat(20_000_000)}"`],
  ['nested 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000)],
  ['not JSON', '{"@type": NewsArticle'],
])('bears linked data that is %s', (_, text) => {
  const document = pages.openGraph();
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = text;
  document.head.append(script);
  expect(detectArticle(document, URL_OF_STORY).kind).not.toBe('other');
});

it('reads linked data of megabytes up to a bound for the whole page', () => {
  const document = pages.openGraph();
  for (let block = 0; block < 30; block++) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    const people = Array.from({ length: 50 }, (_, i) => ({
      '@type': 'Person',
      name: `Ylva Brandt of desk ${i}`,
    }));
    const nodes = Array.from({ length: 20 }, () => ({ '@type': 'NewsArticle', author: people }));
    script.textContent = JSON.stringify(nodes);
    document.head.append(script);
  }
  expect(readLinkedData(document).nodes.length).toBeLessThan(200);
  expect(detectArticle(document, URL_OF_STORY).kind).not.toBe('other');
});

it('bears 10,000 blocks of linked data', () => {
  const block = '<script type="application/ld+json">{"@type":"Thing"}</script>'.repeat(10_000);
  expect(detectArticle(page({ head: pages.jsonLd().head.innerHTML + block }), URL_OF_STORY).kind).toBe(
    'news',
  );
});

it.each(['', 'no address', 'about:blank', `https://a.example/${'x'.repeat(100_000)}`])(
  'bears the address %.20s',
  (url) => {
    expect(() => detectArticle(pages.jsonLd(), url)).not.toThrow();
  },
);

it('answers for an empty document', () => {
  const empty = new Document();
  expect(detectArticle(empty, URL_OF_STORY).kind).toBe('other');
});
