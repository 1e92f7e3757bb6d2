import { anchor, describe, indexText } from '#anchoring/index.ts';
import { type Behaviour, equal } from './Behaviour.ts';
import { one, show } from './stage.ts';

const A = 'fell to 41';
const B = '7,300 ballots';

/** Ways to keep two figures apart on the screen whose mark-up touches: `A` and `B` stand for them. */
const APART: [name: string, html: string][] = [
  ['a margin', 'A<b style="margin-left:2em">B</b>'],
  ['a border', 'A<b style="border-left:2em solid transparent">B</b>'],
  ['padding within', '<i><b style="padding-right:2em">A</b></i>B'],
  ['padding of chips', '<b class="chip">A</b><b class="chip">B</b>'],
  ['a width', '<b class="wide">A</b><b class="wide">B</b>'],
  ['a shift', 'A<b style="position:relative;left:3em">B</b>'],
  ['a transform', 'A<b style="display:inline-block;transform:translateX(3em)">B</b>'],
  ['a generated comma', '<b class="comma">A</b><b class="comma">B</b>'],
  ['a generated space', 'A<b class="space">B</b>'],
  ['a generated line break', '<b class="line">A</b><b class="line">B</b>'],
  ['a drawing', 'A<svg width="20" height="10"></svg>B'],
  ['a canvas', 'A<canvas width="20" height="10"></canvas>B'],
  ['a bar of progress', 'A<progress></progress>B'],
  ['a field', 'A<input>B'],
  ['a list to choose from', 'A<select><option>x</select>B'],
  ['a field of lines', 'A<textarea></textarea>B'],
  ['a meter', 'A<meter value="0.5"></meter>B'],
  ['an empty box', 'A<i style="display:inline-block;width:2em"></i>B'],
  ['a sign of a font', 'A<i class="sign"></i>B'],
  [
    'a box without one of its own',
    '<i style="display:contents"><b>A</b><b style="margin-left:2em">B</b></i>',
  ],
  ['writing from right to left', '<bdo dir="rtl">A<b style="margin-inline-start:2em">B</b></bdo>'],
  ['writing from top to bottom', '<i class="down">A<b style="margin-top:2em">B</b></i>'],
];
const STYLES = `<style>
.chip{display:inline-block;padding:0 1em}
.wide{display:inline-block;width:12em}
.at{position:absolute}
.comma + .comma::before{content:", "}
.space::before{content:" "}
.line::after{content:"\\A";white-space:pre}
.sign::before{content:"★"}
.down{writing-mode:vertical-rl;display:inline-block;height:40em}
.blocks b{display:block}
.raised{vertical-align:super}
.reset{vertical-align:baseline;position:relative;top:-.5em;font-size:.7em}
</style>`;

/** What touches on the screen: one word, whatever is done to its letters. */
const TOUCHING: [name: string, html: string, text: string][] = [
  ['letters in boxes of their own', '<b class="x">F</b><b class="x">e</b>rry', 'Ferry'],
  ['letters put closer', 'F<b style="margin-left:-1px">erry</b>', 'Ferry'],
  ['letters put a hair apart', 'F<b style="margin-left:1px">erry</b>', 'Ferry'],
  ['a place to break', 'harbour<wbr>master', 'harbourmaster'],
  ['a word in parts', 'un<b>do</b>ing', 'undoing'],
  ['a word broken anywhere', '<span style="word-break:break-all">Fer<b>ry</b>man</span>', 'Ferryman'],
  ['a mark behind a word', '<b>Ferry</b>, <i>(late</i>)', 'Ferry, (late)'],
  ['a formula of letters', 'CO<sub>2</sub> and m<sup>2</sup>', 'CO2 and m2'],
  ['a number in words', 'the 1<sup>st</sup> time', 'the 1st time'],
  ['an empty drawing', 'Fer<svg width="0" height="0"></svg>ry', 'Ferry'],
  ['words for screen readers', 'Fer<span style="position:absolute;clip-path:inset(50%)">x</span>ry', 'Ferry'],
  ['Japanese', '東<b>京</b>港', '東京港'],
  ['Hebrew', '<span dir="rtl">הנמל<b>נסגר</b></span>', 'הנמלנסגר'],
];

/** A figure and one that is raised or lowered. */
const RAISED: [name: string, html: string, text: string][] = [
  ['the number of a note', '41<sup>2</sup> per cent', '41 2 per cent'],
  ['the same by style', '41<b class="raised">2</b> per cent', '41 2 per cent'],
  ['the number of a note in slanted letters', '41<sup><i>2</i></sup> per cent', '41 2 per cent'],
  ['a raised number in two colours', '41<sup>1<i>2</i></sup> per cent', '41 12 per cent'],
  ['the same with reset styles', '41<sup class="reset">2</sup> per cent', '41 2 per cent'],
  ['a power', '10<sup>6</sup> volts', '10 6 volts'],
  ['a fraction', '1<sup>1</sup>/<sub>2</sub> miles', '1 1/2 miles'],
];

