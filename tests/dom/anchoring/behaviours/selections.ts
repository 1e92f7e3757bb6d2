import { anchor, describe, indexText, NothingSelectedError } from '#anchoring/index.ts';
import { type Behaviour, equal, isTrue } from './Behaviour.ts';
import { one, rangeBetween, show } from './stage.ts';

/** A point of a page: a selector, the numbers of the child nodes on the way down from it, and an offset there. */
type Point = [selector: string, ...numbers: number[]];

const TWO = '<p id="a">Gulls <b id="b">circle</b> the pier</p><p id="c">at noon</p>';
const LIST = '<h2 id="h">Crews</h2>\n<ol id="o">\n<li>Tarn</li>\n<li id="l">Oster</li>\n</ol>';
const lines = (n: number): string => `<p id="a">North quay${'<br>'.repeat(n)}south quay<br>east quay</p>`;
const gaps = (n: number): string => `<p id="a">North</p>${'<p><br></p>'.repeat(n)}<p id="c">South</p>`;

/** What a reader may select, by where the browser puts the ends of the range, and the quote that makes. */
const SELECTIONS: [name: string, html: string, start: Point, end: Point, quote: string][] = [
  ['part of a text node', TWO, ['#c', 0, 3], ['#c', 0, 7], 'noon'],
  ['a whole text node', TWO, ['#c', 0, 0], ['#c', 0, 7], 'at noon'],
  ['a whole element by its own ends', TWO, ['#b', 0], ['#b', 1], 'circle'],
  ['two text nodes', TWO, ['#a', 0, 2], ['#b', 0, 6], 'lls circle'],
  ['from an element’s beginning', TWO, ['#a', 0], ['#b', 0, 4], 'Gulls circ'],
  ['to an element’s end', TWO, ['#b', 0, 1], ['#a', 3], 'ircle the pier'],
  ['heading and list items', LIST, ['#h', 0, 0], ['#l', 0, 3], 'Crews Tarn Ost'],
  ['a paragraph by child numbers', TWO, ['main', 0], ['main', 1], 'Gulls circle the pier'],
  ['two paragraphs by child numbers', TWO, ['main', 0], ['main', 2], 'Gulls circle the pier at noon'],
  ['up to an empty element', '<p id="a">Fog</p><p id="e"></p>', ['#a', 0, 0], ['#e', 0], 'Fog'],
  ['from an empty element', '<p id="e"></p><p id="c">Fog</p>', ['#e', 0], ['#c', 0, 3], 'Fog'],
  ['up to an empty text node', '<p id="a">Fog<i></i></p>', ['#a', 0, 0], ['#a', 2], 'Fog'],
  ['over comments', '<p id="a">Fog<!-- no --> bank</p>', ['#a', 0], ['#a', 3], 'Fog bank'],
  ['that begins in a comment', '<p id="a"><!-- no -->Fog</p>', ['#a', 0, 1], ['#a', 1, 3], 'Fog'],
  ['up to the beginning of the next block', TWO, ['#a', 0, 0], ['#c', 0, 0], 'Gulls circle the pier'],
  ['up to the next block as an element', TWO, ['#a', 0, 0], ['#c', 0], 'Gulls circle the pier'],
  ['from the end of the block before', TWO, ['#a', 2, 9], ['#c', 0, 7], 'at noon'],
  ...[1, 2, 3].flatMap((n): typeof SELECTIONS => [
    [`line before ${n} <br>`, lines(n), ['#a', 0, 0], ['#a', 1], 'North quay'],
    [`line and ${n} <br>`, lines(n), ['#a', 0, 0], ['#a', n + 1], 'North quay'],
    [`lines over ${n} <br>`, lines(n), ['#a', 0, 6], ['#a', n + 1, 5], 'quay south'],
    [`line after ${n} <br> from the first of them`, lines(n), ['#a', 1], ['#a', n + 1, 10], 'south quay'],
    [`line after ${n} <br> from the last of them`, lines(n), ['#a', n], ['#a', n + 2], 'south quay'],
    [`all lines around ${n} <br>`, lines(n), ['#a', 0], ['#a', n + 4], 'North quay south quay east quay'],
    [`over ${n} paragraphs of a lone <br>`, gaps(n), ['#a', 0, 0], ['#c', 0, 5], 'North South'],
    [`into the last of ${n} such paragraphs`, gaps(n), ['#a', 0, 0], ['main', n + 1], 'North'],
    [`from the first of ${n} such paragraphs`, gaps(n), ['main', 1], ['#c', 0, 5], 'South'],
  ]),
  ['after a <br>: no leading space', '<p id="a">A<br> B</p>', ['#a', 2, 0], ['#a', 2, 2], 'B'],
  ['of spaced lines', '<p id="a">  A \n\n B  </p>', ['#a', 0, 0], ['#a', 0, 10], 'A B'],
  [
    'with blank ends in other elements',
    '<i id="a"> </i><b id="b">Fog</b> ',
    ['#a', 0, 0],
    ['main', 3],
    'Fog',
  ],
  ['over a drop cap', '<p id="a"><span>F</span>og came</p>', ['#a', 0], ['#a', 1, 2], 'Fog'],
  ['over a <wbr>', '<p id="a">harbour<wbr>master</p>', ['#a', 0, 0], ['#a', 2, 6], 'harbourmaster'],
  [
    'of table cells',
    '<table><tr id="a"><td>12</td><td>crowns</td></tr></table>',
    ['#a', 0],
    ['#a', 2],
    '12 crowns',
  ],
  [
    'of a caption',
    '<figure><img alt=""><figcaption id="a">Pier, 1931</figcaption></figure>',
    ['#a', 0, 0],
    ['#a', 0, 4],
    'Pier',
  ],
  ['that cuts an emoji', '<p id="a">ship 🚢 ahoy</p>', ['#a', 0, 6], ['#a', 0, 12], '🚢 ahoy'],
  ['that ends inside an emoji', '<p id="a">ship 🚢</p>', ['#a', 0, 0], ['#a', 0, 6], 'ship 🚢'],
  ['that cuts a flag', '<p id="a">🇳🇴 won</p>', ['#a', 0, 2], ['#a', 0, 8], '🇳🇴 won'],
  ['of Japanese', '<p id="a">港の橋は閉鎖された。</p>', ['#a', 0, 2], ['#a', 0, 6], '橋は閉鎖'],
  ['of Hebrew', '<p dir="rtl" id="a">הנמל נסגר אתמול</p>', ['#a', 0, 5], ['#a', 0, 9], 'נסגר'],
  [
    'of text in capitals by style',
    '<p id="a" style="text-transform:uppercase">fog horn</p>',
    ['#a', 0, 0],
    ['#a', 0, 3],
    'fog',
  ],
  [
    'beside generated text',
    '<style>.by::before{content:"By "}</style><p class="by" id="a">Edda Holt</p>',
    ['#a', 0],
    ['#a', 1],
    'Edda Holt',
  ],
  ['equal to the whole page', '<p>All of it</p>', ['main', 0], ['main', 1], 'All of it'],
];

