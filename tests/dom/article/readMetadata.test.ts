import { describe, expect, it } from 'vitest';
import { readMetadata } from '#article/index.ts';
import { BYLINE, ld, NODE, OG, p, page, pages, TITLE, URL_OF_STORY } from './pages.ts';

const read = (document: Document, url = URL_OF_STORY) => readMetadata(document, url);

describe('each style of mark-up', () => {
  it.each(['jsonLd', 'graph', 'openGraph', 'microdata', 'bare'] as const)(
    '%s gives title, author and date',
    (style) => {
      const found = read(pages[style]());
      expect(found.title).toBe(TITLE);
      expect(found.authors[0]).toBe('Ylva Brandt');
      expect(found.publishedAt).toBe('2024-05-17T06:30:00.000Z');
    },
  );
});

it('reads everything linked data says', () => {
  expect(read(pages.jsonLd())).toMatchObject({
    authors: ['Ylva Brandt', 'Tomas Reuter'],
    site: 'Tidewater Courier',
    section: 'Local',
    language: 'en',
    publishedRaw: '2024-05-17T08:30:00+02:00',
    modifiedAt: '2024-05-18T08:00:00.000Z',
    canonicalUrl: URL_OF_STORY,
  });
});

it('follows the outlet through a reference into the graph', () => {
  expect(read(pages.graph()).site).toBe('Tidewater Courier');
});

it('reads linked data in CDATA', () => {
  const head = `<script type="application/ld+json">//<![CDATA[\n${JSON.stringify(NODE)}\n//]]></script>`;
  expect(read(page({ head, body: '' }))).toMatchObject({
    title: TITLE,
    authors: ['Ylva Brandt', 'Tomas Reuter'],
  });
});

it('never takes the time of the last change for the time of publication', () => {
  const found = read(
    page({
      head: ld({ '@type': 'NewsArticle', headline: TITLE, dateModified: '2024-05-18T10:00:00Z' }),
      body: `<h1>${TITLE}</h1>`,
    }),
    'https://a.example/x',
  );
  expect(found.publishedAt).toBeNull();
  expect(found.modifiedAt).toBe('2024-05-18T10:00:00.000Z');
});

describe('two blocks of linked data that disagree', () => {
  it('the one that names this page wins', () => {
    const other = {
      ...NODE,
      headline: 'Another story about something else',
      url: 'https://www.tidewater-courier.example/local/another-story',
      author: 'Some Body',
    };
    const found = read(page({ head: ld(other) + ld({ ...NODE, url: URL_OF_STORY }) }));
    expect(found.title).toBe(TITLE);
    expect(found.authors).toEqual(['Ylva Brandt', 'Tomas Reuter']);
  });
});

describe('authors', () => {
  it.each<[unknown, string[]]>([
    ['By Ylva Brandt', ['Ylva Brandt']],
    ['Ylva Brandt and Tomas Reuter', ['Ylva Brandt', 'Tomas Reuter']],
    ['Ylva Brandt, Tomas Reuter', ['Ylva Brandt', 'Tomas Reuter']],
    [['Ylva Brandt', 'https://www.facebook.com/ylva', '@ylva', 'ylva@courier.example'], ['Ylva Brandt']],
    ['Ylva Brandt, political correspondent', ['Ylva Brandt']],
    [[{ name: 'Ylva Brandt' }, { name: 'Ylva Brandt' }], ['Ylva Brandt']],
    ['Von Ylva Brandt, dpa', ['Ylva Brandt', 'dpa']],
  ])('%j', (author, expected) => {
    expect(read(page({ head: ld({ ...NODE, author }) })).authors).toEqual(expected);
  });

  it.each(['Андрей Колесников', '松岡大地', 'अनिल वर्मा'])('%s is a name', (name) => {
    expect(read(page({ head: ld({ ...NODE, author: { name } }) })).authors).toEqual([name]);
  });

  it('stand after a “By” that no mark-up names', () => {
    const body = `<h1>${TITLE}</h1><div>By</div><div><a href="/x">Ylva Brandt</a></div><div>17 May 2024</div>${p()}`;
    const found = read(page({ body }), 'https://a.example/x');
    expect(found.authors).toEqual(['Ylva Brandt']);
    expect(found.publishedAt).toBe('2024-05-17T00:00:00.000Z');
  });

  it('are found in a page whose wrapper is called like a side bar', () => {
    const body = `<div class="layout--with-sidebar"><h1>${TITLE}</h1>${BYLINE}${p()}</div>`;
    expect(read(page({ body })).authors).toEqual(['Ylva Brandt']);
  });

  it('names the outlet only where nobody else is named', () => {
    const head = ld({ ...NODE, author: { '@type': 'Organization', name: 'Tidewater Courier' } });
    expect(read(page({ head })).authors).toEqual(['Ylva Brandt']);
    expect(read(page({ head, body: `<h1>${TITLE}</h1>` })).authors).toEqual(['Tidewater Courier']);
  });
});

