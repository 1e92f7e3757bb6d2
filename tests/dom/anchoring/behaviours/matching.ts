import { type Anchor, anchor, indexText, type Target } from '#anchoring/index.ts';
import { among, type Behaviour, equal, isTrue } from './Behaviour.ts';
import { describeIn, rangeOfText, reanchor, show, story } from './stage.ts';

/** A target as another program may write it: words only. */
const target = (exact: string, prefix = '', suffix = '', start = 0): Target => ({
  exact,
  prefix,
  suffix,
  start,
  end: start + exact.length,
});
const find = (html: string, wanted: Target): Anchor => anchor(indexText(show(html)), wanted);
const ASKED = ['suggested', 'missing'];

const REPEATS = '<p>Oslo bell rang.</p><p>Turku bell rang.</p><p>Riga bell rang.</p>';
/** What stands before a place, to tell equal words apart. */
const before = ({ span }: Anchor, length: number): string =>
  indexText(document.body).text.slice(Math.max(0, (span?.start ?? 0) - length), span?.start);

/** Which of several equal places is taken. */
const CHOICES: [name: string, wanted: Target, before: string][] = [
  ['the prefix', target('bell rang', 'Turku '), 'Turku '],
  ['the suffix', target('bell', '', ' rang. Riga'), 'Turku '],
  ['both', target('bell rang', 'Oslo bell rang. Turku ', '. Riga'), 'Turku '],
  ['a prefix with another letter', target('bell rang', 'Oslo bell rang. Turcu '), 'Turku '],
  ['a prefix with other white space', target('bell rang', 'Turku\n  \u00a0'), 'Turku '],
  ['a prefix in capitals', target('bell rang', 'TURKU '), 'Turku '],
];

const CLAIM = 'The line carried 41,300 passengers in May, 3.1 percent more than a year before.';

const SAME: [name: string, after: string][] = [
  [
    'quotes wrapped by another highlighter',
    CLAIM.replace('41,300 passengers', '<mark>41,300 <b>passengers</b></mark>'),
  ],
  ['every word in an element of its own', CLAIM.replace(/\S+/g, '<span>$&</span>')],
  ['every letter in an element of its own', CLAIM.replace(/\S/g, '<i>$&</i>')],
  ['adjacent and empty inline elements', CLAIM.replace('carried', 'car<i></i><b></b>ried')],
  ['comments inside', CLAIM.replace('carried', 'carr<!-- ad slot -->ied')],
  ['a <wbr> inside a word', CLAIM.replace('passengers', 'passen<wbr>gers')],
  ['soft hyphens', CLAIM.replace('passengers', 'pas\u00adsen\u00adgers')],
  ['no-break spaces', CLAIM.replaceAll(' ', '\u00a0')],
  ['zero-width spaces, joiners and byte order marks', CLAIM.replace('41,300', '41,\u200b30\u200c0\ufeff')],
  ['bidi marks', CLAIM.replace('41,300', '\u200e41,300\u200f')],
  ['an invisible script inside', CLAIM.replace('carried', 'carried<script>track()</script>')],
];

/** The same words with other characters: before, after. */
const SPELLED: [name: string, before: string, after: string][] = [
  [
    'composed letters decomposed',
    'Le café rénové ouvrira à Noël.',
    'Le café rénové ouvrira à Noël.'.normalize('NFD'),
  ],
  ['decomposed letters composed', 'Über die Brücke'.normalize('NFD'), 'Über die Brücke'],
  ['ligatures', 'The official office filed it.', 'The o\ufb03cial o\ufb03ce \ufb01led it.'],
  ['curly quotation marks', '"It\'s late," said the pilot.', '“It’s late,” said the pilot.'],
  ['dashes', 'The pier - a wreck - was sold.', 'The pier – a wreck – was sold.'],
  ['capitals', 'The pier was sold at dawn.', 'THE PIER WAS SOLD AT DAWN.'],
];

const LONG =
  'a sentence about the harbour that nobody ever printed, of more than thirty-two letters, and longer still';