function range(root: Element, start: Point, end: Point): Range {
  const at = ([selector, ...numbers]: Point): [Node, number] => {
    const offset = numbers.pop() ?? 0;
    let node: Node = selector === 'main' ? root : one(root, selector);
    for (const number of numbers) node = node.childNodes[number] ?? node;
    return [node, offset];
  };
  return rangeBetween(...at(start), ...at(end));
}

const WITHOUT_TEXT: [name: string, html: string][] = [
  ['white space only', '<p id="a"> \n </p><p>Fog</p>'],
  ['an empty element', '<p id="a"></p><p>Fog</p>'],
  ['a picture', '<p id="a"><img alt="gull"></p><p>Fog</p>'],
  ['a hidden element', '<p id="a" hidden>Fog</p><p>Rain</p>'],
  ['a script', '<p id="a"><script>fog()</script></p><p>Rain</p>'],
  ['our own interface', '<claimlight-x id="a">Fog</claimlight-x><p>Rain</p>'],
];

export const selections: Behaviour[] = [
  ...SELECTIONS.map(([name, html, start, end, quote]) => ({
    name: `a selection: ${name}`,
    check: () => {
      const root = show(html);
      const index = indexText(root);
      const target = describe(index, range(root, start, end));
      equal(target.exact, quote, 'quoted');
      const found = anchor(index, JSON.parse(JSON.stringify(target)));
      equal([found.state, found.textNow], ['exact', quote], 'anchored');
      const plain = (text: string): string => text.replaceAll(/\s/g, '');
      equal(plain(found.range?.toString() ?? ''), plain(quote), 'ranged over');
    },
  })),
  ...WITHOUT_TEXT.map(([name, html]) => ({
    name: `a selection of ${name} is refused by name`,
    check: () => {
      const root = show(html);
      const element = one(root, '#a');
      let error: unknown;
      try {
        describe(indexText(root), rangeBetween(element, 0, element, element.childNodes.length));
      } catch (thrown) {
        error = thrown;
      }
      isTrue(error instanceof NothingSelectedError, `NothingSelectedError, got ${String(error)}`);
    },
  })),
  {
    name: 'a description is plain JSON of a known shape',
    check: () => {
      const root = show('<p>The fog came in at dawn. Two pilots saw it.</p>');
      const { sketch, ...target } = describe(indexText(root), rangeBetween(root, 0, root, 1));
      equal(target, {
        exact: 'The fog came in at dawn. Two pilots saw it.',
        prefix: '',
        suffix: '',
        start: 0,
        end: 43,
      });
      isTrue(/^[\w-]*\.[\w-]*\.[\w-]*$/.test(sketch ?? ''), `a sketch of base64, got ${sketch}`);
    },
  },
];
