import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptFields, mapRecords, tagsIn } from '#exchange/foreign/mapRecords.ts';
import { readForeign } from '#exchange/index.ts';

const read = (text: string) => readForeign(new TextEncoder().encode(text), 'export.csv');

const CSV = [
  'Highlight,Book Title,Book Author,Color,Tags,Location,Highlighted at,Document tags',
  'One,The Harbour,Ilse Varga,orange,"port, dues",12,2026-03-08 19:12:31+00:00,ports',
  'Two,The Harbour,Ilse Varga,orange,port,13,2026-03-08 19:12:31+00:00,ports',
  'Three,The Harbour,Ilse Varga,#a6e1c5,,14,2026-03-08 19:12:31+00:00,ports',
  'Four,The Harbour,Ilse Varga,,,15,2026-03-08 19:12:31+00:00,ports',
].join('\n');

describe('colours and tags of another program', () => {
  const records = read(CSV);
  const colorsOf = (colors: Parameters<typeof mapRecords>[1]['colors']) =>
    mapRecords(records, { colors, tags: {} }).annotations.map(({ color }) => color);

  it('are told by the names that stand in the file, with what is made of them', () => {
    expect(records.colors?.map(({ name, color, ids }) => [name, color, ids.length])).toEqual([
      ['orange', 'yellow', 2],
      ['#a6e1c5', 'green', 1],
    ]);
    expect(tagsIn(records)).toEqual(['port', 'ports', 'dues']);
    expect(keptFields(records)).toEqual(['location']);
  });

  it('become what the reader says, and only those named', () => {
    expect(colorsOf({ orange: 'pink' })).toEqual(['pink', 'pink', 'green', 'yellow']);
    const { annotations, articles } = mapRecords(records, {
      colors: {},
      tags: { port: 'harbour', dues: 'harbour', ports: '' },
    });
    expect(annotations.map(({ tags }) => tags)).toEqual([['harbour'], ['harbour'], [], []]);
    expect(articles.map(({ tags }) => tags)).toEqual([[]]);
  });

  it('stay as they are where nothing is said, whatever the tags are called', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(word, fc.constantFrom('__proto__', 'constructor', 'toString'))),
        (tags) => {
          const some = { ...records, annotations: records.annotations.map((one) => ({ ...one, tags })) };
          expect(mapRecords(some, { colors: {}, tags: {} })).toEqual({
            articles: some.articles,
            annotations: some.annotations,
          });
        },
      ),
    );
  });

  it('do not touch records of ours that came through it', () => {
    const own = records.annotations.map(({ id }) => id);
    const mapped = mapRecords({ ...records, own }, { colors: {}, tags: { port: 'x', ports: 'y' } });
    expect(mapped.annotations).toEqual(records.annotations);
    expect(mapped.articles.map(({ tags }) => tags)).toEqual([['y']]);
  });
});
