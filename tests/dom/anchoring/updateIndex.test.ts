import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, anchorAll, anchorSlices, indexSlices, indexText, updateIndex } from '#anchoring/index.ts';
import { inventedArticle } from '../../unit/anchoring/inventedNews.ts';
import { describeIn, one, rangeOfText, STORY, show, story } from './page.ts';

const LATE = 'The inquiry will open on 9 March in the old customs house.';

describe('an index brought up to date', () => {
  it('equals a new one after any mutations', () => {
    const operation = fc.record({
      kind: fc.constantFrom('text', 'append', 'insert', 'remove', 'inline', 'divide'),
      at: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 5 }), (operations) => {
        const root = show(story());
        let index = indexText(root);
        for (const [n, { kind, at }] of operations.entries()) {
          index = updateIndex(index, mutate(root, kind, at, n)).index;
        }
        const fresh = indexText(root);
        expect(index.text.trim()).toBe(fresh.text.trim());
        expect([...index.nodeStart]).toEqual([...fresh.nodeStart]);
        expect(index.nodes).toEqual(fresh.nodes);
        expect([...index.blockStart]).toEqual([...fresh.blockStart]);
        expect([...index.kind]).toEqual([...fresh.kind]);
      }),
      { numRuns: 200 },
    );
  });

  it('follows a form whose controls take the names of DOM properties and methods', () => {
    const names = ['closest', 'contains', 'compareDocumentPosition', 'parentNode', 'childNodes', 'hidden'];
    const controls = names.map((name) => `<input type="hidden" name="${name}">`).join('');
    const root = show(`<form>${controls}${story()}</form>`);
    const index = indexText(root);
    const form = one(root, 'form');
    one(root, 'p:nth-of-type(2)').remove();
    const { index: updated } = updateIndex(index, [form]);
    expect(updated.text.trim()).toBe(indexText(root).text.trim());
    expect(updated.text).not.toBe(index.text);
  });

  it('says where old spans stand now and which were touched', () => {
    const root = show(story());
    const index = indexText(root);
    const paragraph = document.createElement('p');
    paragraph.textContent = LATE;
    one(root, 'p:nth-child(2)').after(paragraph);
    const update = updateIndex(index, [paragraph]);
    const spanOf = (text: string, of: string) => ({
      start: of.indexOf(text),
      end: of.indexOf(text) + text.length,
    });
    for (const line of STORY) {
      expect(update.moved(spanOf(line, index.text))).toEqual(spanOf(line, update.index.text));
    }
    const edited = one(root, 'p').firstChild as Text;
    edited.data = edited.data.replace('dawn', 'noon');
    const second = updateIndex(update.index, [edited]);
    expect(second.moved(spanOf(STORY[0] ?? '', update.index.text))).toBeNull();
  });

  it('finds a missing note in a late paragraph and leaves the other missing ones alone', () => {
    const full = show(story(LATE));
    const late = describeIn(full, rangeOfText(full, LATE));
    const other = {
      ...late,
      exact: 'Nothing of the kind was ever printed here, said nobody.',
      prefix: '',
      suffix: '',
    };
    const root = show(story());
    const index = indexText(root);
    expect(anchor(index, late).state).toBe('missing');
    const paragraph = document.createElement('p');
    paragraph.textContent = LATE;
    one(root, 'p:nth-child(3)').after(paragraph);
    const [found, nothing] = updateIndex(index, [paragraph]).retry([late, other]);
    expect(found).toMatchObject({ state: 'exact', textNow: LATE });
    expect(nothing).toBeNull();
  });
});

function mutate(root: HTMLElement, kind: string, at: number, n: number): Node[] {
  const paragraphs = root.querySelectorAll('p');
  const paragraph =
    paragraphs[at % Math.max(1, paragraphs.length)] ?? root.appendChild(document.createElement('p'));
  const text = document.createTextNode(` line ${n} `);
  const block = document.createElement('div');
  block.textContent = `Block ${n}`;
  if (kind === 'text') paragraph.firstChild?.replaceWith(text);
  if (kind === 'append') root.append(block);
  if (kind === 'insert') paragraph.before(block);
  if (kind === 'inline') paragraph.append(text);
  if (kind === 'divide') paragraph.firstChild?.after(block, text);
  if (kind === 'remove') {
    paragraph.remove();
    return [root];
  }
  return kind === 'append' || kind === 'insert' ? [block] : [paragraph];
}

describe('work in slices', () => {
  it('gives the index that one go gives', () => {
    const root = show(
      inventedArticle(5, 1000)
        .map((line) => `<p>${line}</p>`)
        .join(''),
    );
    const work = indexSlices(root, 0);
    let steps = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) steps++;
    expect(steps).toBeGreaterThan(1);
    expect(step.value.text).toBe(indexText(root).text);
  });

  it('gives the anchors that one go gives, in order', () => {
    const texts = inventedArticle(6, 40);
    const root = show(texts.map((line) => `<p>${line}</p>`).join(''));
    const targets = texts.map((line) => describeIn(root, rangeOfText(root, line.slice(5, 60))));
    const index = indexText(show(texts.map((line) => `<p>${line.replace(/\d/, '0')}</p>`).join('')));
    const batches = [...anchorSlices(index, targets, { budgetMs: 0 })];
    expect(batches.length).toBeGreaterThan(5);
    for (const { from, anchors } of batches) {
      for (const [i, found] of anchors.entries())
        expect(found.span).toEqual(anchorAll(index, targets)[from + i]?.span);
    }
    expect(batches.flatMap(({ anchors }) => anchors)).toHaveLength(targets.length);
  });
});
