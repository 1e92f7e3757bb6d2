import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExportFormatId, exportFormat } from '#exchange/exportFormats.ts';
import type { ForeignRecords } from '#exchange/foreign/ForeignRecords.ts';
import { keptFields } from '#exchange/foreign/mapRecords.ts';
import { readForeign } from '#exchange/index.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { wellFormed } from '#model/text.ts';
import * as samples from './foreign/samples.ts';
import { hostileText } from './hostile.ts';

/* What a program's file holds that has no place in our records leaves again with the records, in that program's format. */

const read = (text: string) => readForeign(new TextEncoder().encode(text), 'file');
/** A library is read anew for each pass over it, as the dialog hands it over. */
const write = async (id: ExportFormatId, { articles, annotations }: ForeignRecords): Promise<string> => {
  const library = articles.map((article) => ({
    article,
    annotations: annotations.filter(({ articleId }) => articleId === article.id),
  }));
  const pieces = exportFormat(id).write(library, 'plain', STARTING_TEMPLATES.obsidian);
  return (await Array.fromAsync(pieces)).join('');
};
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const sorted = ({ articles, annotations }: ForeignRecords) => [
  [...articles].sort(byId),
  [...annotations].sort(byId),
];
/** As another program leaves the file, which knows nothing of ours. */
const stripped = (text: string): string =>
  `${JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'claimlight' ? undefined : value), 1)}\n`;
type Entry = Record<string, unknown>;
const entriesOf = (text: string): Entry[] => {
  const json = JSON.parse(text) as { annotations?: Entry[]; first?: { items: Entry[] } };
  return json.annotations ?? json.first?.items ?? [];
};
/**
 * Without articles' kept fields where there were none, because an entry of ours is one of theirs now, and without the
 * time of an article's record, which is that of its first entry in the file.
 */
const asBefore = ({ articles, annotations }: ForeignRecords, before: ForeignRecords) => {
  const had = new Set(before.articles.filter(({ ext }) => ext).map(({ id }) => id));
  return [
    articles
      .map(({ ext, updatedAt: _, ...article }) => (had.has(article.id) ? { ...article, ext } : article))
      .sort(byId),
    [...annotations].sort(byId),
  ];
};

const text = hostileText.map((raw) => raw.replace(/^\s+|\s+$/gu, '')).map((raw) => raw || 'x');
const value = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant({ deep: { er: [{ and: ['__proto__', null] }] } }),
  fc.array(text, { minLength: 1, maxLength: 2 }),
);
const unknown = fc.dictionary(
  // Without backslashes: of two objects with keys `x\` and `x"`, V8 (Node 24) reads the second's key as the first's.
  fc
    .oneof(text, fc.constantFrom('json', 'user', 'group', 'creator', 'mood'))
    .map((key) => `x${key.replaceAll('\\', '')}`),
  value,
  { maxKeys: 3, noNullPrototype: true },
);
const address = fc.constantFrom('https://quay.example/tolls', 'https://quay.example/ferry?a=1#b');
const time = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const quoted = { exact: text, prefix: text, suffix: text };

const hypothesisEntry = fc
  .record({
    more: unknown,
    url: address,
    note: text,
    tags: fc.uniqueArray(fc.constantFrom('port', 'to do')),
    at: time,
    quote: fc.option(fc.record(quoted), { nil: undefined }),
    title: text,
    selector: unknown,
    place: fc.nat(1_000),
  })
  .map(({ more, url, note, tags, at, quote, title, selector, place }) => ({
    user: 'acct:ada@h.example',
    permissions: { read: ['group:__world__'] },
    ...more,
    created: at,
    updated: at,
    uri: url,
    text: note,
    tags,
    document: { title: [title], ...selector },
    target: [
      {
        source: url,
        ...(quote && {
          selector: [
            { type: 'RangeSelector', startContainer: '/div[1]', ...selector },
            { type: 'TextPositionSelector', start: place, end: place + 5 },
            { type: 'TextQuoteSelector', ...quote },
          ],
        }),
      },
    ],
  }));
