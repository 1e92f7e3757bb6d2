import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { PageFacts } from '#annotator/PageFacts.ts';
import { articleAddresses } from '#article/articleAddresses.ts';

const SITE = 'https://tidewater.example';

interface Story {
  path: string;
  title: string;
  author: string;
  published: string;
  text: string;
}
const TEXT =
  'The harbour board met on Tuesday and decided what it had put off since the spring, with nine votes against four.';
const FIRST: Story = {
  path: '/s/12',
  title: 'Dredger found off the sand bank',
  author: 'Ilse Brandvold',
  published: '2026-11-20T05:00:00.000Z',
  text: `${TEXT} The dredger is to be raised before the winter.`,
};
/** Almost the same text: a follow-up from the same words. */
const SECOND: Story = {
  path: '/s/13',
  title: 'Harbour board buys a second tug',
  author: 'Odd Rune Hval',
  published: '2026-11-22T06:30:00.000Z',
  text: `${TEXT} The tug is to be bought before the winter.`,
};

const added: Element[] = [];
const put = (tag: string, attributes: Record<string, string>, text = '') => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.head.append(element);
  added.push(element);
  return element;
};
const set = (selector: string, name: string, value: string) =>
  document.head.querySelector(selector)?.setAttribute(name, value);

/** The parts of a page that change with its story. */
const PARTS: Record<string, (story: Story) => void> = {
  headline: ({ title }) => document.querySelector('h1')?.replaceChildren(title),
  body: ({ text, author }) => {
    document.querySelector('.byline')?.replaceChildren(`By ${author}`);
    document
      .querySelector('.text')
      ?.replaceChildren(
        ...[text, `${text} Twice.`].map((words) =>
          Object.assign(document.createElement('p'), { textContent: words }),
        ),
      );
  },
  title: ({ title }) => {
    document.title = `${title} – Tidewater`;
  },
  canonical: ({ path }) => set('link[rel=canonical]', 'href', SITE + path),
  og: ({ title, path }) => {
    set('meta[property="og:title"]', 'content', title);
    set('meta[property="og:url"]', 'content', SITE + path);
  },
  data: ({ title, author, published }) => {
    const script = document.head.querySelector('script[type="application/ld+json"]');
    if (script)
      script.textContent = JSON.stringify({
        '@type': 'NewsArticle',
        headline: title,
        datePublished: published,
        author: { name: author },
      });
  },
};
const HEAD = ['title', 'canonical', 'og', 'data'];

beforeEach(() => {
  put('link', { rel: 'canonical', href: '' });
  put('meta', { property: 'og:title', content: '' });
  put('meta', { property: 'og:url', content: '' });
  put('meta', { property: 'og:site_name', content: 'Tidewater' });
  put('script', { type: 'application/ld+json' });
  document.body.innerHTML = '<article><h1></h1><p class="byline"></p><div class="text"></div></article>';
  for (const change of Object.values(PARTS)) change(FIRST);
});
afterEach(() => {
  for (const element of added.splice(0)) element.remove();
  document.body.replaceChildren();
});

function pageFacts() {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  return new PageFacts(() => false, stop.signal);
}

const subsets = <T>(all: T[]): T[][] =>
  Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, nth) => bits & (1 << nth)));

/** The steps of a change of story: what changes before the address, and what after. */
const ORDERS: [name: string, order: (head: string[]) => string[]][] = [
  ['address, text, head', (head) => ['address', 'headline', 'body', ...head]],
  ['address, head, text', (head) => ['address', ...head, 'headline', 'body']],
  ['text, address, head', (head) => ['headline', 'body', 'address', ...head]],
  ['head, text, address', (head) => [...head, 'headline', 'body', 'address']],
  ['address, body, headline, head', (head) => ['address', 'body', 'headline', ...head]],
];

describe.each(ORDERS)('a story that comes by script, in the order: %s', (_name, order) => {
  it.each(subsets(HEAD).map((head) => [head.join(', ') || 'nothing', head] as const))(
    'is never taken for the one before, where in the head changes: %s',
    (_what, head) => {
      const facts = pageFacts();
      const [from, to] = [SITE + FIRST.path, SITE + SECOND.path];
      expect(facts.metadata(from)).toMatchObject({ title: FIRST.title, canonicalUrl: from });
      let url = from;
      for (const step of order(head)) {
        if (step === 'address') url = to;
        else PARTS[step]?.(SECOND);
        // Before the address changes nobody asks: a mark then would be of either story.
        if (url === from) continue;
        const { title, canonicalUrl, authors, publishedAt } = facts.metadata(to);
        expect(articleAddresses(to, canonicalUrl)).not.toContain(from);
        expect([null, SECOND.title]).toContain(title);
        expect(authors.join()).not.toContain(FIRST.author);
        expect(publishedAt).not.toBe(FIRST.published);
      }
      const now = facts.metadata(to);
      expect(now).toMatchObject({ title: SECOND.title, site: 'Tidewater' });
      expect(now.publishedAt).toBe(head.includes('data') ? SECOND.published : null);

      // Back, with the text and without the head, and forward again.
      for (const part of ['headline', 'body']) PARTS[part]?.(FIRST);
      const back = facts.metadata(from);
      expect([null, FIRST.title]).toContain(back.title);
      expect(articleAddresses(from, back.canonicalUrl)).not.toContain(to);
      for (const part of Object.values(PARTS)) part(FIRST);
      expect(facts.metadata(from)).toMatchObject({
        title: FIRST.title,
        canonicalUrl: from,
        publishedAt: FIRST.published,
      });
    },
  );
});

describe('the same story at another address', () => {
  it.each([
    ['its second page', '/s/12', '/s/12/2'],
    ['its second page, named', '/harbour/dredger', '/harbour/dredger/page/2'],
    ['its second page, by a parameter', '/s/12', '/s/12?page=2'],
    ['a section before it', '/s/12', '/harbour/s/12'],
    ['marks of how the reader came', '/s/12', '/s/12?utm_source=letter'],
    ['a place in it', '/s/12', '/s/12#comments'],
    ['the slug in another section', '/harbour/dredger-found-off-bank', '/news/dredger-found-off-bank'],
  ])('keeps what its head says: %s', (_what, before, after) => {
    set('link[rel=canonical]', 'href', SITE + before);
    const facts = pageFacts();
    facts.metadata(SITE + before);
    PARTS.body?.(SECOND);
    expect(facts.metadata(SITE + after)).toMatchObject({
      title: FIRST.title,
      publishedAt: FIRST.published,
    });
  });

  it.each([
    ['another number', '/s/12', '/s/13'],
    ['another id', '/story?id=7', '/story?id=8'],
    ['a story below a list', '/s', '/s/13'],
    ['another slug', '/harbour/dredger-found-off-bank', '/harbour/board-buys-second-tug'],
    ['another number that ends alike', '/s/12', '/s/112'],
  ])('is not what has %s', (_what, before, after) => {
    set('link[rel=canonical]', 'href', SITE + before);
    const facts = pageFacts();
    facts.metadata(SITE + before);
    PARTS.headline?.(SECOND);
    PARTS.body?.(SECOND);
    expect(facts.metadata(SITE + after)).toMatchObject({ title: SECOND.title, publishedAt: null });
  });
});
