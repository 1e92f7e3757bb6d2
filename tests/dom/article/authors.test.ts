import { describe, expect, it } from 'vitest';
import { readMetadata } from '#article/index.ts';
import { BYLINE, ld, NODE, p, page, TITLE, URL_OF_STORY } from './pages.ts';

const read = (document: Document) => readMetadata(document, URL_OF_STORY);
const OUTLET = { '@type': 'Organization', name: 'Tidewater Courier' };

describe('the people who wrote a piece', () => {
  const authors = (author: unknown, body: string) =>
    read(page({ head: ld({ ...NODE, author }), body: `<h1>${TITLE}</h1>${body}` })).authors;

  it.each([
    ['an account', 'ylvabrandt'],
    ['an account with a dot', 'ylva.brandt'],
    ['a desk of the outlet', 'Tidewater Courier Staff'],
    ['the outlet', OUTLET],
  ])('are read further on where data name %s', (_, author) => {
    expect(authors(author, BYLINE + p())).toEqual(['Ylva Brandt']);
  });

  it.each(['ylvabrandt', 'Tidewater Courier Staff'])('are “%s” where the page says no more', (author) => {
    expect(authors(author, p())).toEqual([author]);
  });

  it('are an account where a meta names it and nobody else is named', () => {
    const of = (body: string) =>
      read(page({ head: '<meta name="author" content="ylvabrandt">', body: `<h1>${TITLE}</h1>${body}` }))
        .authors;
    expect(of(p())).toEqual(['ylvabrandt']);
    expect(of(BYLINE + p())).toEqual(['Ylva Brandt']);
  });

  it.each([
    '<span itemprop="author"><b itemprop="name">NAME</b></span>',
    '<b itemprop="author">NAME</b>',
    '<a rel="author">NAME</a>',
    '<div class="story-byline"><a href="/people/7">NAME</a></div>',
    '<div data-testid="Byline"><a>NAME</a></div>',
    '<b class="authorname">NAME</b>',
    '<div class="Article-Author"><a>NAME</a></div>',
    ...['author', 'authors', 'autor', 'autoren', 'auteur'].map((part) => `<a href="/${part}/7">NAME</a>`),
    '<b class="byline">NAME</b>',
    '<b class="post-author">NAME</b>',
    '<b class="autor">NAME</b>',
  ])('stand far from the headline as %s', (mark) => {
    expect(authors([], `${p()}<div>${mark.replace('NAME', 'Ylva Brandt')}</div>`)).toEqual(['Ylva Brandt']);
  });

  it('may be an agency, in small letters', () => {
    expect(authors('dpa', BYLINE + p())).toEqual(['dpa']);
  });

  it.each(['<p><b><i>Ylva Brandt</i></b></p>', '<p>Von Ylva Brandt</p>', '<p>Ylva B. Brandt-Øst</p>'])(
    'sign the text: %s',
    (line) => {
      const name = line.replace(/<[^>]+>|Von /g, '');
      expect(authors(OUTLET, `<div>${p()}${line}</div>`)).toEqual([name]);
    },
  );

  it.each([
    ['in another part of the page', `<div>${p()}</div><div><p>Related Topics</p></div>`],
    ['in a sentence', `<div>${p()}<p>Ylva Brandt wrote this.</p></div>`],
    ['in one word', `<div>${p()}<p>Advertisement</p></div>`],
    ['in two sentences', `<div>${p()}<p>Harbour. Ferry.</p></div>`],
    ['below a comment', `<div>${p()}</div><div class="comments">${p()}<p>Regards Anna</p></div>`],
  ])('do not sign it %s', (_, body) => {
    expect(authors(OUTLET, body)).toEqual(['Tidewater Courier']);
  });

  it('are named once, without what is said about them', () => {
    const byline =
      '<span class="author">Ylva Brandt</span><span class="author">Ylva Brandt ist Reporterin</span><span class="author">Publicado hace 3 horas</span>';
    expect(authors(OUTLET, byline)).toEqual(['Ylva Brandt']);
  });

  it('are found below a headline that is no main heading', () => {
    const body = `<div>Tide news</div><h2>${TITLE}</h2><div>By Ylva Brandt</div>${p()}`;
    expect(read(page({ body })).authors).toEqual(['Ylva Brandt']);
  });

  it.each([
    ['buttons', '<div class="author">Twitter Facebook</div>'],
    ['a button', '<div class="author"><a>Follow</a></div>'],
    ['a picture’s credit', '<div class="byline">(Image: Getty Images</div>'],
    ['a picture’s maker', '<div class="byline">Photo: Odd Lunde / Getty</div>'],
    ['an outlet’s address and a place', '<div class="author">tidewater.example, Frankfurt</div>'],
    ['another outlet’s address', '<div class="author">kuestenschau.de, Frankfurt</div>'],
  ])('are never %s', (_, mark) => {
    expect(authors(OUTLET, `${mark}${p()}`)).toEqual(['Tidewater Courier']);
    expect(authors(OUTLET, `${mark}<div class="author">Ylva Brandt</div>${p()}`)).toEqual(['Ylva Brandt']);
  });

  it.each([
    'Ylva Brandt, Tidewater Courier',
    'Ylva Brandt, The Tidewater Courier',
    'Ylva Brandt | tidewater.example',
    'Ylva Brandt (Photo: Odd Lunde)',
  ])('are the person alone in “%s”', (line) => {
    expect(authors(OUTLET, `<div class="author">${line}</div>${p()}`)).toEqual(['Ylva Brandt']);
  });
});
