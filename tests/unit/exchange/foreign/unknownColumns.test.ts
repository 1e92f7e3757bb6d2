import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { keptFields } from '#exchange/foreign/mapRecords.ts';
import { readForeign } from '#exchange/index.ts';
import type { ColumnRoles } from '#model/ColumnRole.ts';

const URL = 'https://quay.example/tolls';
const read = (text: string, roles?: ColumnRoles) =>
  readForeign(new TextEncoder().encode(text), 'file', roles);

const withColumns = (table: string, more: Record<string, string>): string => {
  const [head, row] = table.split('\n');
  return `${[head, ...Object.keys(more)].join(',')}\n${[row, ...Object.values(more)].join(',')}\n`;
};

const TABLES = [
  ['readwise', `Highlight,Book Title,URL\nTolls rise,Tolls,${URL}`],
  ['readwise', `Highlight,Title,URL\nTolls rise,Tolls,${URL}`],
  ['readwiseReader', `Title,URL,Reading progress\nTolls,${URL},1`],
  ['hypothesis', `Created at,URL,Quote/Description,Comment\n2026-05-01,${URL},Tolls rise,`],
  [
    'raindrop',
    `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Tolls,,,${URL},,,2026-05-01,,,false`,
  ],
  [
    'diigo',
    `title,url,tags,description,comments,annotations,created_at\nTolls,${URL},,,,Highlight: Tolls rise,2026-05-01`,
  ],
  ['pocket', `title,url,time_added\nTolls,${URL},1777000000`],
  ['instapaper', `URL,Title,Selection,Folder\n${URL},Tolls,Tolls rise,Unread`],
] as const;

it.each(TABLES)('a column that %s does not know is kept as it came', (format, table) => {
  const records = read(withColumns(table, { Mood: 'wary' }));
  expect(records.format).toBe(format);
  expect(keptFields(records)).toContain('mood');
});

it.each([
  ['wallabag', [{ url: URL, title: 'Tolls', is_archived: 0, annotations: [], mood: 'wary' }]],
  ['obsidianClipper', [{ url: URL, title: 'Tolls', highlights: [{ text: 'Tolls rise' }], mood: 'wary' }]],
])('a field that %s does not know is kept as it came', (format, json) => {
  const records = read(JSON.stringify(json));
  expect(records.format).toBe(format);
  expect(keptFields(records)).toContain('mood');
});

describe.each(TABLES)('further columns of %s', (format, table) => {
  const file = withColumns(table, { Mood: 'wary', Shelf: 'B3|harbour', Aside: '"Ask, twice"' });

  it('are offered with a cell of each, and stay beside the note until the reader says what they are', () => {
    const { table: offered } = read(file);
    expect(offered?.columns).toEqual(
      expect.arrayContaining([
        { name: 'mood', role: 'keep', sample: 'wary' },
        { name: 'aside', role: 'keep', sample: 'Ask, twice' },
      ]),
    );
    expect(offered?.roles).toEqual(expect.arrayContaining(['tags', 'url', 'title', 'keep', 'ignore']));
  });

  it('become what the reader says, add to what the program says itself, and are left out where wished', () => {
    const roles: ColumnRoles = { shelf: 'tags', aside: 'note', mood: 'ignore' };
    const before = read(file);
    const found = read(file, roles);
    expect(found.format).toBe(format);
    expect(found.refused).toEqual(before.refused);
    const tagged = [...found.articles, ...found.annotations].flatMap(({ tags }) => tags);
    expect(tagged).toEqual(expect.arrayContaining(['B3', 'harbour']));
    const takesNotes = found.table?.roles?.includes('note');
    const notes = [...found.articles, ...found.annotations].map(({ note }) => note).join('\n');
    if (takesNotes) expect(notes).toContain('Ask, twice');
    expect(keptFields(found)).not.toContain('mood');
    expect(keptFields(found)).not.toContain('shelf');
    expect(found.table?.columns.find(({ name }) => name === 'shelf')?.role).toBe('tags');
    expect(read(file, roles)).toEqual(found);
    // Nothing else is different.
    expect(found.articles.map(({ urls, title }) => [urls, title])).toEqual(
      before.articles.map(({ urls, title }) => [urls, title]),
    );
    expect(found.annotations.map(({ target }) => target)).toEqual(
      before.annotations.map(({ target }) => target),
    );
  });

  it('never take a column from the program that it fills in itself', () => {
    const all = read(file).table?.columns.map(({ name }) => name) ?? [];
    for (const name of ['url', 'title', 'highlight']) expect(all).not.toContain(name);
    expect(read(file, { url: 'ignore', title: 'note', highlight: 'tags' }).articles).toEqual(
      read(file).articles,
    );
  });
});

