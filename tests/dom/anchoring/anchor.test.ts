import { describe, expect, it } from 'vitest';
import { anchor, indexText, rangesOf } from '#anchoring/index.ts';
import { describeIn, one, rangeBetween, rangeOfText, reanchor, STORY, show, story } from './page.ts';

const CLAIM = 'The line carried 41,300 passengers in May, 3.1 percent more than a year before.';

describe('the same words', () => {
  it.each([
    ['an advertisement is put in before', story(`</p><div>Advertisement</div><p>${CLAIM}`)],
    [
      'inline mark-up is added',
      story(
        'The line carried <a href="/x">41,300</a> passengers in <em>May</em>, 3.1 percent more than a year before.',
      ),
    ],
    ['everything is wrapped', `<div><section>${story(CLAIM)}</section></div>`],
    ['words are broken by soft hyphens', story(CLAIM.replace('passengers', 'pas\u00adsen\u00adgers'))],
    ['words are broken by <wbr>', story(CLAIM.replace('passengers', 'passen<wbr>gers'))],
    ['spaces become no-break spaces', story(CLAIM.replace('3.1 percent', '3.1\u00a0percent'))],
    ['lines are folded anew', story(CLAIM.replaceAll(' ', '\n   '))],
    ['zero-width spaces are put in', story(CLAIM.replace('41,300', '41,\u200b300'))],
    [
      'the text is set in capitals by the page',
      `<div style="text-transform:uppercase">${story(CLAIM)}</div>`,
    ],
    ['the first letter becomes a drop cap', story(`<span>T</span>${CLAIM.slice(1)}`)],
  ])('are exact where %s', (_, after) => {
    expect(reanchor(story(CLAIM), CLAIM, after)).toMatchObject({
      state: 'exact',
      changes: [],
      hidden: false,
    });
  });

  it.each([
    [
      'curly quotation marks for straight ones',
      'She called it "a fair price", he didn\'t.',
      'She called it “a fair price”, he didn’t.',
    ],
    ['another dash', 'The offer - a last one - stands.', 'The offer — a last one — stands.'],
    ['a ligature', 'An efficient office.', 'An e\ufb03cient o\ufb03ce.'],
    ['decomposed letters', 'A café in Zürich.', 'A cafe\u0301 in Zu\u0308rich.'],
    ['capitals', 'The Harbour Board.', 'The harbour board.'],
  ])('are exact where the page has %s', (_, before, after) => {
    expect(reanchor(story(before), before, story(after)).state).toBe('exact');
  });

  it('are found in a caption, a table cell and a list item', () => {
    for (const [open, close] of [
      ['<figure><figcaption>', '</figcaption></figure>'],
      ['<table><tr><td>', '</td></tr></table>'],
      ['<ul><li>', '</li></ul>'],
    ]) {
      const html = story(`</p>${open}${CLAIM}${close}<p>`);
      expect(reanchor(html, CLAIM, `<p>Updated.</p>${html}`).state).toBe('exact');
    }
  });

  it('are found in right-to-left text with marks', () => {
    const line = 'אמר הדובר כי המחיר עלה בשלושה אחוזים מאז האביב';
    expect(reanchor(story(line), line, `<p>חדש</p>${story(`\u200f${line}\u200e`)}`).state).toBe('exact');
  });

  it('are found where every text node was replaced', () => {
    const root = show(story(CLAIM));
    const target = describeIn(root, rangeOfText(root, CLAIM));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes) node.replaceWith(document.createTextNode(node.data));
    expect(anchor(indexText(root), target)).toMatchObject({ state: 'exact', textNow: CLAIM });
  });

  it('are found across adjacent and empty text nodes', () => {
    const root = show(story(CLAIM));
    const target = describeIn(root, rangeOfText(root, CLAIM));
    const node = rangeOfText(root, CLAIM).startContainer as Text;
    node.splitText(9).splitText(12);
    node.after('', document.createTextNode(''));
    const found = anchor(indexText(root), target);
    expect(found.range?.toString()).toBe(CLAIM);
  });

  it('are found in a live blog that puts new entries on top', () => {
    const entry = (n: number, line: string): string => `<article><h3>Entry ${n}</h3><p>${line}</p></article>`;
    const old = STORY.map((line, i) => entry(i, line)).join('') + entry(9, CLAIM);
    expect(
      reanchor(old, CLAIM, entry(12, 'The board meets tonight.') + entry(11, 'A ship was seen.') + old).state,
    ).toBe('exact');
  });

  it('are found after the page goes on to the next article', () => {
    const next =
      '<article><h1>Another story</h1><p>Bakers met on Tuesday to weigh their bread.</p></article>';
    expect(reanchor(story(CLAIM), CLAIM, story(CLAIM) + next).state).toBe('exact');
  });

  it('are hidden, and said to be, where they are not rendered', () => {
    const after = `<p>${STORY[0]}</p><div style="display:none">${story(CLAIM)}</div>`;
    expect(reanchor(story(CLAIM), CLAIM, after)).toMatchObject({ state: 'exact', hidden: true });
  });

  it('are taken from the rendered copy where a page holds a hidden one as well', () => {
    const root = show(story(CLAIM));
    const target = describeIn(root, rangeOfText(root, CLAIM));
    const twice = show(
      `<div style="display:none">${story(CLAIM)}</div><div id="shown"><p>New.</p>${story(CLAIM)}</div>`,
    );
    const found = anchor(indexText(twice), target);
    expect(found).toMatchObject({ state: 'exact', hidden: false });
    expect(one(twice, '#shown').contains(found.range?.startContainer ?? null)).toBe(true);
  });

  it('are found at the very beginning and end of a page', () => {
    for (const line of [STORY[0], STORY.at(-1)]) {
      expect(reanchor(story(), line ?? '', `<p>Now first.</p>${story()}<p>Now last.</p>`).state).toBe(
        'exact',
      );
    }
  });

  it('overlap without harm', () => {
    const root = show(story(CLAIM));
    const a = describeIn(root, rangeOfText(root, 'carried 41,300 passengers in May'));
    const b = describeIn(root, rangeOfText(root, 'passengers in May, 3.1 percent'));
    const index = indexText(show(`<p>New.</p>${story(CLAIM)}`));
    expect([anchor(index, a).textNow, anchor(index, b).textNow]).toEqual([
      'carried 41,300 passengers in May',
      'passengers in May, 3.1 percent',
    ]);
  });
});

