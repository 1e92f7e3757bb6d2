import { afterEach, describe, expect, it, vi } from 'vitest';
import { lackIn, readSelection } from '#annotator/readSelection.ts';
import { one, rangeOfText, show, story } from '../anchoring/page.ts';
import { annotationOf } from './annotatedPage.ts';
import { quickController } from './quickPage.ts';

const FOG = 'said the fog had come in faster';
const DEPTH = 'put the depth at its narrowest point at eleven metres';

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.designMode = 'off';
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const select = (range: Range) => {
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
};

/** How a page writes an editor, and what of it is the reader's own. */
const EDITORS: [html: string, isRead: boolean][] = [
  ['<div contenteditable>these words</div>', false],
  ['<div contenteditable="true">these words</div>', false],
  ['<div contenteditable="TRUE">these words</div>', false],
  ['<div contenteditable="plaintext-only">these words</div>', false],
  ['<div contenteditable><p>A <b>these words</b> B</p></div>', false],
  ['<div contenteditable><svg><text>these words</text></svg></div>', false],
  ['<div contenteditable="true"><div contenteditable="false">these words</div></div>', true],
  ['<div contenteditable="TRUE"><p contenteditable="FALSE">A <i>these words</i></p></div>', true],
  ['<div contenteditable="false"><p contenteditable>these words</p></div>', false],
  ['<div contenteditable="false">these words</div>', true],
  ['<form contenteditable="true"><input name="isContentEditable"><p>these words</p></form>', false],
  ['<form><input name="isContentEditable"><p>these words</p></form>', true],
  ['<p>these words</p>', true],
];

describe('words', () => {
  it.each(EDITORS)('in %s', (html, isRead) => {
    show(html);
    select(rangeOfText(document.body, 'these words'));
    expect(readSelection([document]).map(String)).toEqual(isRead ? ['these words'] : []);
    if (!isRead) expect(lackIn([document])).toBe('draft');
  });

  it('of a document in design mode are a draft', () => {
    show('<p>these words</p>');
    document.designMode = 'on';
    select(rangeOfText(document.body, 'these words'));
    expect(readSelection([document])).toEqual([]);
    expect(lackIn([document])).toBe('draft');
  });
});

describe('why nothing can be marked', () => {
  it.each<[why: string, html: string, act: (root: HTMLElement) => void]>([
    ['nothing', '<p>words</p>', () => undefined],
    ['nothing', '<p>words</p>', (root) => getSelection()?.collapse(root, 0)],
    ['draft', '<textarea>my own words</textarea>', (root) => root.querySelector('textarea')?.select()],
    ['draft', '<input value="my own words">', (root) => root.querySelector('input')?.select()],
    [
      'wordless',
      '<p>a</p><img alt="A harbour" src="data:,"><p>b</p>',
      (root) => {
        const range = document.createRange();
        range.selectNode(one(root, 'img'));
        select(range);
      },
    ],
    [
      'otherSite',
      '<iframe sandbox src="data:text/html,words"></iframe>',
      (root) => root.querySelector('iframe')?.focus(),
    ],
  ])('%s: %s', (why, html, act) => {
    act(show(html));
    expect(readSelection([document])).toEqual([]);
    expect(lackIn([document])).toBe(why);
  });
});

describe('a press that cannot do what it says is answered', () => {
  const open = async () => {
    show(story());
    return quickController(() => null, [annotationOf('fog', FOG)]);
  };

  it.each(['note', 'source', 'claim', null] as const)('where nothing is selected (%s)', async (then) => {
    const { quick, said } = await open();
    await quick.markRanges([], null, then);
    expect(said()).toBe('nothing');
  });

  it('where what is selected is a drawing only', async () => {
    const root = show(`${story()}<svg><text>7</text></svg>`);
    const { quick, said } = await quickController(() => null, []);
    const range = document.createRange();
    range.selectNodeContents(one(root, 'svg'));
    await quick.markRanges([range], null, 'note');
    expect(said()).toBe('wordless');
  });

  it('where a source is to be attached and no claim is in hand', async () => {
    const { quick, said } = await open();
    await quick.evidence.useRanges([rangeOfText(document.body, FOG)]);
    expect(said()).toBe('noClaim');
  });

  it('where two passages are to be one source', async () => {
    const { quick, said } = await open();
    quick.evidence.hold({ id: 'claim', words: 'A claim' });
    await quick.evidence.useRanges([rangeOfText(document.body, FOG), rangeOfText(document.body, DEPTH)]);
    expect(said()).toBe('oneOnly');
  });

  it('in the editor, where one is open', async () => {
    const { quick, said } = await open();
    quick.open(['fog']);
    quick.edit('note');
    await quick.evidence.useRanges([rangeOfText(document.body, DEPTH)]);
    expect(said()).toBe('writing');
  });
});

describe('several ranges', () => {
  const claim = { statement: '', type: 'other', attribution: '', status: 'open' } as const;

  it.each([
    ['with a note', 'note', 'editor', {}],
    ['as claims', 'claim', 'claim', { claim }],
  ] as const)('are all stored %s for one undo, and opened at the first', async (_, then, opened, made) => {
    show(story());
    const words = [FOG, DEPTH, 'the first traders were seen counting empty crates'];
    const stored: string[] = [];
    const ids: unknown[] = [];
    const beside: unknown[] = [];
    const answer = (call: string, { id, target, besideId, isClaim }: Record<string, unknown>) => {
      // A patch would be another step of undo.
      expect(call).not.toBe('patchAnnotation');
      if (call !== 'annotate') return null;
      expect(isClaim).toBe(then === 'claim');
      const { exact } = target as { exact: string };
      stored.push(exact);
      ids.push(id);
      beside.push(besideId);
      return { annotation: annotationOf(String(id), exact, { color: 'green', ...made }), actionId: 'a' };
    };
    const { quick, shown, reloading, letReload } = await quickController(answer, []);
    const marking = quick.markRanges(
      words.map((one) => rangeOfText(document.body, one)),
      'green',
      then,
    );
    await reloading();
    letReload();
    await marking;
    expect(stored).toEqual(words);
    expect(beside).toEqual([undefined, ids[0], ids[0]]);
    expect(shown()).toBe(opened);
  });
});
