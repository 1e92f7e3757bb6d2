import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readColor } from '#exchange/foreign/readColor.ts';
import { readCsv } from '#exchange/foreign/readCsv.ts';
import { readTime } from '#exchange/foreign/readTime.ts';
import { printedList } from '#exchange/foreign/readwise.ts';
import { readForeign } from '#exchange/index.ts';
import * as samples from './samples.ts';

const { URL_A, URL_B } = samples;
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'export') => readForeign(bytes(text), name);
const marks = ({ annotations }: ReturnType<typeof readForeign>) =>
  annotations.map(({ target, note }) => [target.exact, note]);

describe('Hypothesis', () => {
  it('JSON: quotes with their selectors, answers below what they answer, page notes, what is none refused', () => {
    const found = read(samples.HYPOTHESIS_JSON);
    expect(found.format).toBe('hypothesis');
    expect(found.articles).toMatchObject([
      { title: 'Tolls', urls: [URL_A] },
      { urls: [URL_B], note: 'A page note', tags: ['later'] },
    ]);
    expect(found.annotations).toMatchObject([
      {
        target: {
          exact: 'tolls will rise by 12.5%',
          prefix: 'said ',
          suffix: ' in May',
          start: 120,
          end: 143,
        },
        note: 'Compare with *2019*.\n\n> bo: Is that so?',
        tags: ['tolls', 'port'],
        createdAt: '2026-05-01T09:00:00.000Z',
        updatedAt: '2026-05-01T09:30:00.000Z',
        origin: { format: 'hypothesis', id: 'a1' },
      },
    ]);
    const { json = '' } = (found.annotations[0]?.ext.hypothesis ?? {}) as { json?: string };
    expect(JSON.parse(json)).toMatchObject({ id: 'a1', group: '__world__', target: [{ source: URL_A }] });
    expect(json).toContain('RangeSelector');
    expect(found.refused.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('JSON of the API: rows', () => {
    const { annotations } = JSON.parse(samples.HYPOTHESIS_JSON) as { annotations: unknown[] };
    const found = read(JSON.stringify({ total: 5, rows: annotations }));
    expect(found.annotations).toHaveLength(1);
  });

  it.each([',', '\t'])('CSV, with %j between', (separator) => {
    const text = samples.HYPOTHESIS_CSV.replace(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gu, separator);
    const found = read(text);
    expect(marks(found)).toEqual([['he said "never", and left', 'Two\nlines']]);
    expect(found.articles).toMatchObject([{ title: 'Tolls, again', note: 'About all of it' }]);
    expect(found.refused).toMatchObject([{ line: 5 }]);
  });
});

describe('Readwise', () => {
  it('highlights over lines, articles without an address, an empty one refused with its line', () => {
    const found = read(samples.READWISE_CSV);
    expect(found.articles).toMatchObject([
      { title: 'The Harbour', urls: [], authors: ['Ilse Varga', 'Jo Lind'], tags: ['ports'] },
      { title: 'The Harbour', authors: ['Ilse Varga'] },
    ]);
    expect(found.annotations).toMatchObject([
      {
        target: { exact: 'First line\nsecond line' },
        color: 'blue',
        tags: ['a', 'b'],
        url: '',
        createdAt: '2026-03-08T19:12:31.000Z',
      },
    ]);
    expect(found.refused).toEqual([{ line: 4, reason: 'no marked words' }]);
  });

  it('the list of Reader, whose tags are no JSON', () => {
    const found = read(samples.READER_CSV);
    expect(found.format).toBe('readwiseReader');
    expect(found.articles).toMatchObject([{ urls: [URL_A], createdAt: '2026-03-08T19:12:31.000Z' }]);
    expect(printedList(`['a','b c']`)).toEqual(['a', 'b c']);
    expect(printedList(`["it's", 'x']`)).toEqual(["it's", 'x']);
    expect(printedList('[]')).toEqual([]);
  });
});

it('Pocket: tags by bars, seconds since 1970, an address for a title', () => {
  const found = read(samples.POCKET_CSV);
  expect(found.articles).toMatchObject([
    { title: 'Tolls', tags: ['port', 'tolls'], createdAt: '2020-04-27T15:06:40.000Z' },
    { title: null, urls: [URL_B] },
  ]);
  expect(found.annotations).toEqual([]);
});

it('Instapaper: a selection is a mark; tags are JSON in a cell; older files lack columns', () => {
  const found = read(samples.INSTAPAPER_CSV);
  expect(marks(found)).toEqual([['the words, selected', '']]);
  expect(found.articles[0]?.tags).toEqual(['port', 'tolls']);
  const older = read('URL,Title,Selection,Folder\nhttps://quay.example/a,T,words,Unread\n');
  expect(marks(older)).toEqual([['words', '']]);
});

it('Raindrop: marks and notes of one cell; times as ISO, day or seconds', () => {
  const found = read(samples.RAINDROP_CSV);
  expect(marks(found)).toEqual([
    ['first words', 'about the first'],
    ['second words', ''],
  ]);
  expect(found.articles.map(({ createdAt }) => createdAt)).toEqual([
    '2026-03-08T19:12:31.000Z',
    '2020-04-27T15:06:40.000Z',
    '2026-03-08T00:00:00.000Z',
  ]);
  expect(found.articles[0]).toMatchObject({ note: 'My note', tags: ['port', 'tolls'] });
});

it('Diigo, also zipped: marks of one cell, no_tag is none', () => {
  for (const file of [bytes(samples.DIIGO_CSV), zipSync({ 'diigo.csv': bytes(samples.DIIGO_CSV) })]) {
    const found = readForeign(file, 'x');
    expect(marks(found)).toEqual([
      ['first words', ''],
      ['second words', ''],
    ]);
    expect(found.articles).toMatchObject([{ tags: [], note: 'What it is' }]);
  }
});

it('Kindle: labels of any language, notes with their mark, bookmarks left out, a cut end refused', () => {
  const found = read(samples.KINDLE, 'My Clippings.txt');
  expect(found.format).toBe('kindle');
  expect(marks(found)).toEqual([
    ['The tolls were raised twice.', 'By whom?'],
    ['Die Gebühren stiegen.', ''],
  ]);
  expect(found.articles).toMatchObject([
    { title: 'The Harbour', authors: ['Ilse Varga'] },
    { title: 'Der Hafen', authors: ['Jo Lind'] },
  ]);
  expect(found.annotations.map(({ createdAt }) => createdAt)).toEqual([
    '2026-03-08T19:12:31.000Z',
    '2026-03-08T19:12:31.000Z',
  ]);
  expect(found.refused).toMatchObject([{ reason: 'the last clipping is cut off' }]);
});

it('wallabag: offsets are texts, parts may be missing', () => {
  const found = read(samples.WALLABAG_JSON);
  expect(marks(found)).toEqual([
    ['the words', 'Why?'],
    ['without a text', ''],
  ]);
  expect(found.articles).toMatchObject([{ note: 'without a quote', createdAt: '2026-03-08T18:12:31.000Z' }]);
  expect(found.annotations[0]?.ext).toMatchObject({ wallabag: { ranges: [{ startOffset: '4' }] } });
  expect(found.refused).toHaveLength(1);
});

it('Obsidian Web Clipper: words of HTML, parts of one selection together, older files without data', () => {
  const found = read(samples.CLIPPER_JSON);
  expect(marks(found)).toEqual([
    ['The tolls rise & rise', 'A note'],
    ['Two\nparagraphs', ''],
    ['an older file', 'old'],
  ]);
  expect(found.annotations.map(({ createdAt }) => createdAt)).toEqual([
    '2026-03-08T19:12:31.000Z',
    '2026-03-08T19:13:31.000Z',
    '2026-01-01T00:00:00.000Z',
  ]);
  expect(found.annotations[0]?.target).toMatchObject({ prefix: 'Then ', suffix: ' again' });
});

it('Omnivore: marks stand in Markdown files only; a file without its article is refused', () => {
  const files = Object.fromEntries(
    Object.entries(samples.OMNIVORE).map(([path, text]) => [path, bytes(text)]),
  );
  const found = readForeign(zipSync(files), 'omnivore.zip');
  expect(found.format).toBe('omnivore');
  expect(found.articles).toMatchObject([
    {
      title: 'Tolls: a story',
      authors: ['Ilse Varga'],
      tags: ['port', 'tolls'],
      ext: { omnivore: { state: 'Archived' } },
    },
    { title: 'Ferries' },
  ]);
  expect(marks(found)).toEqual([
    ['The tolls rise\nand rise.', 'A note on it.'],
    ['A second one', ''],
  ]);
  expect(found.refused).toHaveLength(2);
});

it('Zotero: places, colours, comments', () => {
  const found = read(samples.ZOTERO_JSON);
  expect(found.articles).toMatchObject([{ title: 'Tolls', urls: [URL_A], authors: ['Ilse Varga'] }]);
  expect(found.annotations).toMatchObject([
    {
      target: { exact: 'the words', start: 100, end: 109 },
      note: 'A comment',
      color: 'pink',
      tags: ['port'],
    },
  ]);
});

it('W3C: collections, pages, lists and single ones; bodies and selectors of any number', () => {
  const found = read(samples.WEB_ANNOTATION);
  expect(marks(found)).toEqual([
    ['the words', 'A note'],
    ['refined', 'As a text'],
  ]);
  expect(found.annotations[0]).toMatchObject({ tags: ['port'], target: { prefix: 'p ', start: 3, end: 12 } });
  expect(found.annotations[1]?.createdAt).toBe('2026-02-01T00:00:00.000Z');
  expect(found.articles[1]).toMatchObject({ urls: [URL_B], note: 'About the page' });
  expect(found.refused).toMatchObject([{ line: 4 }]);
  const [first] = (JSON.parse(samples.WEB_ANNOTATION) as { first: { items: unknown[] } }).first.items;
  for (const form of [first, [first], { type: 'AnnotationPage', items: [first] }])
    expect(marks(read(JSON.stringify(form)))).toEqual([['the words', 'A note']]);
});

it('Karakeep: bookmarks; a text without an address is refused', () => {
  const found = read(samples.KARAKEEP_JSON);
  expect(found.articles).toMatchObject([{ urls: [URL_A], note: 'N', tags: ['port'] }]);
  expect(found.refused).toHaveLength(1);
});

it('Markdown quotations: the address before them, callouts and marks out, the note behind them', () => {
  const found = read(samples.MARKDOWN_QUOTES, 'tolls.md');
  expect(found.format).toBe('markdown');
  expect(marks(found)).toEqual([
    ['The tolls rise\nand rise.', 'A note.'],
    ['Late again.', 'listed note'],
  ]);
  expect(found.articles).toMatchObject([
    { title: 'Tolls: again', urls: [URL_A] },
    { title: 'Ferries', urls: [URL_B] },
  ]);
});

describe('any file', () => {
  const ALL = Object.entries(samples).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );

  it('is read in UTF-8 with a mark, UTF-16 with and without, and Windows-1252', () => {
    const text = samples.POCKET_CSV.replace('Tolls', 'Gebühr');
    const wide = (little: boolean, mark: boolean) => {
      const units = [...(mark ? '\uFEFF' : ''), ...text].map((char) => char.charCodeAt(0));
      return new Uint8Array(
        units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
      );
    };
    const narrow = new Uint8Array([...text].map((char) => char.charCodeAt(0)));
    const files = [
      bytes(`\uFEFF${text}`),
      wide(true, true),
      wide(false, true),
      wide(true, false),
      wide(false, false),
      narrow,
    ];
    for (const file of files) expect(readForeign(file, 'x').articles[0]?.title).toBe('Gebühr');
  });

  it.each(ALL)('%s twice gives the same records', (_, text) => expect(read(text)).toEqual(read(text)));

  it.each(['', '   ', '{', '[{"url":', 'no format', '<html></html>', 'PK\u0003\u0004broken'])(
    '%j says why nothing of it can be taken',
    (text) => {
      const found = read(text);
      expect(found).toMatchObject({ format: '', articles: [], annotations: [] });
      expect(found.refused).toMatchObject([{ line: 1 }]);
    },
  );

  it('never throws on arbitrary bytes, nor on files that are cut, doubled or altered', () => {
    const check = (file: Uint8Array) => {
      const { articles, annotations, refused } = readForeign(file, 'x');
      const ids = new Set(articles.map(({ id }) => id));
      for (const { articleId } of annotations) expect(ids).toContain(articleId);
      expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
      for (const { line, reason } of refused) expect([line > 0, reason.length > 0]).toEqual([true, true]);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 300 });
    const texts = ALL.map(([, text]) => text).filter((text) => !text.startsWith('https:'));
    const altered = fc
      .tuple(
        fc.constantFrom(...texts),
        fc.nat(2_000),
        fc.nat(60),
        fc.string({ unit: 'binary', maxLength: 8 }),
      )
      .map(([text, at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
    fc.assert(
      fc.property(altered, (text) => check(bytes(text))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => check(bytes(text))),
      { numRuns: 300 },
    );
  });
});

it.each([
  ['2026-03-08T19:12:31.5+02:00', '2026-03-08T17:12:31.500Z'],
  ['2026-03-08 19:12:31', '2026-03-08T19:12:31.000Z'],
  ['2026-03-08', '2026-03-08T00:00:00.000Z'],
  [1588000000, '2020-04-27T15:06:40.000Z'],
  [1588000000123, '2020-04-27T15:06:40.123Z'],
  ['1588000000', '2020-04-27T15:06:40.000Z'],
  ['March 8, 2026 12:05 AM', '2026-03-08T00:05:00.000Z'],
  ['domingo, 8 de marzo de 2026 19:12:31', '2026-03-08T19:12:31.000Z'],
  ['martes, 10 de marzo de 2026 8:00:00', '2026-03-10T08:00:00.000Z'],
  ['martes, 10 de abril de 2026', '2026-04-10T00:00:00.000Z'],
  ['mardi 10 avril 2026 8:00:00', '2026-04-10T08:00:00.000Z'],
  ['8 марта 2026 г. 19:12:31', '2026-03-08T19:12:31.000Z'],
  ['2026-03-08 19:12:31+00', '2026-03-08T19:12:31.000Z'],
  ['2026-02-31', null],
  ['2026-02-11 25:00', null],
  ['dimanche 8 mars 2026 19:12:31', '2026-03-08T19:12:31.000Z'],
  ['2026年3月8日日曜日 19:12:31', '2026-03-08T19:12:31.000Z'],
  ['2026-13-08', null],
  ['soon', null],
  [Number.NaN, null],
  [1e30, null],
  [undefined, null],
])('reads the time %j as %j', (value, time) => expect(readTime(value)).toBe(time));

it.each([
  ['#ffd400', 'yellow'],
  ['#ff6666', 'pink'],
  ['#5fb236', 'green'],
  ['#2ea8e5', 'blue'],
  ['#a28ae5', 'purple'],
  ['Orange', 'yellow'],
  ['nothing', 'yellow'],
  ['Gelb', 'yellow'],
  ['gru\u0308n', 'green'],
  ['Bleu', 'blue'],
  ['rojo', 'pink'],
  ['morado', 'purple'],
  ['أزرق', 'blue'],
  ['赤', 'pink'],
  ['constructor', 'yellow'],
])('takes the colour %s for %s', (value, color) => expect(readColor(value)).toBe(color));

it('keeps every note on a mark, and what a repeated row adds', () => {
  const raindrop = samples.RAINDROP_CSV.replace(
    'Note:about the first',
    'Note:about the first\nNote:and more',
  );
  expect(marks(read(raindrop))[0]).toEqual(['first words', 'about the first\n\nand more']);
  const rows = [
    'Highlight,Title,Author,URL,Note,Date',
    `words,T,A,${URL_A},one,2026-03-08`,
    `words,T,A,${URL_A},two,2026-03-08`,
  ];
  expect(marks(read(rows.join('\n')))).toEqual([['words', 'one\n\ntwo']]);
});

it('gives one record for each id where two files of an archive speak of one article', () => {
  const file = zipSync({ 'a.csv': bytes(samples.POCKET_CSV), 'b.csv': bytes(samples.POCKET_CSV) });
  expect(readForeign(file, 'x').articles).toHaveLength(2);
});

it('reads rows with their lines, whatever the line ends and the quotation marks', () => {
  const rows = [...readCsv('a,b\r\n"x\ny","z""q"\r\r\nlast,"open', ',')];
  expect(rows).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x\ny', 'z"q'] },
    { line: 5, cells: [], damage: 'a quotation mark that is never closed' },
  ]);
});

describe('a table that is damaged', () => {
  const HEAD = 'Highlight,Title,URL,Note\n';

  it('loses only the row with a quotation mark that is never closed', () => {
    const found = read(
      `${HEAD}first words,A,${URL_A},\n"second words,A,${URL_A},\nthird words,A,${URL_A},\n"fourth, words",A,${URL_A},"two\nlines"\n`,
    );
    expect(marks(found)).toEqual([
      ['first words', ''],
      ['third words', ''],
      ['fourth, words', 'two\nlines'],
    ]);
    expect(found.refused).toEqual([{ line: 3, reason: 'a quotation mark that is never closed' }]);
  });

  it('keeps what stands behind it where no other mark follows', () => {
    const found = read(`${HEAD}"first words,A,${URL_A},\nsecond words,A,${URL_A},\n`);
    expect(marks(found)).toEqual([['second words', '']]);
    expect(found.refused.map(({ line }) => line)).toEqual([2]);
  });

  it('has rows refused that hold more than it has columns', () => {
    const found = read(
      `${HEAD}a comma, not quoted,A,${URL_A},\nwhole words,A,${URL_A},\nshort words,A,${URL_A}\n`,
    );
    expect(marks(found)).toEqual([
      ['whole words', ''],
      ['short words', ''],
    ]);
    expect(found.refused).toEqual([{ line: 2, reason: 'more cells than columns: 5 of 4' }]);
  });

  it('has each row read where each ends with a separator, which its header does not', () => {
    const found = read(`${HEAD}one,A,${URL_A},,\ntwo,A,${URL_A},of two,\nthree, four,A,${URL_A},,\n`);
    expect(marks(found)).toEqual([
      ['one', ''],
      ['two', 'of two'],
    ]);
    expect(found.refused.map(({ line }) => line)).toEqual([4]);
  });

  it('of any kind gives or refuses each row: a mark put anywhere never takes more than two', () => {
    const rows = Array.from({ length: 8 }, (_, row) => `words ${row},A,${URL_A},note ${row}`);
    const text = HEAD + rows.join('\n');
    fc.assert(
      fc.property(fc.integer({ min: HEAD.length, max: text.length }), (at) => {
        const found = read(`${text.slice(0, at)}"${text.slice(at)}`);
        expect(found.annotations.length + found.refused.length).toBe(8);
        expect(found.refused.length).toBeLessThan(2);
      }),
    );
  });
});

describe('Kindle', () => {
  const clipping = (label: string, words: string) =>
    `The Harbour (Varga, Ilse)\n- ${label} | Added on Sunday, March 8, 2026 7:12:31 PM\n\n${words}\n==========\n`;

  it('joins a note with the mark it stands in, wherever in the file', () => {
    const found = read(
      clipping('Your Note on page 9 | Location 120', 'the first note') +
        clipping('Your Highlight on page 9 | Location 118-120', 'The tolls were raised.') +
        clipping('Your Highlight on page 12 | Location 170-172', 'Nobody was asked.') +
        clipping('Your Highlight on page 14 | Location 200-201', 'The quay is empty.') +
        clipping('Your Note on page 12 | Location 172', 'the second note') +
        clipping('Your Note on page 90 | Location 900', 'of nothing'),
    );
    expect(marks(found)).toEqual([
      ['The tolls were raised.', 'the first note'],
      ['Nobody was asked.', 'the second note'],
      ['The quay is empty.', ''],
    ]);
    expect(found.articles).toMatchObject([{ note: 'of nothing' }]);
  });

  it('reads places whose end is shortened', () => {
    const found = read(
      clipping('Highlight Loc. 170-72', 'Nobody was asked.') +
        clipping('Highlight Loc. 30-31', 'Early.') +
        clipping('Note Loc. 171', 'by whom?'),
    );
    expect(marks(found)).toEqual([
      ['Nobody was asked.', 'by whom?'],
      ['Early.', ''],
    ]);
  });
});

it('puts together what several rows say of one article', () => {
  const found = read(
    [
      'title,note,excerpt,url,folder,tags,created,cover,highlights,favorite',
      `Tolls,,,${URL_A},Port,,2026-03-01,,Highlight:one,false`,
      `Tolls,,About the tolls,${URL_A},City,,2026-03-02,https://quay.example/c.png,Highlight:two,false`,
    ].join('\n'),
  );
  expect(found.articles).toMatchObject([
    {
      description: 'About the tolls',
      ext: { raindrop: { folder: ['Port', 'City'], cover: 'https://quay.example/c.png', favorite: 'false' } },
    },
  ]);
  const wise = read(
    `Highlight,Title,Author,URL\none,A,,${URL_A}\ntwo,A,Ilse Varga,${URL_A}\nthree,A,Jo Lind,${URL_A}`,
  );
  expect(wise.articles).toMatchObject([{ authors: ['Ilse Varga', 'Jo Lind'] }]);
});

it('says which fields are too long to be kept, and keeps the others', () => {
  const found = read(
    JSON.stringify({
      rows: [
        {
          uri: URL_A,
          id: 'a1',
          text: '',
          group: '__world__',
          target: [{ source: URL_A, selector: [{ type: 'TextQuoteSelector', exact: 'tolls will rise' }] }],
          thread: 'x'.repeat(150_000),
        },
      ],
    }),
  );
  expect(found.annotations).toHaveLength(1);
  expect(JSON.stringify(found.annotations[0]?.ext)).toContain('__world__');
  expect(found.refused).toEqual([{ line: 1, reason: 'too long to be kept: thread' }]);
});

describe('a file packed by gzip', () => {
  it('is opened, also one of several parts, and one that holds an archive', () => {
    const plain = read(samples.HYPOTHESIS_JSON);
    const all = bytes(samples.HYPOTHESIS_JSON);
    expect(readForeign(gzipSync(all), 'export.json.gz')).toEqual(plain);
    const parts = [gzipSync(all.subarray(0, 500)), gzipSync(all.subarray(500))];
    expect(readForeign(new Uint8Array(parts.flatMap((part) => [...part])), 'x.gz')).toEqual(plain);
    expect(readForeign(gzipSync(zipSync({ 'a.json': all })), 'x.zip.gz')).toEqual(plain);
  });

  it('that is cut or unpacks to far more than it is, is refused', () => {
    const cut = gzipSync(bytes(samples.HYPOTHESIS_JSON)).subarray(0, 200);
    expect(readForeign(cut, 'cut.gz').format).toBe('');
    const bomb = readForeign(gzipSync(new Uint8Array(60_000_000)), 'bomb.gz');
    expect(bomb.refused).toEqual([{ line: 1, reason: 'unreadable: it unpacks to far more than it is' }]);
  });
});