/** Each with an id of its own; at most one note for each page, because several become one. */
const hypothesisFile = fc.array(hypothesisEntry, { maxLength: 4 }).map((all) => {
  const pages = new Set<string>();
  return {
    export_date: '2026-05-02T10:00:00.000Z',
    annotations: all
      .filter(({ uri, target }) => 'selector' in (target[0] ?? {}) || pages.size !== pages.add(uri).size)
      .map((one, at) => ({ ...one, id: `a${at}` })),
  };
});

const body = fc.oneof(
  text,
  unknown.chain((more) =>
    text.map((words) => ({ type: 'TextualBody', value: words, language: 'en', ...more })),
  ),
  fc.constant({ type: 'TextualBody', purpose: 'tagging', value: 'port', creator: 'urn:x:ada' }),
);
const annotationEntry = fc
  .record({
    more: unknown,
    url: address,
    at: time,
    quote: fc.record(quoted),
    bodies: fc.array(body, { maxLength: 3 }),
    refined: unknown,
    isPage: fc.boolean(),
  })
  .map(({ more, url, at, quote, bodies, refined, isPage }) => ({
    type: 'Annotation',
    ...(!isPage && { motivation: ['commenting', 'replying'] }),
    creator: { id: 'urn:x:ada', name: 'Ada' },
    ...more,
    created: at,
    modified: at,
    ...(bodies.length > 0 ? { body: bodies } : isPage ? { bodyValue: 'All of it' } : {}),
    target: isPage
      ? url
      : {
          source: url,
          selector: {
            type: 'RangeSelector',
            ...refined,
            refinedBy: [{ type: 'TextQuoteSelector', ...quote }],
          },
        },
  }));