export const matching: Behaviour[] = [
  ...CHOICES.map(([name, wanted, place]) => ({
    name: `among equal words ${name} chooses`,
    check: () => {
      const found = find(REPEATS, wanted);
      among(found.state, ['exact'], 'the state is');
      equal(before(found, place.length), place, 'before it stands');
    },
  })),
  ...SAME.map(([name, after]) => ({
    name: `words stay exact with ${name}`,
    check: () => {
      const found = reanchor(story(CLAIM), CLAIM, story(after));
      equal([found.state, found.changes], ['exact', []], 'anchored');
    },
  })),
  ...SPELLED.map(([name, old, now]) => ({
    name: `words stay exact with ${name}`,
    check: () => equal(reanchor(story(old), old, story(now)).state, 'exact', 'the state is'),
  })),
  {
    name: 'confidence falls with the quote and with its surroundings',
    check: () => {
      const edited = CLAIM.replace('passengers in May', 'people in June');
      const steps = [story(CLAIM), story(edited), `<p>Rain.</p><p>${edited}</p><p>Wind.</p>`];
      const confidence = steps.map((html) => reanchor(story(CLAIM), CLAIM, html).confidence);
      isTrue(confidence[0] === 1, `the same page is certain, got ${confidence}`);
      isTrue(
        (confidence[1] ?? 0) > (confidence[2] ?? 0),
        `a changed neighbourhood lowers it, got ${confidence}`,
      );
    },
  },
  {
    name: 'first and last words of a page are found',
    check: () => {
      const html = '<p>Fog at first.</p><p>Rain came later.</p>';
      equal(find(html, target('Fog at', '', ' first. Rain')).span, { start: 0, end: 6 });
      equal(find(html, target('later.', 'Rain came ', '')).textNow, 'later.');
    },
  },
  {
    name: 'a quote at the end of the text is found though it once had a suffix',
    check: () => {
      const wanted = target(
        'Rain came later in the valley.',
        'Fog at first. ',
        ' The end of it was not seen.',
      );
      equal(find('<p>Fog at first.</p><p>Rain came later in the valley.</p>', wanted).state, 'exact');
    },
  },
  {
    name: 'a prefix longer than what precedes is compared with what there is',
    check: () => {
      const found = find(REPEATS, target('bell rang', 'Long ago and far away in Oslo '));
      among(found.state, ['exact', 'suggested'], 'the state is');
      equal(before(found, 5), 'Oslo ', 'before it stands');
    },
  },
  {
    name: 'overlapping equal words are all seen',
    check: () => {
      const root = show('<p>tik tik tik tik, said the lamp</p>');
      const wanted = describeIn(root, rangeOfText(root, 'tik tik'));
      equal(wanted.occurrence, [0, 3], 'counted');
    },
  },
  {
    name: 'equal words with nothing to tell them apart are asked about',
    check: () => among(find(REPEATS, target('bell')).state, ASKED, 'the state is'),
  },
  {
    name: 'a short phrase that recurs is not placed when its surroundings are gone',
    check: () => {
      const old = '<p>Captain Ilse Brandt of the tug said yes to the union on Friday.</p>';
      const now = '<p>They said yes.</p><p>We said yes too.</p><p>Nobody else said yes.</p>';
      among(reanchor(story(old), 'said yes', story(now)).state, ASKED, 'the state is');
    },
  },
  ...['', ' \n\u00a0'].map((exact) => ({
    name: `the quote “${exact.replace('\n', '\\n')}” is missing`,
    check: () => equal(find(REPEATS, target(exact)).state, 'missing'),
  })),
  {
    name: 'an empty page has nothing',
    check: () => equal(find('', target('bell rang')).state, 'missing'),
  },
  {
    name: 'a long quote that was never there is missing',
    check: () => equal(find(story(), target(LONG, 'Then came ', ' and on.')).state, 'missing'),
  },
  {
    name: 'a quote outside of the searched element is missing',
    check: () => {
      show('<p>Before it.</p><section><p>Inside.</p></section><p>Behind it.</p>');
      const section = document.querySelector('section');
      if (!section) throw new Error('no section');
      for (const words of ['Before it.', 'Behind it.'])
        equal(anchor(indexText(section), target(words)).state, 'missing', words);
    },
  },
  {
    name: 'a searched element may begin with empty text',
    check: () => {
      const root = show('<p>Fog came in over the pier.</p>');
      root.prepend('', document.createTextNode(''));
      equal(anchor(indexText(root), target('Fog came in over', '', ' the pier.')).span?.start, 0);
    },
  },
  {
    name: 'words that run over many nodes are one range',
    check: () => {
      const root = show('<ul><li>Tarn <b>and</b></li><li>Oster <i>sail</i> at <u>noon</u></li></ul>');
      const found = anchor(indexText(root), target('and Oster sail at noon', 'Tarn '));
      equal(found.range?.toString().replaceAll(/\s+/g, ''), 'andOstersailatnoon');
    },
  },
];