describe('the title', () => {
  it.each([
    `${TITLE} | Tidewater Courier`,
    `${TITLE} - Local - Tidewater Courier`.replace(' - Local', ''),
    `Tidewater Courier: ${TITLE}`.replace(': ', ' | '),
  ])('loses the outlet’s name in %j', (title) => {
    expect(
      read(
        page({ title, head: '<meta property="og:site_name" content="Tidewater Courier">', body: '<p>x</p>' }),
      ).title,
    ).toBe(TITLE);
  });

  it('goes without a topic that stands in the heading as a part of its own', () => {
    const body = `<h1><span class="title__kicker">Islands</span><span class="hidden">:</span> ${TITLE}</h1>${p()}`;
    expect(read(page({ title: `Islands: ${TITLE}`, body })).title).toBe(TITLE);
  });

  it('has letters instead of entities', () => {
    const head = ld({ ...NODE, headline: 'F&auml;hre f&auml;hrt wieder &ndash; ab Montag' });
    expect(read(page({ head })).title).toBe('Fähre fährt wieder – ab Montag');
  });

  it('keeps a dash that belongs to it', () => {
    const title = 'Ferry line – a history in seven crossings';
    expect(read(page({ title, body: '<p>x</p>' })).title).toBe(title);
  });

  describe('where linked data name another than the page shows', () => {
    const SHOWN = 'Islands have their boat back';
    const titleOf = (node: Record<string, unknown>, h1: string, og: string, tab = TITLE) =>
      read(
        page({
          title: tab,
          head: `${ld({ ...NODE, ...node })}<meta property="og:title" content="${og}">`,
          body: `<h1>${h1}</h1>${BYLINE}${p()}`,
        }),
      ).title;

    it('is theirs where one other differs', () => {
      expect(titleOf({}, TITLE, SHOWN)).toBe(TITLE);
      expect(titleOf({}, SHOWN, TITLE)).toBe(TITLE);
      expect(titleOf({}, SHOWN, SHOWN)).toBe(TITLE);
    });

    it('is the other where heading, og:title and document agree', () => {
      expect(titleOf({}, SHOWN, SHOWN, `${SHOWN} | Tidewater Courier`)).toBe(SHOWN);
    });

    it('is theirs where they give an alternative, too, and so have chosen', () => {
      expect(titleOf({ alternativeHeadline: 'The line in three weeks' }, SHOWN, SHOWN, SHOWN)).toBe(TITLE);
    });

    it.each(['alternativeHeadline', 'name'])('is their %s where that is the heading', (field) => {
      expect(titleOf({ [field]: SHOWN }, SHOWN, 'Ferry: what travellers need to know')).toBe(SHOWN);
    });

    it('goes without a topic that og:title leaves out', () => {
      expect(titleOf({ headline: `Islands: ${TITLE}` }, `Islands: ${TITLE}`, TITLE)).toBe(TITLE);
    });

    it('keeps their spelling where only quotes and capitals differ', () => {
      const typed = `‘Ferry’ – ${TITLE}`;
      expect(titleOf({ headline: typed }, `'FERRY' - ${TITLE}`, `'Ferry' - ${TITLE}`)).toBe(typed);
    });
  });

  it.each(['外岛渡轮下星期一恢复运行-潮水网', '外岛渡轮下星期一恢复运行_海岛频道_潮水晚报'])(
    'loses the name of an outlet that only its ending tells: %s',
    (title) => {
      expect(read(page({ title, body: '<p>x</p>' }), 'https://a.example/x').title).toBe(
        '外岛渡轮下星期一恢复运行',
      );
    },
  );

  it('loses an outlet’s name before two colons', () => {
    expect(read(page({ title: `Tidewater Courier :: ${TITLE}`, body: '<p>x</p>' })).title).toBe(TITLE);
  });

  it('is one clean line of bounded length', () => {
    const head = ld({
      ...NODE,
      headline: `Ferry\n---\u2028\u0085\u0000\u202e runs ${'x'.repeat(900_000)}\ud800`,
    });
    const { title } = read(page({ head, title: '', body: '' }));
    expect(title).toMatch(/^Ferry --- runs x+$/);
    expect(title?.length).toBeLessThanOrEqual(500);
    expect(title?.isWellFormed()).toBe(true);
  });
});

