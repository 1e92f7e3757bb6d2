import { describe, expect, it } from 'vitest';
import { anchor, describe as describeRange, indexText, NothingSelectedError } from '#anchoring/index.ts';
import { describeIn, one, rangeBetween, rangeOfText, STORY, show, story } from './page.ts';

const text = (root: Element, selector: string): Text => one(root, selector).firstChild as Text;

/** The quote a range gives, after checking that it anchors back to the same words. */
function quoteOf(root: HTMLElement, range: Range): string {
  const index = indexText(root);
  const target = describeRange(index, range);
  const found = anchor(index, JSON.parse(JSON.stringify(target)));
  expect(found.state).toBe('exact');
  expect(found.textNow).toBe(target.exact);
  return target.exact;
}

describe('a selection', () => {
  it('of part of a text node gives that part', () => {
    const root = show('<p id="a">One two three</p>');
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 4, text(root, '#a'), 7))).toBe('two');
  });

  it('of a whole text node gives all of it', () => {
    const root = show('<p id="a">One two three</p><p>Four</p>');
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 0, text(root, '#a'), 13))).toBe('One two three');
  });

  it('by element and child numbers gives the text between', () => {
    const root = show('<p id="a">One <b>two</b> three</p><p>Four</p>');
    const p = one(root, '#a');
    expect(quoteOf(root, rangeBetween(p, 0, p, 3))).toBe('One two three');
    expect(quoteOf(root, rangeBetween(p, 1, p, 2))).toBe('two');
    expect(quoteOf(root, rangeBetween(root, 0, root, 1))).toBe('One two three');
  });

  it('from an element into a text node, and the other way round', () => {
    const root = show('<p id="a">One <b id="b">two</b> three</p>');
    expect(quoteOf(root, rangeBetween(one(root, '#a'), 0, text(root, '#b'), 3))).toBe('One two');
    expect(quoteOf(root, rangeBetween(text(root, '#b'), 0, one(root, '#a'), 3))).toBe('two three');
  });

  it('over a heading and list items puts one space between blocks', () => {
    const root = show('<h2 id="h">Ports</h2>\n<ol><li>Tarn</li>\n  <li id="l">Brannock</li></ol>');
    expect(quoteOf(root, rangeBetween(text(root, '#h'), 2, text(root, '#l'), 4))).toBe('rts Tarn Bran');
  });

  it('that ends at the beginning of the next block ends with its own block', () => {
    const root = show(`<p id="a">${STORY[0]}</p><p id="b">${STORY[1]}</p>`);
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 0, text(root, '#b'), 0))).toBe(STORY[0]);
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 0, one(root, '#b'), 0))).toBe(STORY[0]);
  });

  it('that begins in an element without children begins with the text after it', () => {
    const root = show('<p>One</p><p id="e"></p><p id="b">Two</p>');
    expect(quoteOf(root, rangeBetween(one(root, '#e'), 0, text(root, '#b'), 3))).toBe('Two');
  });

  it('that ends in an empty element ends with the text before it', () => {
    const root = show('<p id="a">One</p><p id="e"></p><p>Two</p>');
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 0, one(root, '#e'), 0))).toBe('One');
  });

  it.each([1, 2, 3])('between lines broken by %i <br> has one space and no space at its ends', (count) => {
    const root = show(`<p id="a">First line${'<br>'.repeat(count)}second line<br><br>third line</p>`);
    const p = one(root, '#a');
    expect(quoteOf(root, rangeBetween(p, 0, p, count + 2))).toBe('First line second line');
    expect(quoteOf(root, rangeBetween(p, 1, p, count + 2))).toBe('second line');
  });

  it('across empty paragraphs that hold only a <br> ignores them', () => {
    const root = show('<p id="a">One</p><p><br></p><p><br></p><p id="b">Two</p>');
    expect(quoteOf(root, rangeBetween(text(root, '#a'), 0, text(root, '#b'), 3))).toBe('One Two');
  });

  it('passes over comments and processing instructions', () => {
    const root = show('<p id="a">One<!-- not this --> two</p>');
    expect(quoteOf(root, rangeBetween(one(root, '#a'), 0, one(root, '#a'), 3))).toBe('One two');
  });

  it('passes over scripts, styles, form fields and hidden elements', () => {
    const root = show(
      '<p id="a">One <script>var x</script><style>p{}</style><textarea>field</textarea><span hidden>gone</span>two</p>',
    );
    expect(quoteOf(root, rangeBetween(one(root, '#a'), 0, one(root, '#a'), 6))).toBe('One two');
  });

  it('is trimmed of white space at its ends, also across elements', () => {
    const root = show('<div>\n <p id="a">  One two </p>\n <p id="b">\n Three</p> </div>');
    expect(quoteOf(root, rangeBetween(one(root, 'div'), 0, text(root, '#b'), 2))).toBe('One two');
  });

  it.each([
    ['only white space', '<p id="a">   </p><p>One</p>'],
    ['nothing', '<p id="a"></p><p>One</p>'],
    ['a hidden element', '<p id="a" hidden>secret</p><p>One</p>'],
  ])('of %s is refused by name', (_, html) => {
    const root = show(html);
    const p = one(root, '#a');
    expect(() => describeIn(root, rangeBetween(p, 0, p, p.childNodes.length))).toThrow(NothingSelectedError);
  });

  it('that cuts an emoji or a letter with its mark takes the whole of it', () => {
    const root = show('<p id="a">go 👍🏽 now, cafe\u0301 open, 👩‍🚒 here</p>');
    const node = text(root, '#a');
    expect(quoteOf(root, rangeBetween(node, 4, node, 11))).toBe('👍🏽 now');
    expect(quoteOf(root, rangeBetween(node, 0, node, 5))).toBe('go 👍🏽');
    const engine = node.data.indexOf('👩');
    expect(quoteOf(root, rangeBetween(node, engine, node, engine + 2))).toBe('👩‍🚒');
  });

  it('keeps 64 units of context on each side', () => {
    const root = show(story());
    const target = describeIn(root, rangeOfText(root, 'measured the strait'));
    expect(target.prefix).toHaveLength(64);
    expect(target.suffix).toHaveLength(64);
    expect(target.prefix.endsWith('An engineer who ')).toBe(true);
    expect(target.suffix.startsWith(' last summer')).toBe(true);
  });

  it('at the beginning or end of the page has only the other context', () => {
    const root = show('<p>First words of all</p>');
    expect(describeIn(root, rangeOfText(root, 'First'))).toMatchObject({
      prefix: '',
      suffix: ' words of all',
    });
    expect(describeIn(root, rangeOfText(root, 'all'))).toMatchObject({
      prefix: 'First words of ',
      suffix: '',
    });
  });

  it('says which of several equal phrases it is', () => {
    const root = show('<p>Yes, he said.</p><p>Yes, she said.</p><p id="c">Yes, they said.</p>');
    const target = describeIn(root, rangeBetween(text(root, '#c'), 0, text(root, '#c'), 3));
    expect(target.occurrence).toEqual([2, 3]);
  });
});