it('a renamed column gives Readwise’s highlights their address', () => {
  const file = `Highlight,Book Title,Book Author,Link,Tags\nTolls rise,Tolls,,${URL},"['a']"\n`;
  expect(read(file).articles).toMatchObject([{ urls: [] }]);
  expect(read(file, { link: 'url' })).toMatchObject({
    articles: [{ urls: [URL], title: 'Tolls' }],
    annotations: [{ tags: ['a'], url: URL }],
  });
});

describe('tables in an archive', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const readwise = `Highlight,Book Title,URL,Shelf\nTolls rise,Tolls,${URL},B3\n`;
  const instapaper = `URL,Title,Selection,Folder,Shelf,Mood\n${URL}/2,Boats,Boats wait,Unread,,wary\n`;
  const strange = `heard,told me,spot\nNobody was asked,Mia,${URL}/3\n`;

  it('offer their columns as single files do, each name once', () => {
    const { table, format } = readForeign(zip({ 'a.csv': readwise, 'b.csv': instapaper }), 'all.zip');
    expect(format).toBe('readwise');
    const alone = readForeign(strToU8(readwise), 'a.csv').table;
    expect(table?.roles).toBeDefined();
    expect(table?.columns.map(({ name }) => name).sort()).toEqual(['folder', 'mood', 'shelf']);
    const shelf = table?.columns.find(({ name }) => name === 'shelf');
    expect(shelf).toMatchObject({ role: 'keep', sample: 'B3' });
    expect(shelf?.roles).toEqual(expect.arrayContaining([...(alone?.roles ?? [])]));
    expect(readForeign(zip({ 'a.csv': readwise }), 'one.zip').table).toEqual(alone);
  });

  it('offer what a column can be in any of them', () => {
    const other = `Shelf,spot\nNobody was asked,${URL}/4\n`;
    const { table } = readForeign(zip({ 'a.csv': readwise, 'n.csv': other }), 'all.zip');
    const shelf = table?.columns.find(({ name }) => name === 'shelf');
    expect(shelf?.roles).toContain(shelf?.role);
    expect(shelf?.roles).toContain('quote');
  });

  it('become what the reader says, in each of the files', () => {
    const bytes = zip({ 'a.csv': readwise, 'b.csv': instapaper });
    const { articles, annotations, table } = readForeign(bytes, 'all.zip', { shelf: 'tags', mood: 'ignore' });
    const tags = [...articles, ...annotations].flatMap((one) => one.tags);
    expect(tags).toContain('B3');
    expect(table?.columns.find(({ name }) => name === 'shelf')?.role).toBe('tags');
    expect(keptFields({ format: 'instapaper', articles, annotations, refused: [] })).not.toContain('mood');
  });

  it('that nobody knows are asked about, also beside one that is known', () => {
    const bytes = zip({ 'notes.csv': strange });
    expect(readForeign(bytes, 'x.zip')).toMatchObject({ format: '', articles: [], refused: [] });
    const roles: ColumnRoles = { heard: 'quote', spot: 'url', 'told me': 'note' };
    for (const files of [{ 'n.csv': strange }, { 'a.csv': readwise, 'n.csv': strange }]) {
      const names = readForeign(zip(files), 'x.zip').table?.columns.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['heard', 'told me', 'spot']));
      const quotes = readForeign(zip(files), 'x.zip', roles).annotations.map(({ target }) => target.exact);
      expect(quotes).toContain('Nobody was asked');
    }
  });
});
