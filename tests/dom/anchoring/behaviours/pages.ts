import { anchor, CONTEXT, describe, indexText, rangesOf, updateIndex } from '#anchoring/index.ts';
import { among, type Behaviour, equal, isTrue } from './Behaviour.ts';
import { describeIn, one, rangeBetween, rangeOfText, reanchor, STORY, show, story } from './stage.ts';

const CLAIM = 'The line carried 41,300 passengers in May, 3.1 percent more than a year before.';
const TWIN = 'The line carried 9,800 passengers in June, 2.2 percent more than a year before.';
const OTHER_STORY = `<article><h1>Bread</h1>${['Bakers met on Tuesday to weigh their loaves.', 'Flour came by cart from the old mill on the moor.', 'Nobody could name the last year with so little rye.'].map((line) => `<p>${line}</p>`).join('')}</article>`;
const entry = (n: number, line: string): string => `<article><h3>Entry ${n}</h3><p>${line}</p></article>`;
const LIVE = STORY.map((line, i) => entry(i, line)).join('') + entry(9, CLAIM);

/** What a page becomes, and in which state a claim in it must then be. */
const BECOMES: [name: string, before: string, after: string, states: string[]][] = [
  [
    'a banner and an advertisement above',
    story(CLAIM),
    `<div>Breaking</div><div>Advertisement</div>${story(CLAIM)}`,
    ['exact'],
  ],
  [
    'an advertisement in the middle of its paragraph',
    story(CLAIM),
    story(CLAIM.replace('in May', '<div>Advertisement</div> in May')),
    ['exact', 'changed'],
  ],
  ['a correction note inside', story(CLAIM), story(CLAIM.replace('3.1', '(corrected) 3.1')), ['changed']],
  ['its figure changed', story(CLAIM), story(CLAIM.replace('3.1', '8.4')), ['changed']],
  ['its direction turned', story(CLAIM), story(CLAIM.replace('more', 'less')), ['changed']],
  ['its negation put in', story(CLAIM), story(CLAIM.replace('carried', 'never carried')), ['changed']],
  ['its sentence split in two', story(CLAIM), story(CLAIM.replace(', 3.1', '. That was 3.1')), ['changed']],
  [
    'its sentence merged with the next',
    story(CLAIM),
    story(CLAIM.replace('before.', 'before, and nobody was surprised.')),
    ['exact', 'changed'],
  ],
  ['its paragraph moved to the end', story(CLAIM), `${story()}<p>${CLAIM}</p>`, ['exact']],
  [
    'another headline',
    `<h1>Line is full</h1>${story(CLAIM)}`,
    `<h1>Is the line full?</h1>${story(CLAIM)}`,
    ['exact'],
  ],
  [
    'new entries of a live blog on top',
    LIVE,
    entry(12, 'The board meets.') + entry(11, 'A ship was seen.') + LIVE,
    ['exact'],
  ],
  ['the next article of an endless page', story(CLAIM), story(CLAIM) + OTHER_STORY, ['exact']],
  [
    '“read more” opened',
    `<p>${STORY[0]}</p><p>${CLAIM}</p>`,
    `<p>${STORY[0]}</p><p>${CLAIM}</p>${story()}`,
    ['exact'],
  ],
  ['the paywall cut', story(CLAIM), `<p>${STORY[0]}</p><p>Subscribe to read on.</p>`, ['missing']],
  ['its sentence deleted', story(CLAIM), story(), ['missing', 'suggested']],
  [
    'its sentence deleted and a twin left',
    story(CLAIM).replace('</p>', ` ${TWIN}</p>`),
    story().replace('</p>', ` ${TWIN}</p>`),
    ['missing', 'suggested'],
  ],
  ['another article at the same address', story(CLAIM), OTHER_STORY, ['missing']],
  [
    'another article with the claim’s first words',
    story(CLAIM),
    OTHER_STORY.replace('Bakers', 'The line carried bakers'),
    ['missing', 'suggested'],
  ],
  [
    'only another annotator’s sidebar with it',
    story(CLAIM),
    `${story()}<hypothesis-sidebar>${CLAIM}</hypothesis-sidebar>`,
    ['missing', 'suggested'],
  ],
  [
    'only our own note with it',
    story(CLAIM),
    `${story()}<claimlight-quick><p>${CLAIM}</p></claimlight-quick>`,
    ['missing', 'suggested'],
  ],
  [
    'only a form field with it',
    story(CLAIM),
    `${story()}<textarea>${CLAIM}</textarea>`,
    ['missing', 'suggested'],
  ],
];

/** Text that stands in the page but is not rendered. */
const UNSEEN: [name: string, wrap: (html: string) => string][] = [
  ['display: none', (html) => `<div style="display:none">${html}</div>`],
  ['visibility: hidden', (html) => `<div style="visibility:hidden">${html}</div>`],
  ['a closed <details>', (html) => `<details><summary>More</summary>${html}</details>`],
];

