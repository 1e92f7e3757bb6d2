import { type Language, STOP, WORDS } from './words.ts';

/** A passage of a page: `⟦` and `⟧` stand where the reader's selection begins and ends. */
export interface Passage {
  kind: string;
  language: Language;
  html: string;
}

/** Two sentences that follow one another, their ends and the space between. */
interface Pair {
  a: string;
  b: string;
  stop: string;
  space: string;
  language: Language;
}

const pairsOf = (language: Language): Pair[] =>
  WORDS[language].map(([a, b]) => {
    const [stop, space] = STOP[language];
    return { a, b, stop, space, language };
  });

const EN = pairsOf('en');
const LATIN = [...EN, ...pairsOf('de'), ...pairsOf('fr')];
const RTL = [...pairsOf('ar'), ...pairsOf('he')];
const CJK = [...pairsOf('ja'), ...pairsOf('zh'), ...pairsOf('ko'), ...pairsOf('th')];
const ALL = [...LATIN, ...pairsOf('ru'), ...RTL, ...CJK, ...pairsOf('hi')];
/** One of each script. */
const SCRIPTS = ALL.filter(({ language }, i) => ALL.findIndex((one) => one.language === language) === i);
const FEW = SCRIPTS.filter(({ language }) => ['en', 'de', 'ar', 'ja'].includes(language));

const passages: Passage[] = [];
const add = (kind: string, pairs: readonly Pair[], ...shapes: ((pair: Pair, at: number) => string)[]) => {
  for (const shape of shapes)
    for (const [i, pair] of pairs.entries())
      passages.push({ kind, language: pair.language, html: shape(pair, i) });
};

const letters = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
/** A text with marks around the units from one share of it to another: mostly within words. */
const within = (text: string, from: number, to: number) => {
  const all = letters(text);
  const [start, end] = [Math.round(all.length * from), Math.round(all.length * to)];
  return `${all.slice(0, start).join('')}⟦${all.slice(start, end).join('')}⟧${all.slice(end).join('')}`;
};
/** A text cut in three at word bounds. */
const thirds = (text: string, language: Language): [string, string, string] => {
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
    ({ segment }) => segment,
  );
  const third = Math.floor(words.length / 3);
  return [words.slice(0, third), words.slice(third, 2 * third), words.slice(2 * third)].map((some) =>
    some.join(''),
  ) as [string, string, string];
};
const inThree =
  (shape: (first: string, middle: string, last: string, pair: Pair) => string) =>
  (pair: Pair): string =>
    shape(...thirds(pair.a, pair.language), pair);
const OUT = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap';
const FAR = '<div style="height:2500px"></div>';