describe('changed words', () => {
  it.each([
    ['figure', CLAIM.replace('3.1', '8.4')],
    ['figure', CLAIM.replace('41,300', '14,300')],
    ['direction', CLAIM.replace('more', 'less')],
    ['date', CLAIM.replace('May', 'June')],
    ['negation', CLAIM.replace('carried', 'never carried')],
  ])('that touch a %s are shown', (touches, after) => {
    const found = reanchor(story(CLAIM), CLAIM, story(after));
    expect(found).toMatchObject({ state: 'changed', textNow: after });
    expect(found.changes.some((change) => change.touches === touches)).toBe(true);
  });

  it('at the edge of the quote are part of what is shown', () => {
    const found = reanchor(story(CLAIM), 'The line carried 41,300', story(CLAIM.replace('41,300', '52,700')));
    expect(found).toMatchObject({ state: 'changed', textNow: 'The line carried 52,700' });
  });

  it('by a correction note in the middle keep the place', () => {
    const after = CLAIM.replace('in May', '(corrected from an earlier figure) in May');
    expect(reanchor(story(CLAIM), CLAIM, story(after))).toMatchObject({ state: 'changed', textNow: after });
  });

  it('by an advertisement in the middle of the paragraph keep the place', () => {
    const after = CLAIM.replace('in May', '<div>Advertisement</div> in May');
    expect(['exact', 'changed']).toContain(reanchor(story(CLAIM), CLAIM, story(after)).state);
  });

  it('by splitting the sentence keep the place', () => {
    const after = CLAIM.replace(', 3.1', '. That is 3.1');
    expect(reanchor(story(CLAIM), CLAIM, story(after))).toMatchObject({ state: 'changed', textNow: after });
  });
});

