import { describe, expect, it } from 'vitest';
import { readMetadata } from '#article/index.ts';
import { ld, NODE, p, page, TITLE } from './pages.ts';

const read = (document: Document) => readMetadata(document, 'https://a.example/x');
const inMeta = (raw: string, html = '') =>
  read(page({ html, head: `<meta name="date" content="${raw}">`, body: '<h1>x</h1>' })).publishedAt;
const inBody = (body: string) => read(page({ body })).publishedAt;

describe('words for a date', () => {
  it.each([
    ['Fri, 17 May 2024 08:30:00 +0200', '2024-05-17T06:30:00.000Z'],
    ['20240517T083000+0200', '2024-05-17T06:30:00.000Z'],
    ['Fri May 17 2024 06:30:00 GMT+0000 (Coordinated Universal Time)', '2024-05-17T06:30:00.000Z'],
    ['17 May 2024, 22:11 GMT+10', '2024-05-17T12:11:00.000Z'],
    ['Posted: 05/17/2024 04:44:59 PM PDT', '2024-05-17T23:44:59.000Z'],
    ['17 May 2024, 3:51 pm', '2024-05-17T15:51:00.000Z'],
    ['May 17, 2024 at 12:10 a.m.', '2024-05-17T00:10:00.000Z'],
    ['May 17, 2024, 11:05 XYZ', '2024-05-17T11:05:00.000Z'],
    ['17th of May 2024', '2024-05-17T00:00:00.000Z'],
    ['Harbour Town, May 17, 2024', '2024-05-17T00:00:00.000Z'],
    ['Stand: 17. Jänner 2024, 10:30 Uhr', '2024-01-17T10:30:00.000Z'],
    ['17 мая 2024, 13:43', '2024-05-17T13:43:00.000Z'],
    ['17 травня 2024', '2024-05-17T00:00:00.000Z'],
    ['17 أيار / مايو 2024', '2024-05-17T00:00:00.000Z'],
    ['١٧/٠٥/٢٠٢٤', '2024-05-17T00:00:00.000Z'],
    ['Outlook for 2024', null],
    ['Issue 17 | 2024', null],
    ['17 ferries 2024', null],
  ])('%s', (raw, iso) => expect(inMeta(raw)).toBe(iso));

  it('are read in the language of the page', () => {
    expect(inMeta('17 września 2024', 'lang="pl"')).toBe('2024-09-17T00:00:00.000Z');
    // In Croatian the tenth month, in Czech the eleventh.
    expect(inMeta('17. listopada 2024', 'lang="hr"')).toBe('2024-10-17T00:00:00.000Z');
    expect(inMeta('17. listopadu 2024', 'lang="cs"')).toBe('2024-11-17T00:00:00.000Z');
  });

  it('are read in languages most read, where the page names one that nobody knows', () => {
    expect(inMeta('17 września 2024', 'lang="no such language"')).toBeNull();
    expect(inMeta('17 мая 2024', 'lang="no such language"')).toBe('2024-05-17T00:00:00.000Z');
  });
});

