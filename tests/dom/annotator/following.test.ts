import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageAnnotations } from '#annotator/PageAnnotations.ts';
import { one, STORY, show, story } from '../anchoring/page.ts';
import { annotatedPage, annotationOf, painted, statesOf } from './annotatedPage.ts';

const FOG = 'said the fog had come in faster';
const DEPTH = 'put the depth at its narrowest point at eleven metres';
const paragraphWith = (words: string): HTMLElement => {
  const found = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes(words));
  if (!found) throw new Error(`No “${words}”`);
  return found;
};
const put = (words: string, from: string, to: string) => {
  const paragraph = paragraphWith(words);
  paragraph.textContent = (paragraph.textContent ?? '').replace(from, to);
};

afterEach(() => document.body.replaceChildren());

describe('a change of the page', () => {
  const two = async () => {
    show(story());
    return annotatedPage([annotationOf('fog', FOG), annotationOf('depth', DEPTH)]);
  };

  it('leaves the ranges of untouched words alone', async () => {
    const { page } = await two();
    const [fog] = page.rangesOf('fog');
    put('eleven metres', 'eleven', 'twelve');
    await page.reread();
    one(document, 'main').prepend(document.createElement('p'));
    one(document, 'main p').textContent = 'A new paragraph on top of all.';
    await page.reread();
    expect(page.rangesOf('fog')[0]).toBe(fog);
    expect(statesOf(page)).toEqual({ fog: 'exact', depth: 'changed' });
    expect(painted()).toEqual([`yellow: ${FOG}`, `yellow-changed: ${DEPTH.replace('eleven', 'twelve')}`]);
  });

  it('finds the words again where a framework replaced their nodes', async () => {
    const { page } = await two();
    const before = page.rangesOf('fog')[0];
    for (const paragraph of document.querySelectorAll('p'))
      paragraph.replaceChildren(document.createTextNode(paragraph.textContent ?? ''));
    await page.reread();
    expect(page.rangesOf('fog')[0]).not.toBe(before);
    expect(painted()).toEqual([`yellow: ${FOG}`, `yellow: ${DEPTH}`]);
  });

  it('makes words missing that it takes away, and finds them when it brings them back', async () => {
    const { page } = await two();
    const paragraph = paragraphWith(FOG);
    const next = paragraph.nextSibling;
    paragraph.remove();
    await page.reread();
    expect(statesOf(page)).toEqual({ fog: 'missing', depth: 'exact' });
    one(document, 'main').insertBefore(paragraph, next);
    await page.reread();
    expect(statesOf(page)).toEqual({ fog: 'exact', depth: 'exact' });
  });

  it('by the attribute `hidden` alone counts, too', async () => {
    const { page } = await two();
    paragraphWith(FOG).hidden = true;
    await page.reread();
    expect(statesOf(page)).toMatchObject({ fog: 'missing' });
    paragraphWith(FOG).hidden = false;
    await page.reread();
    expect(statesOf(page)).toMatchObject({ fog: 'exact' });
  });

  it('that only stops rendering the words is told as hidden', async () => {
    const { page } = await two();
    const hidden = () => page.anchored().map((anchored) => anchored.hidden);
    expect(hidden()).toEqual([false, false]);
    paragraphWith(FOG).style.display = 'none';
    expect(hidden()).toEqual([true, false]);
    expect(statesOf(page)).toMatchObject({ fog: 'exact' });
  });

  describe('that no node tells of', () => {
    const WORDS = 'The ferry took on water at the second pier';
    /** A switch by style alone, and what it folds or unfolds. */
    const folded = async (rules: string, html: string) => {
      show(`<style>.b{display:none} ${rules}</style><input type="checkbox" id="turn">${html}${story()}`);
      const shown = await annotatedPage([annotationOf('ferry', WORDS)]);
      const turn = one(document, '#turn') as HTMLInputElement;
      return { ...shown, turn };
    };
    const visible = (page: PageAnnotations) =>
      page.rangesOf('ferry').map((range) => range.getBoundingClientRect().height > 0);
    /** What the annotator does twice a second. */
    const upkeep = async (page: PageAnnotations) => {
      if (page.isIntact()) return false;
      await page.repair();
      return true;
    };

    it('shows the other copy of the words: the mark goes there', async () => {
      const copies = `<p class="a">${WORDS}.</p><p class="b">${WORDS}.</p>`;
      const { page, turn } = await folded(
        '#turn:checked ~ .a{display:none} #turn:checked ~ .b{display:block}',
        copies,
      );
      expect(visible(page)).toEqual([true]);
      turn.checked = true;
      expect(await upkeep(page)).toBe(true);
      expect(visible(page)).toEqual([true]);
      expect(painted()).toEqual([`yellow: ${WORDS}`]);
      expect(await upkeep(page)).toBe(false);
      turn.checked = false;
      expect(await upkeep(page)).toBe(true);
      expect(visible(page)).toEqual([true]);
    });

    it('turns a part of itself all the time: the page is read anew for a few of the turns in a minute', async () => {
      const { page, turn } = await folded(
        '#turn:checked ~ .b{display:block}',
        `<div class="b"><p>${WORDS}.</p></div>`,
      );
      let looks = 0;
      for (let n = 0; n < 20; n++) {
        turn.checked = !turn.checked;
        if (await upkeep(page)) looks += 1;
      }
      expect(looks).toBe(4);
      expect(statesOf(page)).toEqual({ ferry: 'exact' });
      // What it does after a quiet minute is followed again.
      const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
      turn.checked = !turn.checked;
      const isFollowed = upkeep(page);
      clock.mockRestore();
      expect(await isFollowed).toBe(true);
    });

    it('shows the other copy while something else changes: the mark goes there', async () => {
      const copies = `<p class="a">${WORDS}.</p><p class="b">${WORDS}.</p>`;
      const { page, turn } = await folded(
        '#turn:checked ~ .a{display:none} #turn:checked ~ .b{display:block}',
        copies,
      );
      turn.checked = true;
      put('eleven metres', 'eleven', 'twelve');
      await page.reread();
      expect(await upkeep(page)).toBe(true);
      expect(visible(page)).toEqual([true]);
    });

    it('unfolds words that it had put anew while they were folded', async () => {
      const { page, turn } = await folded('#turn:checked ~ .b{display:block}', `<p class="a">${WORDS}.</p>`);
      const part = document.createElement('div');
      part.className = 'b';
      part.innerHTML = `<p>${WORDS}.</p>`;
      one(document, '.a').replaceWith(part);
      await page.reread();
      expect(statesOf(page)).toEqual({ ferry: 'exact' });
      turn.checked = true;
      await upkeep(page);
      expect(visible(page)).toEqual([true]);
    });

    it('unfolds the words: the mark is painted there and has its place among the rest', async () => {
      const { page, turn } = await folded(
        '#turn:checked ~ .b{display:block}',
        `<div class="b"><p>${WORDS}.</p></div>`,
      );
      expect(statesOf(page)).toEqual({ ferry: 'exact' });
      expect(visible(page)).toEqual([false]);
      expect(await upkeep(page)).toBe(false);
      turn.checked = true;
      expect(await upkeep(page)).toBe(true);
      expect(visible(page)).toEqual([true]);
      expect(painted()).toEqual([`yellow: ${WORDS}`]);
      // Its own words are read among those that are shown, and an edit of them is noticed.
      put(WORDS, 'second', 'third');
      await page.reread();
      expect(statesOf(page)).toEqual({ ferry: 'changed' });
    });
  });

  it('may replace the whole body', async () => {
    const { page } = await two();
    const body = document.createElement('body');
    body.innerHTML = `<main><p>Another frame around it all.</p>${story()}</main>`;
    const old = document.body;
    old.replaceWith(body);
    await page.reread();
    expect(painted()).toEqual([`yellow: ${FOG}`, `yellow: ${DEPTH}`]);
    body.replaceWith(old);
  });

  it('in a long page goes on in slices and is right', async () => {
    show(
      Array.from({ length: 4_000 }, (_, i) => `<p>${STORY[i % 6]} It was report ${i} of that year.</p>`).join(
        '',
      ),
    );
    const words = 'It was report 3210 of that year.';
    const { page } = await annotatedPage([annotationOf('far', words)]);
    for (const paragraph of [...document.querySelectorAll('p')].slice(0, 200)) paragraph.remove();
    await page.reread();
    expect(painted()).toEqual([`yellow: ${words}`]);
    put('report 3210 ', '3210', '3211');
    await page.reread();
    expect(statesOf(page)).not.toEqual({ far: 'exact' });
  });
});

