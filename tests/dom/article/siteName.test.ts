import { describe, expect, it } from 'vitest';
import { readMetadata } from '#article/index.ts';
import { ld, NODE, p, page, TITLE, URL_OF_STORY } from './pages.ts';

describe('the name of the outlet', () => {
  const site = (head: string, title: string, url = URL_OF_STORY) =>
    readMetadata(page({ head, title, body: `<h1>${TITLE}</h1>${p()}` }), url).site;
  const named = (publisher: string, og: string) =>
    `${ld({ ...NODE, publisher: { name: publisher } })}<meta property="og:site_name" content="${og}">`;

  it('is the one of several that the document’s title bears', () => {
    const title = `${TITLE} | Tidewater Courier | by Ylva Brandt`;
    expect(site(named('Coast Press', 'Tidewater Courier'), title)).toBe('Tidewater Courier');
    expect(site(named('Coast Press', 'Tidewater Courier'), TITLE)).toBe('Coast Press');
    expect(site(named('Coast Press', 'Tide'), `${TITLE} – Tide`)).toBe('Coast Press');
  });

  it('is the end of the document’s title where that bears the name of the host', () => {
    const at = (title: string) => site('', title, 'https://www.tidewater.example/a');
    expect(at(`${TITLE} – The Tidewater Courier`)).toBe('The Tidewater Courier');
    expect(at(`${TITLE} – Local`)).toBe('tidewater.example');
    expect(at('Tidewater has a ferry again')).toBe('tidewater.example');
    expect(at('Blog | How we spent a weekend at Tidewater with friends')).toBe('tidewater.example');
  });
});