describe('words that are gone', () => {
  const TWIN = 'The line carried 9,800 passengers in June, 2.2 percent more than a year before.';

  it.each([
    ['the sentence was deleted', story()],
    ['a look-alike stays elsewhere', story().replace('</p>', ` ${TWIN}</p>`)],
    [
      'the address shows another article',
      '<h1>Bread</h1><p>Bakers met on Tuesday to weigh their bread and found it wanting.</p>',
    ],
    ['the paywall cut the page', `<p>${STORY[0]}</p><p>Subscribe to read on.</p>`],
    ['the page is empty', ''],
  ])('are not painted where %s', (_, after) => {
    const before = story(CLAIM).replace('</p>', ` ${TWIN}</p>`);
    expect(['missing', 'suggested']).toContain(reanchor(before, CLAIM, after).state);
  });

  it('come back when the reader has logged in', () => {
    const root = show(story(CLAIM));
    const target = describeIn(root, rangeOfText(root, CLAIM));
    expect(anchor(indexText(show(`<p>${STORY[0]}</p><p>Subscribe.</p>`)), target).state).toBe('missing');
    expect(anchor(indexText(show(story(CLAIM))), target).state).toBe('exact');
  });

  it('are not looked for in our own interface or in another annotator’s', () => {
    const root = show(story(CLAIM));
    const target = describeIn(root, rangeOfText(root, CLAIM));
    const page = show(
      `<claimlight-panel><p>${CLAIM}</p></claimlight-panel><hypothesis-sidebar>${CLAIM}</hypothesis-sidebar>${story()}`,
    );
    expect(anchor(indexText(page), target).state).toBe('missing');
  });
});

describe('hostile and unusual pages', () => {
  it('form controls that take the names of DOM properties do not mislead', () => {
    const form = (inner: string): string =>
      `<form><input name="firstChild"><input name="nextSibling"><input name="parentNode"><input name="nodeType"><input name="localName">${inner}</form>`;
    expect(reanchor(form(story(CLAIM)), CLAIM, form(`<p>New.</p>${story(CLAIM)}`)).state).toBe('exact');
  });

  it('a page nested 20,000 deep is read', () => {
    const root = show('');
    let inner: Element = root;
    for (let i = 0; i < 20_000; i++) inner = inner.appendChild(document.createElement('span'));
    inner.textContent = 'At the bottom.';
    expect(indexText(root).text).toBe('At the bottom.');
  });

  it('open shadow trees are read in place, with slotted text where it is shown', () => {
    const root = show('<p>Before.</p><x-card><span>light part</span></x-card><p>After.</p>');
    const shadow = one(root, 'x-card').attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>In the shadow: <slot></slot>, and on.</p>';
    const index = indexText(root);
    expect(index.text).toBe('Before. In the shadow: light part, and on. After.');
    const target = describeIn(root, rangeOfText(shadow, 'In the shadow'));
    expect(anchor(index, target)).toMatchObject({ state: 'exact', textNow: 'In the shadow' });
  });

  it('a span over the edge of a shadow tree has a range for each tree', () => {
    const root = show('<p>Before.</p><x-card></x-card><p>After.</p>');
    one(root, 'x-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Inside.</p>';
    const index = indexText(root);
    const ranges = rangesOf(index, { start: 0, end: index.text.length });
    expect(ranges.map(String)).toEqual(['Before.', 'Inside.', 'After.']);
  });

  it('a selection inside a text node begins and ends at the right unit', () => {
    const root = show('<p id="a">  spaced \n out\u00a0 words </p>');
    const node = one(root, '#a').firstChild as Text;
    const index = indexText(root);
    const target = describeIn(
      root,
      rangeBetween(node, node.data.indexOf('out'), node, node.data.indexOf('words') + 5),
    );
    expect(target.exact).toBe('out words');
    expect(anchor(index, target).range?.toString()).toBe('out\u00a0 words');
  });
});