const annotationFile = fc.array(annotationEntry, { maxLength: 4 }).map((all) => {
  const pages = new Set<string>();
  return all
    .filter(({ target }) => typeof target !== 'string' || pages.size !== pages.add(target).size)
    .map((one, at) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:x:${at}`, ...one }));
});

describe.each([
  ['hypothesis', hypothesisFile, ['created', 'updated', 'document', 'tags', 'uri', 'text']],
  ['webAnnotation', annotationFile, ['@context', 'created', 'modified']],
] as const)('%s', (id, files, ours) => {
  it('every field of an entry that was not changed leaves as it came, and comes back', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (file) => {
        const first = read(JSON.stringify(file));
        const text = await write(id, first);
        const again = read(text);
        expect(again.refused).toEqual([]);
        expect(sorted(again)).toEqual(sorted(first));
        const elsewhere = read(stripped(text));
        expect(elsewhere.refused).toEqual([]);
        expect(asBefore(elsewhere, first)).toEqual(asBefore(first, first));
        const given = new Map(entriesOf(text).map((entry) => [entry.id, entry]));
        for (const entry of 'annotations' in file ? file.annotations : file) {
          const fields = Object.entries(entry).filter(
            ([name, held]) => !ours.some((one) => one === name) && held !== '',
          );
          expect(given.get(entry.id)).toMatchObject(Object.fromEntries(fields));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('what the reader changed here leaves changed, the rest as it came', async () => {
    await fc.assert(
      fc.asyncProperty(files, text, async (file, note) => {
        const first = read(JSON.stringify(file));
        const changed = {
          ...first,
          annotations: first.annotations.map((one) => ({ ...one, note, tags: ['mine'], revision: 2 })),
        };
        const text = await write(id, changed);
        expect(sorted(read(text))).toEqual(sorted(changed));
        for (const found of read(stripped(text)).annotations)
          expect([found.note, found.tags]).toEqual([wellFormed(note.replace(/\r\n?/gu, '\n')), ['mine']]);
        expect(keptFields(read(stripped(text)))).toEqual(expect.arrayContaining(keptFields(first)));
      }),
      { numRuns: 80 },
    );
  });

  it('as in the golden file', async () => {
    const sample = id === 'hypothesis' ? samples.HYPOTHESIS_JSON : samples.WEB_ANNOTATION;
    await expect(stripped(await write(id, read(sample)))).toMatchFileSnapshot(`golden/givenBack/${id}.json`);
  });

  it('what somebody changed in the file is a later state', async () => {
    const mark = {
      id: 'urn:x:1',
      motivation: 'commenting',
      uri: 'https://quay.example/tolls',
      text: 'As it was',
      tags: [],
      created: '2026-05-01T09:00:00.000Z',
      type: 'Annotation',
      body: [{ type: 'TextualBody', value: 'As it was', language: 'en' }],
      target: [
        {
          source: 'https://quay.example/tolls',
          selector: [{ type: 'TextQuoteSelector', exact: 'Tolls rise' }],
        },
      ],
    };
    const first = read(JSON.stringify(id === 'hypothesis' ? { annotations: [mark] } : mark));
    const text = await write(id, first);
    const edited = JSON.stringify(JSON.parse(text), (key, held: unknown) =>
      key === 'claimlight' ? held : held === 'As it was' ? 'As it is' : held,
    ).replace(/("annotation":.*?)As it is/u, '$1As it was');
    expect(read(edited).annotations).toMatchObject([{ note: 'As it is', revision: 2 }]);
  });
});

describe('Readwise', () => {
  const columns = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];
  const csv = (rows: string[][]) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  const column = fc.uniqueArray(
    fc.constantFrom('Mood', 'Amazon Book ID', 'Location Type', 'json', '=1+1', '[^1]', '注'),
    {
      maxLength: 4,
    },
  );

  it('gives back columns that have no place here, in the names that Readwise gives them', async () => {
    const file = csv([
      [
        'Highlight',
        'Book Title',
        'Book Author',
        'Amazon Book ID',
        'Note',
        'Color',
        'Location Type',
        'Location',
        'Highlighted at',
        'Mood',
      ],
      [
        'Tolls rise',
        'Tolls',
        'Ilse Varga',
        'B00X',
        'Why?',
        'blue',
        'page',
        '12',
        '2026-03-08 19:12:31',
        'wary',
      ],
      ['Tolls fall', 'Tolls', 'Ilse Varga', 'B00X', '', '', 'page', '14', '2026-03-08 19:13:31', ''],
    ]);
    const text = await write('readwise', read(file));
    expect(text).toBe(
      `${[
        [...columns, 'Amazon Book ID', 'Location Type', 'mood'],
        [
          'Tolls rise',
          'Tolls',
          'Ilse Varga',
          '',
          'Why?',
          '12',
          '2026-03-08T19:12:31.000Z',
          'B00X',
          'page',
          'wary',
        ],
        ['Tolls fall', 'Tolls', 'Ilse Varga', '', '', '14', '2026-03-08T19:13:31.000Z', 'B00X', 'page', ''],
      ]
        .map((row) => row.map((cell) => `"${cell}"`).join(','))
        .join('\r\n')}\r\n`,
    );
  });

  it('whatever stands in them; a spreadsheet runs none of it, and the second file is the first', async () => {
    await fc.assert(
      fc.asyncProperty(
        column,
        fc.array(fc.array(text, { minLength: 4, maxLength: 4 }), { maxLength: 3 }),
        async (names, rows) => {
          const table = rows.map((cells, at) => [
            `Quote ${at}`,
            'Tolls',
            '',
            'https://quay.example/tolls',
            '',
            String(at),
            `2026-03-08T19:12:3${at}.000Z`,
            ...cells.slice(0, names.length),
          ]);
          const first = read(csv([[...columns, ...names], ...table]));
          expect(first.annotations).toHaveLength(rows.length);
          const written = await write('readwise', first);
          const again = read(written);
          expect(again.refused).toEqual([]);
          expect(again.annotations).toHaveLength(rows.length);
          expect(written).not.toMatch(/(?:^|,)"[=+\-@]/mu);
          // A cell of nothing but what no cell holds leaves its column with the first writing.
          const second = await write('readwise', again);
          expect(await write('readwise', read(second))).toBe(second);
        },
      ),
      { numRuns: 100 },
    );
  });
});
