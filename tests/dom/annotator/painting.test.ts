import { afterEach, describe, expect, it } from 'vitest';
import { one, rangeOfText, show, story } from '../anchoring/page.ts';
import { annotatedPage, annotationOf, painted } from './annotatedPage.ts';

const LONG = 'Harbour pilot Edda Vesterholt said the fog had come in faster than any forecast had promised';
const INNER = 'the fog had come in faster';

afterEach(() => {
  document.body.replaceChildren();
  CSS.highlights.delete('the-page’s-own');
});

const middleOf = (words: string): [number, number] => {
  const [box] = rangeOfText(document.body, words).getClientRects();
  if (!box) throw new Error('not shown');
  return [box.x + box.width / 2, box.y + box.height / 2];
};

describe('painting', () => {
  it('changes nothing in the document, and leaves the page’s own highlights', async () => {
    const root = show(story());
    const own = new Highlight(rangeOfText(root, 'the market opened'));
    CSS.highlights.set('the-page’s-own', own);
    const before = document.documentElement.outerHTML;
    const height = document.documentElement.scrollHeight;
    await annotatedPage([annotationOf('long', LONG)]);
    expect(painted()).toEqual([`yellow: ${LONG}`]);
    expect(document.documentElement.outerHTML).toBe(before);
    expect(document.documentElement.scrollHeight).toBe(height);
    expect(CSS.highlights.get('the-page’s-own')).toBe(own);
    expect(own.size).toBe(1);
  });

  it('is taken up again where the page emptied the registry', async () => {
    show(story());
    const { page } = await annotatedPage([annotationOf('long', LONG)]);
    CSS.highlights.clear();
    await page.reread();
    expect(painted()).toEqual([`yellow: ${LONG}`]);
  });

  it('follows colours, and ends with the annotation', async () => {
    show(story());
    const one = annotationOf('long', LONG);
    const { page } = await annotatedPage([one]);
    await page.show([{ ...one, color: 'pink', revision: 2 }]);
    expect(painted()).toEqual([`pink: ${LONG}`]);
    await page.show([]);
    expect(painted()).toEqual([]);
  });

  it('lifts one highlight out and lets it go', async () => {
    show(story());
    const { page, painter } = await annotatedPage([annotationOf('long', LONG), annotationOf('inner', INNER)]);
    const lifted = () => [...(CSS.highlights.get('claimlight-focus') ?? [])].map(String);
    painter.focus('inner');
    expect(lifted()).toEqual([INNER]);
    painter.focus('long');
    expect(lifted()).toEqual([LONG]);
    await page.show([]);
    expect(lifted()).toEqual([]);
  });

  it('ends when the annotator does, with nothing of ours left in the registry', async () => {
    show(story());
    const { painter } = await annotatedPage([annotationOf('long', LONG)]);
    painter.stop();
    expect([...CSS.highlights.keys()].filter((name) => name.startsWith('claimlight-'))).toEqual([]);
  });
});

describe('a point of the page', () => {
  it('gives the inner highlight first where two overlap, and none beside them', async () => {
    show(story());
    const { painter } = await annotatedPage([annotationOf('long', LONG), annotationOf('inner', INNER)]);
    expect(painter.at(...middleOf(INNER))).toEqual(['inner', 'long']);
    expect(painter.at(...middleOf('Harbour pilot'))).toEqual(['long']);
    expect(painter.at(...middleOf('the market opened'))).toEqual([]);
  });

  it('counts only where the words are, not within their bounding box', async () => {
    show(`<p style="width:20em">${story().replace(/<\/?p>/g, '')}</p>`);
    const words = 'the first traders were seen counting empty crates';
    const { painter } = await annotatedPage([annotationOf('lines', words)]);
    const boxes = [...rangeOfText(document.body, words).getClientRects()];
    const last = boxes.at(-1);
    expect(boxes.length).toBeGreaterThan(1);
    if (!last) return;
    expect(painter.at(last.left + 2, last.top + last.height / 2)).toEqual(['lines']);
    expect(painter.at(last.right + 20, last.top + last.height / 2)).toEqual([]);
  });
});

describe('text that is not the page’s', () => {
  it.each([
    ['ours', 'claimlight-panel'],
    ['another annotator’s', 'hypothesis-sidebar'],
  ])('in the interface of %s is never painted', async (_whose, tag) => {
    show(story());
    const annotation = annotationOf('long', LONG);
    const words = one(document, 'main').textContent ?? '';
    one(document, 'main').innerHTML = `<p>Nothing of it is left.</p><${tag}><p>${words}</p></${tag}>`;
    await annotatedPage([annotation]);
    expect(painted()).toEqual([]);
  });
});
