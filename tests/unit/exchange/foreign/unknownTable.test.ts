import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessRoles } from '#exchange/foreign/guessRoles.ts';
import { readForeign } from '#exchange/index.ts';
import { COLUMN_ROLES, type ColumnRoles } from '#model/ColumnRole.ts';

const read = (text: string, roles?: ColumnRoles) =>
  readForeign(new TextEncoder().encode(text), 'marks.csv', roles);

const TABLE = [
  'Zitat;Notiz;Adresse;Titel;Autorin;Datum;Farbe;Schlagwörter;Regal',
  '"Die Abgabe steigt; sofort";"Nachfragen, bald";https://quay.example/dues;Hafen;Ilse Varga;2026-03-08;green;hafen|abgaben;B3',
  ';Ganz lesen;https://quay.example/ferry;Fähre;;;;;',
].join('\n');

describe('a table that nobody knows', () => {
  it('is read by the names of its columns, and what has no place is kept', () => {
    const { format, articles, annotations, refused, table } = read(TABLE);
    expect([format, refused]).toEqual(['table', []]);
    expect(annotations).toMatchObject([
      {
        target: { exact: 'Die Abgabe steigt; sofort' },
        note: 'Nachfragen, bald',
        color: 'green',
        tags: ['hafen', 'abgaben'],
        createdAt: '2026-03-08T00:00:00.000Z',
        ext: { table: { regal: 'B3' } },
      },
    ]);
    expect(articles).toMatchObject([
      { urls: ['https://quay.example/dues'], title: 'Hafen', authors: ['Ilse Varga'], note: '' },
      { urls: ['https://quay.example/ferry'], title: 'Fähre', note: 'Ganz lesen' },
    ]);
    expect(table?.columns.at(-1)).toEqual({ name: 'regal', role: 'keep', sample: 'B3' });
  });

  it('is read as the reader says, and the same twice', () => {
    const text = 'a,b,c\nTolls rise,https://quay.example/tolls,ports\n';
    expect(read(text)).toMatchObject({
      format: '',
      articles: [],
      table: { columns: [{ name: 'a', role: 'keep' }, {}, {}] },
    });
    const roles = { a: 'quote', b: 'url', c: 'ignore' } as const;
    const chosen = read(text, roles);
    expect(chosen).toMatchObject({
      format: 'table',
      annotations: [{ target: { exact: 'Tolls rise' }, ext: {} }],
      articles: [{ urls: ['https://quay.example/tolls'] }],
    });
    expect(read(text, roles)).toEqual(chosen);
  });

  it('tells the line of what can’t be taken', () => {
    const { annotations, refused } = read(
      'quote,url\nOne,https://quay.example/1\nTwo,javascript:1\n,\nThree,https://quay.example/3\n',
    );
    expect(annotations.map(({ target }) => target.exact)).toEqual(['One', 'Three']);
    expect(refused.map(({ line }) => line)).toEqual([3, 4]);
  });

  it.each([
    ['prose with commas', 'Well, this is a letter,\nand it goes on\nwithout columns\nfor long.'],
    ['a row of names alone', 'quote,url\n'],
    ['one column', 'quote\nTolls rise\n'],
    ['JSON that is cut', '{"quote": "a",\n"url": "b"'],
  ])('is not seen in %s', (_, text) => {
    expect(read(text)).toMatchObject({ format: '', articles: [], annotations: [] });
    expect(read(text).table).toBeUndefined();
  });

  it('never throws, whatever its cells and roles', () => {
    const cell = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.dictionary(cell, fc.constantFrom(...COLUMN_ROLES)),
        (rows, roles) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(read(text, roles).refused.filter(({ reason }) => reason.startsWith('unreadable'))).toEqual(
            [],
          );
        },
      ),
    );
  });
});

it.each([
  ['Highlighted Text', 'quote'],
  ['created_at', 'date'],
  ['Mots-clés', 'tags'],
  ['Dirección', 'url'],
  ['Überschrift', 'title'],
  ['著者', 'author'],
  ['اللون', 'color'],
  ['shelf', 'keep'],
])('the column “%s” is taken for: %s', (name, role) => {
  expect(guessRoles([name.toLowerCase()])[name.toLowerCase()]).toBe(role);
});

it('takes one address and one title, and every note', () => {
  expect(guessRoles(['url', 'link', 'note', 'comment'])).toEqual({
    url: 'url',
    link: 'keep',
    note: 'note',
    comment: 'note',
  });
});
