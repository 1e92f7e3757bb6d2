import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteMarkdown } from '#exchange/noteMarkdown.ts';
import { noteParts } from '#exchange/noteParts.ts';
import { hostileText } from './hostile.ts';

const at2 = (note: string) => noteMarkdown(note, 2);

describe('a note keeps', () => {
  it.each([
    ['words, line breaks and paragraphs', 'One line\nnext line\n\nsecond paragraph'],
    ['emphasis', '**bold**, *italic*, _italic_, __bold__, ~~gone~~'],
    ['links', '[report](https://a.example/x?y=1) and [titled](https://a.example/ "hint")'],
    ['code', '`a < b` and ``with ` tick``'],
    ['lists within lists', '- one\n  - two\n  - three\n- four'],
    ['numbers of a list', '3. three\n4. four'],
    ['tasks', '- [ ] open\n- [x] done'],
    ['quotes', '> quoted\n>\n> again'],
    ["Obsidian's callouts", '> [!note] mind this\n> text'],
    ["Obsidian's links and tags", 'See [[Harbour dues]] and [[Ferry|the ferry]], #harbour'],
    ['tables', '| a | b |\n| --- | --: |\n| 1 | 2 |'],
    ['a code block', '```\n<b>\n# not a heading\n```'],
    ['hard breaks', 'one\\\ntwo'],
    ['escapes', '\\*not italic\\*'],
    ['figures at the start of a line', '3.1% is right\n-5 degrees\n$5 and $6'],
    ['right-to-left text', 'שלום עולם'],
  ])('%s', (_what, note) => {
    expect(at2(note)).toBe(note);
  });
});

describe('a note', () => {
  it.each([
    [
      'puts its headings below those of the section',
      '# A\n\nB\n===\n\n##### C',
      '### A\n\n### B\n\n###### C',
    ],
    ['cannot look like front matter', '---\ntitle: x\n---\n\ntext', '* * *\n\n#### title: x\n\ntext'],
    ['writes a rule that is no underline', 'text\n\n---\n\nmore', 'text\n\n* * *\n\nmore'],
    ['closes an open code block', '```js\nalert(1)', '```\nalert(1)\n```'],
    ['drops the language that a program may run', '```dataviewjs\nx\n```', '```\nx\n```'],
    ['fences code that holds a fence', '````\n```\n````', '````\n```\n````'],
    ['shows HTML as text', '<iframe src="//t.example"></iframe>', '\\<iframe src="//t.example">\\</iframe>'],
    ['shows HTML within a line as text', 'a <b>bold</b> word', 'a \\<b>bold\\</b> word'],
    ['shows an open comment as text', 'a <!-- b', 'a \\<!-- b'],
    ['makes an image a link', '![pixel](http://t.example/p.png)', '\\![pixel](http://t.example/p.png)'],
    ['makes an embed a link', '![[private]]', '\\![[private]]'],
    ['shows what a script link would do', '[x](javascript:alert(1))', 'x (javascript:alert(1))'],
    [
      'resolves its own references',
      '[a][1]\n\n[1]: https://a.example/',
      '[a](https://a.example/)\n\n\\[1\\]: https\\://a.example/',
    ],
    [
      'leaves footnotes of the file alone',
      'x[^cl-1]\n\n[^cl-1]: mine',
      'x\\[\\^cl-1\\]\n\n\\[\\^cl-1\\]: mine',
    ],
    ['cannot take the name of another block', 'text ^cl-4f2a01b7de10', 'text \\^cl-4f2a01b7de10'],
    [
      'writes no link within a link',
      '[![alt](http://i.example/a.png)](https://a.example/)',
      '[alt](https://a.example/) \\![alt](http://i.example/a.png)',
    ],
    ['writes a heading of two lines on one', 'one\\\ntwo\n===', '### one two'],
    ['keeps lists of different marks apart', '- a\n\n* b\n\n+ c', '- a\n\n+ b\n\n- c'],
    ['keeps numbered lists apart', '1. a\n\n1) b', '1. a\n\n1) b'],
    ['counts no further than a list may', '999999999. a\n999999999. b', '999999999. a\n999999999. b'],
    ['keeps an address in a link of Obsidian', '[[https://a.example/x|web]]', '[[https://a.example/x|web]]'],
    ["shows Obsidian's comments", '%%hidden', '\\%%hidden'],
    ['makes a bare address a link in every flavour', 'see https://a.example/x', 'see <https://a.example/x>'],
    ['keeps a backslash from the bracket behind a dropped control', '\\\u202c</script>', '\\\\\\</script>'],
    [
      'keeps words before a tag from taking its backslash for a part of their address',
      '[^x]www.t.example<b>',
      '\\[^x]www\\.t.example\\<b>',
    ],
    [
      'makes no link of brackets and what a script link shows',
      '[x]([a](javascript:alert(1))',
      '\\[x]\\(a (javascript:alert(1))',
    ],
    ['is nothing when empty', ' \n\n ', ''],
  ])('%s', (_fact, note, markdown) => {
    expect(at2(note)).toBe(markdown);
  });

  it('nested too deep for the parser is written as text', () => {
    const markdown = at2(`${'>'.repeat(50_000)} deep`);
    expect(markdown).toContain('deep');
  });

  it('of one endless paragraph keeps its marks and links, wherever it is parted for reading', () => {
    const sentence = 'A *word* and a [link of words](https://a.example/x) and `code` and **more**. ';
    const note = sentence.repeat(1_000).trim();
    expect(at2(note)).toBe(note);
    expect(at2('word '.repeat(10_000))).toBe('word '.repeat(10_000).trim());
  });

  it('is read in parts that are never long, and lose nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('_a', 'word ', '[', '👩‍🚀')), { minLength: 1 }),
        (pieces) => {
          const text = pieces.join('').repeat(200).slice(0, 40_000);
          const parts = noteParts(text);
          expect(parts.join('')).toBe(text);
          expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(8_000);
          if (parts.length > 1)
            expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
          if (text.isWellFormed()) expect(parts.every((part) => part.isWellFormed())).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