add(
  'plain text',
  ALL,
  ({ a, b, stop, space }) => `<p>${b}${stop}${space}⟦${a}⟧${stop}${space}${b}${stop}</p>`,
);
add(
  'pieces of words',
  SCRIPTS,
  ({ a, b, stop, space }) => `<p>${b}${stop}${space}${within(a, 0.31, 0.78)}${stop}${space}${b}${stop}</p>`,
);
add(
  'two paragraphs',
  SCRIPTS,
  ({ a, b, stop }) => `<p>⟦${a}${stop}</p>\n<p>${b}${stop}⟧</p>`,
  ({ a, b, stop }) =>
    `<h2>${within(a, 0.4, 1).replace('⟧', '')}</h2>\n<p>${within(b, 0, 0.45).replace('⟦', '')}${stop}</p>`,
);
add(
  'cells of a table',
  FEW,
  ({ a, b }) => `<table><tr><td>⟦${a}</td><td>48 %</td><td>${b}⟧</td></tr></table>`,
  ({ a, b }) => `<table><tr><th>${b}</th><td>⟦${a}⟧</td></tr><tr><th>${a}</th><td>7</td></tr></table>`,
  ({ a, b, language }) =>
    `<table><tr><td>⟦${a}</td><td>${thirds(b, language)[0]}⟧</td><td>${a}</td></tr></table>`,
  ({ a, b }) => `<table><tr><td>⟦${a}</td><td>12</td></tr><tr><td>${b}</td><td>31⟧</td></tr></table>`,
);
add(
  'blocks made by style',
  FEW,
  ({ a, b }) => `<div><span style="display:block">⟦${a}</span><span style="display:block">${b}⟧</span></div>`,
  ({ a, b }) => `<style>x-fact{display:block}</style><x-fact>⟦${a}</x-fact><x-fact>${b}⟧</x-fact>`,
  ({ a, b }) => `<div style="display:flex;gap:2em"><span>${a}</span><span>⟦${b}⟧</span><b>${a}</b></div>`,
  ({ a, b }) => `<div style="display:grid"><em>⟦${a}</em><em>${b}⟧</em></div>`,
  ({ a, b }) =>
    `<p>${b} <b style="display:inline-block;padding:0 1em">⟦${a}</b><b style="display:inline-block">${b}⟧</b></p>`,
  ({ a, b }) =>
    `<div style="display:table"><span style="display:table-cell">⟦${a}</span><span style="display:table-cell">${b}⟧</span></div>`,
);
const cap = (text: string) => {
  const [first = '', ...rest] = letters(text);
  return [first, rest.join('')] as const;
};
add(
  'drop caps',
  SCRIPTS.filter(({ language }) => ['en', 'de', 'fr', 'ru', 'ja'].includes(language)),
  ({ a, stop }) => `<p>⟦<span style="float:left;font-size:3em">${cap(a)[0]}</span>${cap(a)[1]}⟧${stop}</p>`,
  ({ a, b, stop, space }) =>
    `<p>⟦<span style="float:left;font-size:3em">${cap(a)[0]}</span>${cap(a)[1]}${stop}${space}${b}⟧${stop}</p>`,
  ({ a, stop }) => `<style>.o::first-letter{float:left;font-size:3em}</style><p class="o">⟦${a}⟧${stop}</p>`,
  ({ a, b, stop }) =>
    `<p>⟦${b}${stop}</p><p><span style="float:left;font-size:3em">${cap(a)[0]}</span>${cap(a)[1]}⟧${stop}</p>`,
);
add(
  'floats in a sentence',
  FEW,
  inThree(
    (x, y, z, { b, stop }) => `<p>⟦${x}<span style="float:right;width:9em">${b}</span>${y}${z}⟧${stop}</p>`,
  ),
  inThree(
    (x, y, z, { b, stop }) => `<p>${x}<span style="float:right;width:9em">⟦${b}⟧</span>${y}${z}${stop}</p>`,
  ),
);
add(
  'hidden text',
  FEW,
  inThree((x, y, z, { stop }) => `<p>⟦${x}<span style="display:none"> xyzzy </span>${y}${z}⟧${stop}</p>`),
  inThree(
    (x, y, z, { stop }) => `<p>${x}⟦${y}<span style="${OUT}"> (opens in a new window)</span>${z}⟧${stop}</p>`,
  ),
  inThree(
    (x, y, z, { stop }) => `<p>⟦${x}<span style="visibility:hidden"> xyzzy </span>${y}${z}⟧${stop}</p>`,
  ),
  inThree(
    (x, y, z, { stop }) => `<p>⟦${x}<button style="user-select:none">Share</button>${y}${z}⟧${stop}</p>`,
  ),
  inThree(
    (x, y, z, { b, stop }) =>
      `<p>${x}<span style="display:none">${b}</span>⟦${y}⟧<span style="display:none">${b}</span>${z}${stop}</p>`,
  ),
);
add(
  'ruby',
  [...pairsOf('ja'), ...pairsOf('zh')],
  inThree((x, y, z) => `<p>⟦${x}<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>${y}${z}⟧</p>`),
  inThree((x, y, z) => `<p>${x}<ruby>北浜<rt>きたはま</rt></ruby>⟦${y}${z}⟧</p>`),
  inThree((x, y, z) => `<p>${x}${y}⟦<ruby>汐場<rt>しおば</rt></ruby>⟧${z}</p>`),
);
const MATH = '<math alttext="E=mc^2"><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>';
add(
  'formulas',
  FEW,
  inThree((x, y, z, { stop }) => `<p>⟦${x} ${MATH} ${y}${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>${x} ${MATH} ⟦${y}${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}${y} ${MATH}⟧ ${z}${stop}</p>`),
);
add(
  'closed parts',
  FEW,
  ({ a, b, stop }) => `<details><summary>${b}</summary><p>⟦${a}⟧${stop}</p></details>`,
  ({ a, b, stop }) => `<details><summary>⟦${a}⟧</summary><p>${b}${stop}</p></details>`,
  ({ a, b, stop, space }) =>
    `<details open><summary>${b}</summary><p>${b}${stop}${space}⟦${a}⟧${stop}</p></details>`,
  ({ a, b, stop }) =>
    `<p>${b}</p><details><summary>+</summary>${within(a, 0.22, 0.7)}${stop}</details><p>${b}</p>`,
  ({ a, b, stop }) => `<p>⟦${a}${stop}</p><details><summary>${b}</summary><p>xyzzy</p></details><p>${b}⟧</p>`,
);
add(
  'found only by search',
  FEW,
  ({ a, b, stop }) => `<p>${b}</p><div hidden="until-found"><p>⟦${a}⟧${stop}</p></div><p>${b}</p>`,
);
add(
  'lists',
  FEW,
  ({ a, b }) => `<ul><li>${b}</li><li>⟦${a}</li><li>${b}⟧</li><li>${a}</li></ul>`,
  ({ a, b }) => `<ol><li>48</li><li>⟦${a}⟧</li><li>${b}</li></ol>`,
  ({ a, b }) => `<dl><dt>⟦${a}</dt><dd>${b}⟧</dd></dl>`,
  ({ a, b }) => `<ul><li><p>${b}</p><ul><li>⟦${a}⟧</li></ul></li></ul>`,
);
add(
  'repeats',
  FEW,
  ({ a, b, stop, space }) =>
    `<p>${a}${stop}</p>${FAR}<p>${b}${stop}${space}⟦${a}⟧${stop}</p>${FAR}<p>${a}${stop}</p>`,
  ({ a, b, stop }) =>
    `<ul><li>48 boats</li></ul>${FAR}<p>${b}${stop}</p><ul><li>⟦48 boats⟧</li></ul><p>${a}${stop}</p>`,
  ({ a, stop }) => `<p>⟦${a}⟧${stop}</p>${FAR}<p>${a}${stop}</p>`,
  ({ a, b }) =>
    `<table><tr><td>${b}</td><td>41 %</td></tr></table>${FAR}<table><tr><td>${a}</td><td>⟦41 %⟧</td></tr></table>`,
);
add(
  'right to left',
  RTL,
  ({ a, b, stop, space }) => `<p dir="rtl">${b}${stop}${space}⟦${a}${stop}${space}${b}⟧${stop}</p>`,
  ({ a, stop }) => `<p dir="rtl">${a} <bdi>⟦Ada Brenn (1.9)⟧</bdi> ${a}${stop}</p>`,
  ({ a, b, stop }) => `<p dir="rtl">⟦${a}${stop}</p><p dir="rtl">${b}⟧${stop}</p>`,
);
add(
  'scripts without spaces',
  CJK,
  ({ a, b, stop, space }) => `<p>${b}${stop}${space}${within(a, 0.13, 0.52)}${stop}${space}${b}${stop}</p>`,
  ({ a, b, stop, space }) => `<p>⟦${a}${stop}${space}${b}${stop}⟧</p>`,
);
add(
  'marks within words and lines',
  FEW,
  inThree((x, y, z, { stop }) => `<p>${x}<em>⟦${y}</em><a href="#x">${z}</a>⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}<br>${y}<br/>${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}<wbr>${y}&shy;${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}&nbsp;${y}&#8203;${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}${y}<sup><a href="#n1">[1]</a></sup>${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}${y}<sub>2</sub>${z}⟧${stop}</p>`),
);
const NOTE = '<sup><a href="#n3">3</a></sup>';
add(
  'before a raised figure',
  FEW,
  inThree((x, y, z, { stop }) => `<p>${x}⟦${y}⟧${NOTE}${z}${stop}</p>`),
  ({ a, b, stop, space }) => `<p>${b}${stop}${space}⟦${a}⟧${NOTE}${stop}${space}${b}${stop}</p>`,
  ({ a, b, stop, space }) => `<p>${b}${stop}${space}⟦${a}${stop}⟧${NOTE}${space}${b}${stop}</p>`,
  ({ a, b, stop }) => `<p>⟦${a}⟧${NOTE}</p><p>${b}${stop}</p>`,
  ({ a, b, stop }) => `<p>⟦${a} 41⟧${NOTE} ${b}${stop}</p>`,
  ({ a, b, stop }) => `<p>⟦${a}⟧<sup style="margin-left:.4em">3</sup> ${b}${stop}</p>`,
  ({ b, stop }) => `<p>${b} ⟦41⟧${NOTE} ${b}${stop}</p>`,
  ({ a, b, stop }) => `<table><tr><td>${b}</td><td>⟦${a}⟧${NOTE}</td></tr></table><p>${b}${stop}</p>`,
);
add(
  'white space',
  FEW,
  inThree((x, y, z) => `<pre>${x}\n   ⟦${y}\n\t${z}⟧\n</pre>`),
  inThree((x, y, z) => `<p style="white-space:pre-line">⟦${x}\n${y}\n\n${z}⟧</p>`),
  inThree((x, y, z) => `<p>\n   ${x}\n   ⟦${y}\n   ${z}⟧\n</p>`),
);
add(
  'furniture in a sentence',
  FEW,
  inThree(
    (x, y, z, { stop }) =>
      `<p>⟦${x}<span class="ad-slot" style="display:block">Advertisement</span>${y}${z}⟧${stop}</p>`,
  ),
  inThree((x, y, z, { stop }) => `<p>⟦${x}<img alt="a boat" width="20" height="20">${y}${z}⟧${stop}</p>`),
  inThree((x, y, z, { stop }) => `<p>⟦${x}${y}<span class="live-badge">Live</span>${z}⟧${stop}</p>`),
  ({ a, b, stop }) =>
    `<figure><img alt="" width="20" height="20"><figcaption>⟦${a}${stop}⟧ ${b}</figcaption></figure>`,
  inThree(
    (x, y, z, { stop }) => `<p>⟦${x}<svg width="9" height="9"><text>xyzzy</text></svg>${y}${z}⟧${stop}</p>`,
  ),
);
add(
  'shown otherwise than written',
  FEW,
  ({ a, b, stop, space }) => `<p style="text-transform:uppercase">${b}${stop}${space}⟦${a}⟧${stop}</p>`,
  inThree(
    (x, y, z, { stop }) =>
      `<style>.g::before{content:"→ "}</style><p>⟦${x}<i class="g">${y}</i>${z}⟧${stop}</p>`,
  ),
  ({ a, stop }) =>
    `<div style="height:120px;overflow:auto"><div style="height:900px"></div><p>⟦${a}⟧${stop}</p><div style="height:900px"></div></div>`,
  ({ a, stop }) => `<div style="content-visibility:auto"><p>⟦${a}⟧${stop}</p></div>`,
  ({ a, b, stop, space }) => `<div style="columns:2"><p>⟦${a}${stop}${space}${b}⟧${stop}</p></div>`,
);
add(
  'long passages',
  FEW,
  ({ language }) =>
    `<div>⟦${pairsOf(language)
      .concat(EN)
      .map(({ a, b, stop }) => `<p>${a}${stop} ${b}${stop}</p>`)
      .join('')}⟧</div>`,
  ({ language }) =>
    `<p>⟦${pairsOf(language)
      .concat(EN)
      .map(({ a, b }) => `${a}, ${b}`)
      .join('; ')}⟧.</p>`,
);
const SIGNS = [
  '“A, B & C – 50% off!”',
  'C++ and C# (2.0)',
  '¿Qué pasó? ¡Nada!',
  'e-mail: ada@brenn.example',
  'https://a.example/x?y=1&z=2#q',
  '👩‍👩‍👧 came at 9:30',
  'don’t—never',
  '½ of 10⁻³ km²',
  '*bold* _and_ `code`',
  '[Ferry](not a link)',
  '100%25 of them',
  'naïve cafés in Ȧ́',
];
for (const sign of SIGNS)
  passages.push({
    kind: 'signs',
    language: 'en',
    html: `<p>The paper wrote ⟦${sign.replace('&', '&amp;')}⟧ and nothing more.</p>`,
  });
add(
  'shadow trees',
  FEW,
  ({ a, b, stop }) =>
    `<x-story><template shadowrootmode="open"><p>${b}${stop}</p><p>⟦${a}⟧${stop}</p></template></x-story>`,
);

export const PASSAGES: readonly Passage[] = passages;
