import { expect, it } from 'vitest';
import { keptFields } from '#exchange/foreign/mapRecords.ts';
import { readForeign } from '#exchange/index.ts';

const URL = 'https://quay.example/tolls';
const read = (text: string) => readForeign(new TextEncoder().encode(text), 'file');

it.each([
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
])('a column that %s does not know is kept as it came', (format, table) => {
  const [head, row] = table.split('\n');
  const records = read(`${head},Mood\n${row},wary\n`);
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
