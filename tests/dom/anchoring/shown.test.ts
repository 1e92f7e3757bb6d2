import { describe, expect, it } from 'vitest';
import { currentReading } from '#anchoring/currentReading.ts';
import { anchor, describe as describeRange, indexText, rangesOf, type Target } from '#anchoring/index.ts';
import { one, rangeBetween, STORY, show, story } from './page.ts';

const HIDE =
  'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap;margin:-1px';

/** Everything in the element `#q` selected, as a reader does by hand. */
function quoteOf(html: string): string {
  const root = show(`<p>${STORY[0]}</p>${html}<p>${STORY[1]}</p>`);
  const all = document.createRange();
  all.selectNodeContents(one(root, '#q'));
  const index = indexText(root);
  const target = describeRange(index, all);
  const found = anchor(indexText(root), JSON.parse(JSON.stringify(target)));
  expect(found.state).toBe('exact');
  expect(found.textNow).toBe(target.exact);
  return target.exact;
}

describe('words that stand apart on the screen', () => {
  const FIRST = 'Turnout fell to 41 per cent';
  const NEXT = '7,300 ballots were spoiled';
  it.each([
    [
      'spans shown as blocks',
      `<div id="q"><span style="display:block">${FIRST}</span><span style="display:block">${NEXT}</span></div>`,
    ],
    [
      'a style sheet’s blocks',
      `<style>.fact{display:block}</style><div id="q"><span class="fact">${FIRST}</span><span class="fact">${NEXT}</span></div>`,
    ],
    [
      'elements of the page’s own making',
      `<style>x-fact{display:block}</style><div id="q"><x-fact>${FIRST}</x-fact><x-fact>${NEXT}</x-fact></div>`,
    ],
    [
      'items of a flexible row',
      `<div id="q" style="display:flex"><span>${FIRST}</span><span>${NEXT}</span></div>`,
    ],
    [
      'text beside an item of a flexible row',
      `<div id="q" style="display:flex">${FIRST}<b>${NEXT}</b></div>`,
    ],
    ['cells of a grid', `<div id="q" style="display:grid"><em>${FIRST}</em><em>${NEXT}</em></div>`],
    [
      'table cells by style',
      `<div id="q" style="display:table"><span style="display:table-cell">${FIRST}</span><span style="display:table-cell">${NEXT}</span></div>`,
    ],
    ['a float', `<div id="q"><span style="float:left">${FIRST}</span>${NEXT}</div>`],
    [
      'a box of its own place',
      `<div id="q" style="position:relative">${FIRST}<span style="position:absolute;right:0">${NEXT}</span></div>`,
    ],
    ['a margin', `<div id="q">${FIRST}<span style="margin-left:2em">${NEXT}</span></div>`],
    [
      'padding of a chip',
      `<div id="q"><b style="display:inline-block;padding:0 1em">${FIRST}</b><b style="display:inline-block;padding:0 1em">${NEXT}</b></div>`,
    ],
  ])('do not touch: %s', (_, html) => {
    expect(quoteOf(html)).toBe(`${FIRST} ${NEXT}`);
  });

  it('are told from letters that are only styled', () => {
    const letters = [...'Ferry'].map((one) => `<span style="display:inline-block">${one}</span>`).join('');
    expect(quoteOf(`<p id="q">The ${letters} un<b class="x">do</b>ing</p>`)).toBe('The Ferry undoing');
  });

  it('are told from the rest of a word with a drop cap', () => {
    expect(quoteOf('<p id="q"><span style="float:left;font-size:3em">T</span>he ferry left.</p>')).toBe(
      'The ferry left.',
    );
  });
});

