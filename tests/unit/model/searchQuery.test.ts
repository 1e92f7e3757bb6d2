import { describe, expect, it } from 'vitest';
import { hasFilter, readQuery, toggleFilter, writeFilter } from '#model/searchQuery.ts';

const read = (query: string) => readQuery(query, '2026-03-12');
const terms = (query: string) => read(query).terms.map(({ text, not }) => (not ? `-${text}` : text));

describe('a query', () => {
  it('is words, phrases in any quotes, and what must not be there', () => {
    expect(terms('Tolls “rose by” -ferry -"old port" «новый мост»')).toEqual([
      'tolls',
      'rose by',
      '-ferry',
      '-old port',
      'новыи мост',
    ]);
    expect(terms('  ')).toEqual([]);
    expect(terms('well-known')).toEqual(['well-known']);
  });

  it('has conditions, with more than one word in quotes', () => {
    expect(
      read('tag:port -site:"The Quay Courier" author:Marlow is:unsourced colour:Yellow').filters,
    ).toEqual([
      { by: 'tag', text: 'port', not: false },
      { by: 'site', text: 'the quay courier', not: true },
      { by: 'author', text: 'marlow', not: false },
      { by: 'is', state: 'unsourced', not: false },
      { by: 'color', color: 'yellow', not: false },
    ]);
  });

  it('takes a year, a month, a day, and days ago', () => {
    const days = read('after:2026 before:2026-03 after:2026-2-9 after:7d').filters;
    expect(days.map((one) => 'day' in one && one.day)).toEqual([
      '2026-01-01',
      '2026-03-01',
      '2026-02-09',
      '2026-03-05',
    ]);
  });

  it.each([
    ['is:sourceless tolls', 'unknown state', 'is:sourceless'],
    ['color:mud tolls', 'unknown color', 'color:mud'],
    ['after:soon tolls', 'no day', 'after:soon'],
    ['after:2026-02-30 tolls', 'no day', 'after:2026-02-30'],
    ['tag: tolls', 'no value', 'tag:'],
    ['tag:"" tolls', 'no value', 'tag:""'],
  ] as const)('%s says what is wrong and searches the rest', (query, kind, part) => {
    expect(read(query)).toEqual({
      terms: [{ text: 'tolls', not: false }],
      filters: [],
      faults: [{ kind, part }],
    });
  });

  it('searches as words what it does not know', () => {
    expect(read('colr:red')).toEqual({
      terms: [{ text: 'colr:red', not: false }],
      filters: [],
      faults: [{ kind: 'unknown operator', part: 'colr:red' }],
    });
    expect(read('is:sourceless').terms).toEqual([{ text: 'sourceless', not: false }]);
    expect(read('"open end')).toMatchObject({
      terms: [{ text: 'open end' }],
      faults: [{ kind: 'open quote' }],
    });
  });

  it('takes addresses and times of day for words', () => {
    expect(read('https://port.example/tariffs 12:30')).toMatchObject({
      terms: [{ text: 'https://port.example/tariffs' }, { text: '12:30' }],
      faults: [],
    });
  });
});

describe('a condition', () => {
  it('is written so that it is read again', () => {
    expect(writeFilter('tag', 'two words')).toBe('tag:"two words"');
    expect(read(writeFilter('site', 'The “Quay” Courier')).filters).toMatchObject([{ by: 'site' }]);
  });

  it('is put into a query and taken out', () => {
    const one = toggleFilter('tolls', 'is:due');
    expect(one).toBe('tolls is:due');
    expect(hasFilter(one, 'is:due')).toBe(true);
    expect(toggleFilter(one, 'is:due')).toBe('tolls');
  });
});