describe('the canonical address', () => {
  const canonical = (href: string, url = URL_OF_STORY) =>
    read(page({ head: `<link rel="canonical" href="${href}">` }), url).canonicalUrl;

  it.each([
    '',
    'https://www.tidewater-courier.example/',
    '/',
    'https://elsewhere.example/story',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///x',
    'java\tscript:alert(1)',
  ])('is the page’s own where the page says %j', (href) => {
    expect(canonical(href)).toBe(URL_OF_STORY);
  });

  it('is the one an AMP page names', () => {
    expect(read(pages.amp(), `${URL_OF_STORY}/amp`).canonicalUrl).toBe(URL_OF_STORY);
  });

  describe('is believed only where it agrees with the address of the page', () => {
    const SITE = 'https://www.tidewater-courier.example';

    it.each([
      ['another section', `${SITE}/islands/ferry-to-the-outer-islands-runs-again-48213377`],
      ['a reworded slug with the same number', `${SITE}/local/ferry-is-back-on-the-islands-line-48213377`],
      ['the number alone', `${SITE}/story/48213377`],
      ['another host of the site', URL_OF_STORY.replace('www.', 'edition.')],
      ['http and no www', URL_OF_STORY.replace('https://www.', 'http://')],
    ])('%s', (_, href) => expect(canonical(href)).toBe(href));

    it.each([
      ['another number', `${SITE}/local/ferry-to-the-outer-islands-stands-still-48213999`],
      ['a section', `${SITE}/islands`],
      ['another slug', `${SITE}/local/council-votes-on-the-second-ferry`],
    ])('not %s', (_, href) => expect(canonical(href)).toBe(URL_OF_STORY));

    it('not a reworded slug where no number is shared', () => {
      const own = `${SITE}/local/ferry-runs-again-after-repairs`;
      expect(canonical(`${SITE}/local/ferry-runs-again-after-the-repairs-2`, own)).toBe(own);
    });

    it('whatever it is, where the address of the page names no story', () => {
      expect(canonical(URL_OF_STORY, `${SITE}/?p=7`)).toBe(URL_OF_STORY);
    });
  });

  it('is the one of two that is the page’s address', () => {
    const head = `<link rel="canonical" href="${URL_OF_STORY.replace('/local/', '/islands/')}"><meta property="og:url" content="${URL_OF_STORY}">`;
    expect(read(page({ head })).canonicalUrl).toBe(URL_OF_STORY);
    // On a form of the piece, `og:url` may name the form: there the link counts.
    const amp = `<link rel="canonical" href="${URL_OF_STORY}"><meta property="og:url" content="${URL_OF_STORY}/amp">`;
    expect(read(page({ head: amp }), `${URL_OF_STORY}/amp`).canonicalUrl).toBe(URL_OF_STORY);
  });

  it('goes without what says how the reader came, where the page names none', () => {
    expect(read(page(), `${URL_OF_STORY}?id=7&utm_source=mail&fbclid=x`).canonicalUrl).toBe(
      `${URL_OF_STORY}?id=7`,
    );
  });

  it('carries no user name', () => {
    expect(canonical('', 'https://anna:pw@a.example/x')).toBe('https://a.example/x');
  });
});

describe('dates', () => {
  it.each([
    ['2024-05-17', '2024-05-17T00:00:00.000Z'],
    ['2024-05-17T23:30:00-05:00', '2024-05-18T04:30:00.000Z'],
    ['20240517', '2024-05-17T00:00:00.000Z'],
    ['1715934600', '2024-05-17T08:30:00.000Z'],
    ['17.05.2024', '2024-05-17T00:00:00.000Z'],
    ['5/17/2024', '2024-05-17T00:00:00.000Z'],
    ['2024年5月17日 08:30', '2024-05-17T08:30:00.000Z'],
    ['17. Mai 2024', '2024-05-17T00:00:00.000Z'],
    ['17 de mayo de 2024', '2024-05-17T00:00:00.000Z'],
    ['May 17, 2024', '2024-05-17T00:00:00.000Z'],
    ['2099-01-01', null],
    ['soon', null],
  ])('%s', (raw, iso) => {
    const head = `<meta property="article:published_time" content="${raw}">`;
    expect(read(page({ head, body: '<h1>x</h1>' }), 'https://a.example/x').publishedAt).toBe(iso);
  });
});

it('sees the paywall and the correction notice', () => {
  expect(read(pages.paywalled()).paywalled).toBe(true);
  const notice = 'Correction: an earlier version said that the repairs cost 14 million crowns.';
  const found = read(page({ head: OG, story: `<p>${notice}</p>` }));
  expect(found.corrections).toEqual([notice]);
  expect(found.paywalled).toBeUndefined();
});

it('makes the image’s address absolute', () => {
  expect(read(pages.openGraph()).image).toBe('https://www.tidewater-courier.example/ferry.jpg');
});

it('says nothing for an empty document', () => {
  expect(read(new Document())).toMatchObject({ title: null, authors: [] });
});

it('sees at once what changed between two calls', () => {
  const document = pages.openGraph();
  expect(read(document).title).toBe(TITLE);
  for (const node of document.querySelectorAll('h1')) node.textContent = 'Ferry stands still again';
  document.querySelector('meta[property="og:title"]')?.setAttribute('content', 'Ferry stands still again');
  document.title = 'Ferry stands still again';
  expect(read(document).title).toBe('Ferry stands still again');
});