describe('what is not shown', () => {
  it.each([
    [
      'display: none',
      '<p id="q">The council<span style="display:none"> (advertising)</span> voted.</p>',
      'The council voted.',
    ],
    [
      'words for screen readers',
      `<p id="q">The <a href="#x">report<span style="${HIDE}"> (opens in a new window)</span></a>, it said.</p>`,
      'The report, it said.',
    ],
    [
      'the same by a clip path',
      '<p id="q">The report<span style="position:absolute;clip-path:inset(50%)"> (new window)</span> said.</p>',
      'The report said.',
    ],
    [
      'the same far outside',
      '<p id="q">The report<span style="position:absolute;left:-10000px"> (new window)</span> said.</p>',
      'The report said.',
    ],
    [
      'a heading for screen readers',
      `<div id="q"><p>One.</p><h3 style="${HIDE}">Advertisement</h3><p>Two.</p></div>`,
      'One. Two.',
    ],
    [
      'visibility',
      '<p id="q">The council<span style="visibility:hidden"> never</span> voted.</p>',
      'The council voted.',
    ],
    [
      'a box between two paragraphs',
      '<div id="q"><p>One.</p><div style="display:none"><p>Subscribe now</p></div><p>Two.</p></div>',
      'One. Two.',
    ],
    [
      'a folded part',
      '<div id="q"><p>One.</p><details><summary>Method</summary><p>Asked by telephone.</p></details><p>Two.</p></div>',
      'One. Method Two.',
    ],
    [
      'a part until it is found',
      '<div id="q"><p>One.</p><div hidden="until-found">Later</div><p>Two.</p></div>',
      'One. Two.',
    ],
    [
      'what selections pass over',
      '<p id="q">The council <span style="user-select:none">Share</span> voted.</p>',
      'The council voted.',
    ],
    [
      'ruby’s brackets',
      '<p id="q"><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の港</p>',
      '東京 とうきょう の港',
    ],
  ])('is not quoted: %s', (_, html, quote) => {
    expect(quoteOf(html)).toBe(quote);
  });

  it('is read where something in it is made visible', () => {
    expect(
      quoteOf(
        '<p id="q">The <span style="visibility:hidden">new <b style="visibility:visible">council</b></span> voted.</p>',
      ),
    ).toBe('The council voted.');
  });

  it('is read where the page lets nothing be selected', () => {
    expect(
      quoteOf('<div style="user-select:none"><p id="q">The <span class="x">council</span> voted.</p></div>'),
    ).toBe('The council voted.');
  });

  it('is read where it has no box but shows what it holds', () => {
    expect(
      quoteOf(
        '<div style="display:contents"><p id="q">The <span style="display:contents">council</span> voted.</p></div>',
      ),
    ).toBe('The council voted.');
  });

  it.each([
    ['a link', '<a href="https://tarn.example/budget">the harbour budget</a>'],
    ['a link to the page itself', '<a href="#notes">the harbour budget</a>'],
  ])('is told from words of %s, which are shown', (_, html) => {
    const root = show(`<p>${STORY[0]}</p><p>On Monday <span id="q">${html}</span> was agreed.</p>`);
    const all = document.createRange();
    all.selectNodeContents(one(root, '#q'));
    const index = indexText(root);
    expect(currentReading(index, all)).toBe(index);
    expect(anchor(index, describeRange(index, all))).toMatchObject({ state: 'exact', hidden: false });
  });

  it.each([
    ['a folded part', '<details><summary>Method</summary><p id="q">Asked by telephone, twice.</p></details>'],
    ['a box that is not shown', '<div style="display:none"><p id="q">Asked by telephone, twice.</p></div>'],
  ])('is found all the same, and said to be hidden: %s', (_, html) => {
    const root = show(story().replace('</p>\n', `</p>\n${html}`));
    const words = one(root, '#q').firstChild as Text;
    const index = indexText(root);
    const target = describeRange(index, rangeBetween(words, 0, words, words.length));
    expect(target.exact).toBe('Asked by telephone, twice.');
    const found = anchor(index, target);
    expect(found).toMatchObject({ state: 'exact', hidden: true, textNow: target.exact });
    expect(found.ranges.map(String)).toEqual([target.exact]);
    expect(found.span).not.toBeNull();
  });

  it('is read when it is shown later', () => {
    const root = show(
      `${story()}<div style="display:none"><p id="q">Asked by telephone, twice.</p></div><p>End.</p>`,
    );
    const index = indexText(root);
    (one(root, 'div') as HTMLElement).style.display = 'block';
    const all = document.createRange();
    all.setStart(one(root, '#q').firstChild as Text, 0);
    all.setEnd(one(root, 'main > p:last-child').firstChild as Text, 4);
    expect(describeRange(index, all).exact).toBe('Asked by telephone, twice. End.');
  });

  it('is told from many that look the same to a style sheet', () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `<p>Line ${i} of the minutes says <em>nothing</em> new.</p>`,
    );
    lines[21] = '<p id="q"><span>The council</span> <em>never </em>voted.</p>';
    const root = show(`<style>p:nth-of-type(22) em{display:none}</style>${lines.join('')}`);
    const all = document.createRange();
    all.selectNodeContents(one(root, '#q'));
    const index = indexText(root);
    const target = describeRange(index, all);
    expect(target.exact).toBe('The council voted.');
    expect(anchor(index, target)).toMatchObject({ state: 'exact', textNow: 'The council voted.' });
  });

  it('is told where only the last of many is hidden', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `<p>Line ${i} of the minutes.</p>`);
    const root = show(`<style>p:nth-of-type(n+31){display:none}</style>${lines.join('')}`);
    expect(indexText(root).text.endsWith('Line 29 of the minutes.')).toBe(true);
  });

  it('is painted around', () => {
    const root = show('<p id="q">The council<span style="display:none"> (x)</span> voted.</p>');
    const index = indexText(root);
    expect(rangesOf(index, { start: 0, end: index.text.length }).map(String)).toEqual([
      'The council',
      'voted.',
    ]);
  });
});

