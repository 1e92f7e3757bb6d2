import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { isIntricate } from '#components/isIntricate.ts';

const LONG = 100_000;
const upTo = (piece: string, length = LONG) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('a text that would take too long to read, or overflow', () => {
  it.each([
    ['quotes within quotes', '>'.repeat(3_000)],
    ['quotes within quotes, with blanks', '> '.repeat(3_000)],
    ['lists within lists', '1. '.repeat(3_000)],
    ['lists within lists, with brackets', '1) '.repeat(3_000)],
    ['bullets within bullets', '- '.repeat(3_000)],
    ['both in turns', '> - '.repeat(1_500)],
    ['behind other text', `Fine.\n\n${'>'.repeat(3_000)}`],
    [
      'lists that go in line by line',
      Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
    ],
    ['emphasis', upTo('_a')],
    ['emphasis over lines', upTo(`${'_a'.repeat(2_000)}\n`)],
    ['blanks', ' '.repeat(LONG)],
    ['addresses', upTo('http://a).).')],
    ['brackets', upTo('[a](')],
    ['back-ticks', upTo('``a')],
  ])('%s', (_, text) => expect(isIntricate(text)).toBe(true));
});

describe('a text that a reader writes', () => {
  it.each([
    ['a word', 'Fine.'],
    ['some levels', '> a\n> > b\n> > > c\n\n- a\n  - b\n    - c\n      1. d'],
    ['many paragraphs', upTo('The ferry was late again, said the *harbour*.\n\n')],
    ['a long list', upTo('- the ferry was late\n')],
    ['a long table', `| a | b |\n| --- | --- |\n${upTo('| late | ferry |\n', 60_000)}`],
    ['a long quotation', upTo('> the ferry was late\n')],
    ['a fence', `\`\`\`\n${upTo('let a = 1;\n\n', 30_000)}\n\`\`\``],
  ])('%s', (_, text) => {
    expect(isIntricate(text)).toBe(false);
    expect(marked.lexer(text).length).toBeGreaterThan(0);
  });
});
