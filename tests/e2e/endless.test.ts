import { describe, expect, it } from 'vitest';
import type { Annotation, Article } from '#model/records.ts';
import { inventedArticle } from '#tests/unit/anchoring/inventedNews.ts';
import { pageOf, targetOf } from '#tests/unit/anchoring/pageOf.ts';
import { atDemo, type DemoSite } from './atDemo.ts';
import type { Driver } from './driver/Driver.ts';
import { until } from './driver/until.ts';
import { BROWSERS, PAGES } from './launch.ts';
import { annotatorIn } from './mark.ts';
import { putRecords } from './putRecords.ts';
import { readLibrary } from './readLibrary.ts';

/** A mark in every paragraph; so many paragraphs come at once. */
const COUNT = 1_000;
const AT_ONCE = 500;
const AT = '2026-11-20T08:00:00.000Z';
/** What was spent on following the page may keep the next look waiting for a minute, ms. */
const PATIENCE = 75_000;

const paragraphs = inventedArticle(61, COUNT);
const whole = pageOf(paragraphs);
const quotes = paragraphs.map((paragraph) => `${paragraph.split('. ')[0]}.`);

function records(url: string): { articles: Article[]; annotations: Annotation[] } {
  const article: Article = {
    id: 'endless',
    urls: [url],
    canonicalUrl: url,
    title: 'A story without end',
    titleHistory: [],
    site: null,
    authors: [],
    section: null,
    language: 'en',
    publishedAt: null,
    modifiedAt: null,
    description: null,
    image: null,
    kind: 'news',
    tags: [],
    note: '',
    edited: [],
    createdAt: AT,
    updatedAt: AT,
    revision: 1,
  };
  const annotations = quotes.map(
    (quote, i): Annotation => ({
      id: `endless-${i}`,
      articleId: article.id,
      url,
      target: targetOf(whole, quote),
      anchor: { state: 'exact', checkedAt: AT, lastSeenAt: AT, exactAt: AT },
      color: 'yellow',
      note: '',
      tags: [],
      sources: [],
      history: [],
      createdAt: AT,
      updatedAt: AT,
      revision: 1,
      ext: {},
    }),
  );
  return { articles: [article], annotations };
}

describe.each(BROWSERS)('an endless page with a thousand marks, in %s', (name) => {
  let demo: DemoSite;
  let browser: Driver;
  atDemo(name, (opened) => {
    ({ demo, browser } = opened);
  });

  it('paints each as its paragraph comes, and loses none', { timeout: 3 * PATIENCE }, async () => {
    await putRecords(browser, records(demo.url + PAGES.tram));
    await browser.open(demo.url + PAGES.tram);
    await annotatorIn(browser);
    await browser.evaluate(
      (page, all, atOnce) => {
        const waiting: string[] = JSON.parse(all);
        const place = page.all('article p').at(-1)?.parentElement;
        addEventListener('scroll', () => {
          if (scrollY + innerHeight < document.documentElement.scrollHeight - 50) return;
          for (const words of waiting.splice(0, atOnce)) {
            const paragraph = document.createElement('p');
            paragraph.textContent = words;
            place?.append(paragraph);
          }
        });
      },
      JSON.stringify(paragraphs),
      AT_ONCE,
    );
    for (let come = AT_ONCE; come <= COUNT; come += AT_ONCE) {
      await browser.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await browser.waitUntilWithin(
        PATIENCE,
        (page, wanted) => page.painted().filter((one) => one.startsWith('yellow: ')).length === wanted,
        come,
      );
    }
    await browser.evaluate(() => scrollTo(0, 0));
    const painted = await browser.evaluate((page) => page.painted());
    expect(painted.sort()).toEqual(quotes.map((quote) => `yellow: ${quote}`).sort());
    // What was missing before its paragraph came is told when it was found.
    await until(
      'all places to be stored',
      async () => {
        const { annotations } = await readLibrary(browser);
        return annotations.filter(({ anchor }) => anchor.state === 'exact').length === COUNT;
      },
      PATIENCE,
    );
  });
});
