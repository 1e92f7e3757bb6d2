import { Window } from 'happy-dom';
import { expect, it } from 'vitest';
import { detectArticle, findBody, readMetadata } from '#article/index.ts';

const URL_OF_STORY =
  'https://www.tidewater-courier.example/local/ferry-to-the-outer-islands-runs-again-48213377';
const TEXT =
  'The harbour office said on Friday that the ferry to the outer islands will run again from Monday, after three weeks of repairs.';

function story(): Document {
  const window = new Window({ url: URL_OF_STORY });
  const node = {
    '@type': 'NewsArticle',
    headline: 'Ferry runs again from Monday',
    datePublished: '2024-05-17',
    author: { name: 'Ylva Brandt' },
  };
  window.document.write(
    `<html lang="en"><head><title>Ferry runs again from Monday</title><script type="application/ld+json">${JSON.stringify(node)}</script></head>` +
      `<body><form><input name="parentNode"><article><h1>Ferry runs again from Monday</h1>${`<p>${TEXT}</p>`.repeat(8)}</article></form></body></html>`,
  );
  return window.document as unknown as Document;
}

it('runs over a DOM made without a browser', () => {
  const document = story();
  expect(detectArticle(document, URL_OF_STORY).kind).not.toBe('other');
  expect(readMetadata(document, URL_OF_STORY)).toMatchObject({
    title: 'Ferry runs again from Monday',
    authors: ['Ylva Brandt'],
  });
  expect(
    findBody(document)
      .map((part) => part.textContent)
      .join(''),
  ).toContain(TEXT);
});

it('answers for two windows in turn', () => {
  const [a, b] = [story(), story()];
  const kinds = [a, b, a].map((document) => detectArticle(document, URL_OF_STORY).kind);
  expect(new Set(kinds).size).toBe(1);
  expect(kinds[0]).not.toBe('other');
});