describe('a storm of changes', () => {
  it('of ten thousand a second is looked at twice a second at most, and never twice at once', async () => {
    show(`${story()}<div id="storm">${'<p>0</p>'.repeat(100)}</div>`);
    const { page, rounds } = await annotatedPage([annotationOf('fog', FOG), annotationOf('depth', DEPTH)]);
    let atWork = 0;
    let most = 0;
    const reread = page.reread.bind(page);
    vi.spyOn(page, 'reread').mockImplementation(async () => {
      most = Math.max(most, ++atWork);
      await reread();
      atWork--;
    });
    const cells = [...document.querySelectorAll('#storm p')];
    const start = performance.now();
    let mutations = 0;
    await new Promise<void>((done) => {
      const timer = setInterval(() => {
        // As many as are due by now, whatever the timer's own pace.
        const due = (performance.now() - start) * 10;
        for (; mutations < due; mutations++) {
          const cell = cells[mutations % cells.length];
          if (mutations % 5 === 0) cell?.replaceChildren(document.createTextNode(String(mutations)));
          else if (cell?.firstChild) (cell.firstChild as Text).data = String(mutations);
        }
        if (mutations < 25_000) return;
        clearInterval(timer);
        done();
      });
    });
    const seconds = (performance.now() - start) / 1_000;
    const seen = rounds();
    expect(seen).toBeGreaterThan(0);
    expect(seen).toBeLessThanOrEqual(Math.ceil(seconds * 2));
    expect(most).toBe(1);
    expect(painted()).toEqual([`yellow: ${FOG}`, `yellow: ${DEPTH}`]);
  });

  it('ends with a look at the last change', async () => {
    show(story());
    const { page, rounds } = await annotatedPage([annotationOf('fog', FOG)]);
    for (let i = 0; i < 50; i++)
      put(FOG.slice(0, 12), i % 2 ? 'slower' : 'faster', i % 2 ? 'faster' : 'slower');
    put(FOG.slice(0, 12), 'faster', 'slower');
    await vi.waitUntil(() => statesOf(page).fog === 'changed');
    expect(rounds()).toBeLessThanOrEqual(2);
  });
});

describe('a page without annotations', () => {
  it('is neither read nor watched', async () => {
    show(story());
    const { page, rounds } = await annotatedPage([]);
    expect(painted()).toEqual([]);
    put(FOG, 'faster', 'slower');
    await new Promise((done) => setTimeout(done));
    await page.reread();
    expect(rounds()).toBe(0);
  });
});