describe('a formula in a sentence', () => {
  const ENERGY = '<mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup>';
  it.each([
    ['in words of the page', `<math alttext="E = mc^2">${ENERGY}</math>`, 'E = mc^2'],
    ['in words made by a program', `<math alttext="{\\displaystyle E=mc^{2}}">${ENERGY}</math>`, 'E=mc^{2}'],
    ['in one line', `<math>${ENERGY}</math>`, 'E = mc^2'],
    [
      'with a fraction',
      '<math><mfrac><mn>1</mn><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac></math>',
      '1/(a+b)',
    ],
    ['too long to be read', `<math>${'<mi>x</mi><mo>+</mo>'.repeat(400)}</math>`, '…'],
    [
      'drawn as a picture',
      `<span><span style="${HIDE}"><math alttext="E = mc^2">${ENERGY}</math></span><img alt=""></span>`,
      'E = mc^2',
    ],
    [
      'drawn with letters',
      `<span><span style="${HIDE}"><math>${ENERGY}</math></span><span aria-hidden="true">E=mc²</span></span>`,
      'E=mc²',
    ],
  ])('is quoted: %s', (_, math, text) => {
    expect(quoteOf(`<p id="q">He wrote ${math} on the wall.</p>`)).toBe(`He wrote ${text} on the wall.`);
  });

  it('can be marked alone, and is painted whole', () => {
    const root = show(`<p>He wrote <math>${ENERGY}</math> on the wall.</p>`);
    const index = indexText(root);
    const all = document.createRange();
    all.selectNode(one(root, 'math'));
    const target = describeRange(index, all);
    expect(target.exact).toBe('E = mc^2');
    expect(anchor(index, target).range?.toString()).toBe('E=mc2');
  });
});

it('text in a CDATA section is text', () => {
  const page = new DOMParser().parseFromString(
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Fog <![CDATA[came < in]]> fast.</p></body></html>',
    'application/xhtml+xml',
  );
  expect(indexText(page.body).text).toBe('Fog came < in fast.');
});

describe('a target stored before styles were asked', () => {
  /** As version 0.1.0 described the words in these pages. */
  const stored = (exact: string, prefix: string, suffix: string, start: number): Target => ({
    exact,
    prefix,
    suffix,
    start,
    end: start + exact.length,
  });
  const before = STORY[0] ?? '';
  const after = STORY[1] ?? '';
  it.each([
    [
      'of two blocks',
      '<div><span style="display:block">Turnout fell to 41 per cent</span><span style="display:block">7,300 ballots were spoiled</span></div>',
      'fell to 41 per cent7,300 ballots',
      'Turnout ',
      ' were spoiled',
    ],
    [
      'with hidden words',
      `<p>The <a>report<span style="${HIDE}"> (new window)</span></a>, it said.</p>`,
      'The report (new window), it',
      '',
      ' said.',
    ],
    [
      'with hidden words beside',
      `<p>The <a>report<span style="${HIDE}"> (new window)</span></a>, it said.</p>`,
      ', it said.',
      'The report (new window)',
      '',
    ],
    [
      'over a generated comma',
      '<style>.n + .n::before{content:", "}</style><p>By <b class="n">Ada Brenn</b><b class="n">Ole Tarn</b></p>',
      'Ada BrennOle Tarn',
      'By ',
      '',
    ],
    [
      'with the number of a note',
      '<p>It fell to 41<sup>2</sup> per cent.</p>',
      'to 412 per cent',
      'It fell ',
      '.',
    ],
    [
      'with folded words',
      '<div><p>One.</p><div style="height:0;overflow:hidden"><p>Asked by telephone.</p></div><p>Two.</p></div>',
      'One. Asked by telephone. Two.',
      '',
      '',
    ],
    [
      'of hidden words',
      '<div style="display:none">Asked by telephone, twice.</div>',
      'Asked by telephone, twice.',
      '',
      '',
    ],
    [
      'without a formula',
      '<p>He wrote <math><mi>E</mi></math> on the wall.</p>',
      'He wrote on the',
      '',
      ' wall.',
    ],
    [
      'with ruby’s brackets',
      '<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の港</p>',
      '東京(とうきょう)の港',
      '',
      '',
    ],
  ])('is exact as it was: %s', (_, html, exact, lead, tail) => {
    const root = show(`<p>${before}</p>${html}<p>${after}</p>`);
    const target = stored(
      exact,
      `${before} ${lead}`.slice(-64),
      `${tail} ${after}`.slice(0, 64),
      before.length + 1 + lead.length,
    );
    const found = anchor(indexText(root), target);
    expect(found.state).toBe('exact');
    expect(found.range).not.toBeNull();
  });
});