describe('seams that links do not cross', () => {
  it.each([
    [
      'cells',
      '<table><tr><td>Lowgate</td><td id="q">48 per cent</td><td>Upgate</td></tr></table>',
      [
        [-8, 2],
        [7, 18],
      ],
    ],
    [
      'cells with white space between',
      '<table><tr><td>Lowgate</td> <td id="q">48 per cent</td> <td>Upgate</td></tr></table>',
      [
        [0, 0],
        [12, 12],
      ],
    ],
    [
      'a drop cap by a style sheet, with its word',
      '<style>#q::first-letter{float:left}</style><p>Rain.</p><p id="q">They sailed.</p>',
      [[0, 4]],
    ],
    [
      'words of no visibility, with the words beside them',
      '<p>Rain.</p><p id="q">They <i style="visibility:hidden">x</i> sailed home.</p>',
      [[0, 11]],
    ],
    [
      'spaces that are kept as they are',
      '<p>Rain.</p><pre id="q">They\nsailed  home.</pre>',
      [
        [5, 5],
        [12, 12],
      ],
    ],
    [
      'how a word is read',
      '<p>雨。</p><p id="q">昨年<ruby>汐場<rt>しおば</rt></ruby>は</p>',
      [
        [0, 0],
        [5, 8],
        [9, 9],
      ],
    ],
    ['two spaces of two kinds', '<p>Rain.</p><p id="q">They &nbsp;sailed\nhome.</p>', [[5, 5]]],
    ['a picture’s text', '<p>Rain.</p><p id="q">They <svg><text>x</text></svg> sailed.</p>', [[5, 5]]],
    [
      'ends of sentences are none',
      '<p>It rained.</p><p id="q">They sailed.</p><p>It stopped.</p>',
      undefined,
    ],
    ['a heading', '<h2>Weather</h2><p id="q">They sailed.</p><p>It stopped.</p>', [[0, 0]]],
    [
      'hidden words',
      '<p>Rain.</p><p id="q">The report<span style="display:none"> (x)</span>, it said.</p>',
      [[10, 10]],
    ],
    ['a drop cap', '<p>Rain.</p><p id="q"><span style="float:left">T</span>hey sailed.</p>', [[1, 1]]],
    ['a raised figure within', '<p>Rain.</p><p id="q">It fell to 41<sup>3</sup> in May.</p>', [[11, 15]]],
    [
      'none before a raised figure, which browsers read on to',
      '<p>Rain.</p><p>It fell to <b id="q">41</b><sup>3</sup> in May.</p>',
      undefined,
    ],
    ['a formula', '<p>Rain.</p><p id="q">He wrote <math><mi>E</mi></math> there.</p>', [[9, 10]]],
    [
      'a folded part',
      '<p>Rain.</p><div id="q">One<details><summary>How</summary>By hand.</details>Two.</div>',
      [
        [4, 4],
        [8, 8],
      ],
    ],
  ])('are kept: %s', (_, html, seams) => {
    const root = show(html);
    const all = document.createRange();
    all.selectNodeContents(one(root, '#q'));
    expect(describeIn(root, all).seams).toEqual(seams);
  });
});