export const pages: Behaviour[] = [
  ...BECOMES.map(([name, before, after, states]) => ({
    name: `a page with ${name}: ${states.join(' or ')}`,
    check: () => among(reanchor(before, CLAIM, after).state, states, 'the state is'),
  })),
  ...UNSEEN.map(([name, wrap]) => ({
    name: `text in ${name} is found, and said to be hidden`,
    check: () => {
      const found = reanchor(story(CLAIM), CLAIM, `<p>${STORY[0]}</p>${wrap(story(CLAIM))}`);
      equal([found.state, found.hidden], ['exact', true]);
    },
  })),
  {
    name: 'React rendering every text node anew loses nothing',
    check: () => {
      const root = show(story(CLAIM));
      const target = describeIn(root, rangeOfText(root, CLAIM));
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text);
      for (const node of nodes) node.replaceWith(document.createTextNode(node.data));
      equal(anchor(indexText(root), target).state, 'exact');
    },
  },
  {
    name: 'split and empty text nodes do not matter',
    check: () => {
      const root = show(story(CLAIM));
      const target = describeIn(root, rangeOfText(root, CLAIM));
      const node = rangeOfText(root, CLAIM).startContainer as Text;
      node.splitText(9).splitText(12);
      node.after('', document.createTextNode(''));
      equal(anchor(indexText(root), target).range?.toString(), CLAIM);
    },
  },
  {
    name: 'the page’s elements are left as they are',
    check: () => {
      const root = show(story(CLAIM));
      const html = root.innerHTML;
      const target = describeIn(root, rangeOfText(root, CLAIM));
      anchor(indexText(root), target);
      equal([root.innerHTML, root.querySelectorAll('*').length], [html, STORY.length + 1]);
    },
  },
  {
    name: 'overlapping notes are found each on its own',
    check: () => {
      const root = show(story(CLAIM));
      const words = ['carried 41,300 passengers in May', 'passengers in May, 3.1 percent', 'in May'];
      const targets = words.map((text) => describeIn(root, rangeOfText(root, text)));
      const index = indexText(show(`<p>New.</p>${story(CLAIM)}`));
      equal(
        targets.map((target) => anchor(index, target).textNow),
        words,
      );
    },
  },
  {
    name: 'a range covers a box on the screen',
    check: () => {
      const found = reanchor(story(CLAIM), CLAIM, story(CLAIM));
      const box = found.range?.getBoundingClientRect();
      isTrue((box?.width ?? 0) > 50 && (box?.height ?? 0) > 5, `a box, got ${JSON.stringify(box)}`);
    },
  },
  {
    name: 'open shadow trees are read in place, one range for each tree',
    check: () => {
      const root = show('<p>Before.</p><x-card></x-card><p>After.</p>');
      one(root, 'x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Inside.</p>';
      const index = indexText(root);
      equal(index.text, 'Before. Inside. After.');
      equal(rangesOf(index, { start: 0, end: index.text.length }).map(String), [
        'Before.',
        'Inside.',
        'After.',
      ]);
    },
  },
  {
    name: 'a paragraph that comes late brings its note back',
    check: () => {
      const full = show(story(CLAIM));
      const target = describeIn(full, rangeOfText(full, CLAIM));
      const root = show(story());
      const index = indexText(root);
      equal(anchor(index, target).state, 'missing');
      const late = document.createElement('p');
      late.textContent = CLAIM;
      one(root, 'p:nth-of-type(3)').after(late);
      equal(updateIndex(index, [late]).retry([target])[0]?.state, 'exact');
    },
  },
  {
    name: 'context is bounded, also where the page has no spaces',
    check: () => {
      const root = show(`<p id="a">${'x'.repeat(4000)}</p>`);
      const node = one(root, '#a').firstChild as Text;
      const { prefix, suffix } = describe(indexText(root), rangeBetween(node, 2000, node, 2010));
      equal([prefix.length, suffix.length], [CONTEXT, CONTEXT]);
      equal(CONTEXT, 64);
    },
  },
  {
    name: 'what is stored beyond the quote is at most 300 bytes',
    check: () => {
      const root = show(Array.from({ length: 40 }, () => story(CLAIM, TWIN)).join(''));
      const index = indexText(root);
      for (const paragraph of root.querySelectorAll('p')) {
        const target = describe(index, rangeBetween(paragraph, 0, paragraph, 1));
        const bytes = JSON.stringify(target).length - JSON.stringify(target.exact).length;
        isTrue(bytes <= 300, `at most 300 bytes, got ${bytes} for ${target.exact}`);
      }
    },
  },
];
