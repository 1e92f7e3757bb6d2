import { describe, expect, it } from 'vitest';
import { anchor, indexText, updateIndex } from '#anchoring/index.ts';
import { describeIn, one, rangeOfText, STORY, show, story } from './page.ts';

const FIRST = 'The harbour board said on Tuesday that the quay';
const SECOND = 'would close for eleven weeks from March.';
const WHOLE = `${FIRST} ${SECOND}`;

function marked() {
  const root = show(story(WHOLE));
  return describeIn(root, rangeOfText(root, WHOLE));
}

/** The sentence was marked whole; then something was put into it. */
function found(html: string) {
  const target = marked();
  const root = show(story('PLACE').replace('<p>PLACE</p>', html));
  return anchor(indexText(root), JSON.parse(JSON.stringify(target)));
}

describe('furniture in a marked sentence', () => {
  it.each([
    ['an advertisement', '<span class="ad-slot">Advertisement Fly to the sun for less</span>'],
    ['an advertisement by its label', '<span aria-label="Advertisement">Fly to the sun for less</span>'],
    ['a share bar', '<span class="share-bar"><a href="/s">Share</a> <a href="/t">Post</a></span>'],
    ['a tool bar by its role', '<span role="toolbar"><a href="/s">Share</a></span>'],
    ['related links', '<span class="related-links"><a href="/x">Ferry prices to rise again</a></span>'],
    ['a box of a link', '<a href="/x" style="display:block">Read also: Ferry prices to rise again</a>'],
    ['the mark of a footnote', '<sup><a href="#fn1">[1]</a></sup>'],
    ['the mark of a footnote by its role', '<a role="doc-noteref" href="#fn2">2</a>'],
    ['a counter', '<span class="comment-count">48 comments</span>'],
    ['pages', '<span class="pagination">1 2 3</span>'],
    ['a button', '<button>Read more</button>'],
    ['a badge', '<span class="live-badge">LIVE</span>'],
  ])('leaves it exact: %s', (_, box) => {
    const now = found(`<p>${FIRST} ${box} ${SECOND}</p>`);
    expect(now).toMatchObject({ state: 'exact', textNow: WHOLE });
    expect(now.ranges.map((range) => range.toString().trim())).toEqual([FIRST, SECOND]);
  });

  it.each([
    [
      'an advertisement between the halves',
      '<div class="advertisement"><p>Fly to the sun for less</p></div>',
    ],
    ['a letter to subscribe to', '<aside class="newsletter-box">Get our letter every morning</aside>'],
  ])('leaves it exact where it divides the paragraph: %s', (_, box) => {
    const now = found(`<p>${FIRST}</p>${box}<p>${SECOND}</p>`);
    expect(now).toMatchObject({ state: 'exact', textNow: WHOLE });
    expect(now.ranges.map(String)).toEqual([FIRST, SECOND]);
  });

  it('leaves it exact where a script put a box of any name there', () => {
    const target = marked();
    const root = show(story(WHOLE));
    const index = indexText(root);
    const paragraph = [...root.querySelectorAll('p')].find((p) => p.textContent === WHOLE) as HTMLElement;
    const words = paragraph.firstChild as Text;
    const box = document.createElement('div');
    box.textContent = 'Fly to the sun for less';
    words.splitText(FIRST.length + 1).before(box);
    for (const now of [indexText(root), updateIndex(index, [paragraph, box]).index])
      expect(anchor(now, target)).toMatchObject({ state: 'exact', textNow: WHOLE });
  });

  it('can be marked itself', () => {
    const root = show(`<p>${FIRST} <span class="ad-slot">Fly to the sun for less</span> ${SECOND}</p>`);
    const target = describeIn(root, rangeOfText(root, 'Fly to the sun for less'));
    expect(target.exact).toBe('Fly to the sun for less');
    expect(anchor(indexText(root), target).state).toBe('exact');
  });
});

describe('words of the article', () => {
  it.each([
    ['a figure that is counted up', `<p>${FIRST} <span class="counter">22,400</span> ${SECOND}</p>`],
    ['an exponent', `<p>${FIRST} 10<sup>6</sup> ${SECOND}</p>`],
    ['a link', `<p>${FIRST} <a class="story-link" href="/x">in the old town</a> ${SECOND}</p>`],
    ['a quotation', `<div>${FIRST} <blockquote>surely</blockquote> ${SECOND}</div>`],
  ])('that are put in are told: %s', (_, html) => {
    expect(found(html).state).toBe('changed');
  });

  it('beside a box that stands between two sentences stay as they are', () => {
    const root = show(`<p>${STORY[0]}</p><div class="related">Ferry prices</div><p>${STORY[1]}</p>`);
    expect(indexText(root).text).toContain('Ferry prices');
    expect(one(root, '.related').textContent).toBe('Ferry prices');
  });
});