const FOLDED = 'overflow:hidden;';
/** What has a place in the mark-up and none on the screen: `H` stands for words. */
const UNSEEN: [name: string, html: string][] = [
  ['a legend that is not displayed', '<fieldset><legend style="display:none">H</legend></fieldset>'],
  [
    'a legend for screen readers',
    '<fieldset><legend style="position:absolute;clip:rect(0,0,0,0)">H</legend></fieldset>',
  ],
  ['what is not drawn in a line', '<span style="display:inline-block;content-visibility:hidden">H</span>'],
  ['what is not drawn', '<x-fold style="display:block;content-visibility:hidden"><p>H</p></x-fold>'],
  ['letters of no size', '<span style="font-size:0">H</span>'],
  ['a box of no height', `<div style="height:0;${FOLDED}"><p>H</p></div>`],
  ['a box of no greatest height', `<div style="max-height:0;${FOLDED}"><p>H</p></div>`],
  ['a box of no width', `<div style="width:0;${FOLDED}"><p>H</p></div>`],
  ['a row of no height', `<div style="display:grid;grid-template-rows:0fr"><p style="${FOLDED}">H</p></div>`],
  [
    'the second of two boxes that look the same',
    `<div class="fold"><div><p>One.</p></div></div><div class="fold shut"><div><p>H</p></div></div>`,
  ],
  ['the words behind a picture', `<h2 style="text-indent:-9999px;${FOLDED}">H</h2>`],
  ['what is clipped in a line', '<span style="display:inline-block;clip-path:inset(100%)">H</span>'],
  ['what is clipped by a circle', '<span style="position:absolute;clip-path:circle(0)">H</span>'],
  ['what is clipped by corners', '<i style="position:absolute;clip-path:polygon(0 0,0 0,0 0)">H</i>'],
  ['what a margin puts outside', '<span style="position:absolute;margin-left:-10000px">H</span>'],
  ['what pops up', '<div popover>H</div>'],
  ['a dialogue', '<dialog>H</dialog>'],
  ['a formula', '<math style="display:none"><mi>H</mi></math>'],
];
const FOLD = `<style>.fold > div{${FOLDED}} .shut > div{height:0}</style>`;
const SEEN: [name: string, html: string][] = [
  [
    'a box of no height over boxes in places of their own',
    `<div style="${FOLDED}"><p class="at">H</p></div>`,
  ],
  [
    'letters of a size in a box of letters of none',
    '<ul style="font-size:0"><li style="font-size:16px">H</ul>',
  ],
  ['a box without one of its own', '<div style="display:contents"><p>H</p></div>'],
];

const quoteOf = (html: string): string => {
  const root = show(`${STYLES}${FOLD}<p>Lead of the page.</p><div id="q">${html}</div><p>Its tail.</p>`);
  const all = document.createRange();
  all.selectNodeContents(one(root, '#q'));
  const target = describe(indexText(root), all);
  const found = anchor(indexText(root), JSON.parse(JSON.stringify(target)));
  equal([found.state, found.textNow], ['exact', target.exact], 'anchored');
  return target.exact;
};

/** Of the same page in wide and narrow windows: where lines break says nothing of the words. */
const WIDTHS = [60, 20, 9, 5, 1];
const atAllWidths = (html: string): string[] =>
  WIDTHS.map((width) => quoteOf(`<div style="width:${width}em">${html}</div>`));

export const shown: Behaviour[] = [
  ...APART.map(([name, html]) => ({
    name: `two figures do not touch that are kept apart by ${name}, however wide the page is`,
    check: () => {
      const filled = html.replace('A', A).replace('B', B);
      equal(
        atAllWidths(filled),
        WIDTHS.map(() => `${A} ${B}`),
      );
    },
  })),
  ...[...TOUCHING, ...RAISED].map(([name, html, text]) => ({
    name: `it is read as it stands, however wide the page is: ${name}`,
    check: () =>
      equal(
        atAllWidths(html),
        WIDTHS.map(() => text),
      ),
  })),
  ...UNSEEN.map(([name, html]) => ({
    name: `what is not seen is not quoted: ${name}`,
    check: () =>
      equal(
        quoteOf(`<p>One.</p>${html.replace('H', 'hidden')}<p>Two.</p>`),
        html.includes('One.') ? 'One. One. Two.' : 'One. Two.',
      ),
  })),
  ...SEEN.map(([name, html]) => ({
    name: `what is seen is quoted: ${name}`,
    check: () => equal(quoteOf(`<p>One.</p>${html.replace('H', 'seen')}<p>Two.</p>`), 'One. seen Two.'),
  })),
];