describe('the date of publication', () => {
  it.each(['article:published:time', 'bt:pubDate', 'article.publish_date'])(
    'is read from a meta %s',
    (name) => {
      const head = `<meta property="${name}" content="2024-05-17T06:30:00Z">`;
      expect(read(page({ head, body: '<h1>x</h1>' })).publishedAt).toBe('2024-05-17T06:30:00.000Z');
    },
  );

  it('is the one that says so before one that only says date', () => {
    const head =
      '<meta name="sailthru.date" content="2024-05-19T06:30:00Z"><meta property="og:article:published_time" content="2024-05-17T06:30:00Z">';
    expect(read(page({ head, body: '<h1>x</h1>' })).publishedAt).toBe('2024-05-17T06:30:00.000Z');
  });

  it('is read from linked data with a bracket too many', () => {
    const head = ld(NODE).replace('</script>', '}</script>');
    expect(read(page({ head, body: `<h1>${TITLE}</h1>` })).publishedAt).toBe('2024-05-17T06:30:00.000Z');
  });

  it('stands below a headline that is no main heading', () => {
    const body = `<div class="date">Tue, 14 Jan 2025</div><h2>${TITLE}</h2><p>Tidewater Courier<br>17 May 2024, 08:30</p>${p()}`;
    expect(inBody(body)).toBe('2024-05-17T08:30:00.000Z');
  });

  it('opens the text', () => {
    const opening = 'The harbour office said that the ferry to the outer islands will run again from Monday.';
    expect(inBody(`<h1>${TITLE}</h1><p>17.05.2024 – ${opening}</p>`)).toBe('2024-05-17T00:00:00.000Z');
    expect(inBody(`<h1>${TITLE}</h1><p>17.05.2024 – ${opening} ${opening}</p>`)).toBe(
      '2024-05-17T00:00:00.000Z',
    );
    expect(
      inBody(`<h1>${TITLE}</h1><p>${opening} It was built on 17.05.2024 – a long time ago.</p>`),
    ).toBeNull();
  });

  it('stands right above the headline, where it stands nowhere else', () => {
    expect(inBody(`<p>This story is from May 17, 2024</p><h1>${TITLE}</h1>${p()}`)).toBe(
      '2024-05-17T00:00:00.000Z',
    );
  });

  it.each(['Updated: 18 May 2024', 'Aktualisiert am 18.05.2024', 'Actualizado: 18 de mayo de 2024'])(
    'is not what the page calls a change: %s',
    (line) => {
      expect(inBody(`<h1>${TITLE}</h1><p>${line}</p>${p()}`)).toBeNull();
      expect(inBody(`<h1>${TITLE}</h1><p class="date">${line}</p>${p()}`)).toBeNull();
      expect(inBody(`<h1>${TITLE}</h1><p>${line}</p><p>17 May 2024</p>${p()}`)).toBe(
        '2024-05-17T00:00:00.000Z',
      );
    },
  );
});

describe('the clock of the outlet', () => {
  const raw = (published: string, shown: string, head = '') =>
    read(
      page({
        head: `<meta property="article:published_time" content="${published}">${head}`,
        body: `<h1>${TITLE}</h1>${shown}${p()}`,
      }),
    );

  it.each([
    ['2024-05-18T02:25:54Z', '<p class="byline-date">May 17, 2024 | 9:25pm</p>', '2024-05-17T21:25:54-05:00'],
    ['2024-05-18T02:25:54+00:00', '<p>May 17, 2024, 9:25 p.m.</p>', '2024-05-17T21:25:54-05:00'],
    ['2024-05-17T22:04:00Z', '<time>18.05.2024 00:04</time>', '2024-05-18T00:04:00+02:00'],
    ['2024-05-17T20:04:00Z', '<p class="date">18 May 2024 01:34</p>', '2024-05-18T01:34:00+05:30'],
  ])('%s shown as %s', (published, shown, expected) => {
    const found = raw(published, shown);
    expect(found.publishedRaw).toBe(expected);
    expect(Date.parse(found.publishedAt ?? '')).toBe(Date.parse(published));
  });

  it('is told by a meta with its offset', () => {
    const head = '<meta name="date" content="Sat, 18 May 2024 00:04:00 +0200">';
    expect(raw('2024-05-17T22:04:00Z', '', head).publishedRaw).toBe('2024-05-18T00:04:00+02:00');
  });

  it.each([
    ['another minute', '<p class="date">May 17, 2024 | 9:26pm</p>'],
    ['a day without a time', '<p class="date">May 17, 2024</p>'],
    ['the time of a change', '<p class="date">Updated May 17, 2024 | 9:25pm</p>'],
    ['another time in UTC', '<p class="date">May 17, 2024, 21:25 UTC</p>'],
    ['a zone where nobody lives', '<p class="date">May 17, 2024, 14:25</p>'],
    ['a date elsewhere', '<nav><p class="date">May 17, 2024 | 9:25pm</p></nav>'],
  ])('is not told by %s', (_, shown) => {
    expect(
      raw('2024-05-18T02:25:54Z', shown.replace('<nav>', `</main>${'<p>x</p>'.repeat(50)}<nav>`))
        .publishedRaw,
    ).toBe('2024-05-18T02:25:54Z');
  });

  it('stays as written where the page gives a zone', () => {
    const written = '2024-05-18T04:25:54+02:00';
    expect(raw(written, '<p class="date">May 17, 2024 | 9:25pm</p>').publishedRaw).toBe(written);
  });
});
