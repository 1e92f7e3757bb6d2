import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { GramTable } from '#anchoring/GramTable.ts';
import { describe, indexText } from '#anchoring/index.ts';
import { show, story } from '../anchoring/page.ts';
import { sampleAnnotation } from '../components/samples.ts';
import { annotatedPage, annotationOf, painted, statesOf } from './annotatedPage.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Counts how often the page's text is read and the browser asked how an element is shown. */
function countingReads(): () => number {
  let reads = 0;
  const data = Object.getOwnPropertyDescriptor(CharacterData.prototype, 'data') as PropertyDescriptor;
  Object.defineProperty(CharacterData.prototype, 'data', {
    ...data,
    get(this: CharacterData) {
      reads++;
      return data.get?.call(this);
    },
  });
  onTestFinished(() => {
    Object.defineProperty(CharacterData.prototype, 'data', data);
  });
  const styles = vi.spyOn(window, 'getComputedStyle');
  return () => {
    const sum = reads + styles.mock.calls.length;
    reads = 0;
    styles.mockClear();
    return sum;
  };
}

/** A word that stands in one line only. */
const word = (n: number, i: number, k: number): string =>
  (Math.imul(n * 1_000 + i * 10 + k, 0x9e3779b1) >>> 0)
    .toString(36)
    .replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
const sentence = (n: number, i: number): string =>
  `Entry ${n}.${i}: ${[1, 2, 3, 4, 5, 6].map((k) => word(n, i, k)).join(' ')}.`;
const LINES = 24;
/** What an endless page appends at once: lines beside one another, in the story or as an article of their own. */
const SHAPES: [name: string, html: (lines: string[]) => string][] = [
  ['paragraphs', (lines) => lines.map((line) => `<p>${line}</p>`).join('\n')],
  ['an article', (lines) => `<article>${lines.map((line) => `<p>${line}</p>`).join('\n')}</article>`],
];

const STEPS = 30;
const NEVER = 10;

it.each(SHAPES)(
  'an endless page costs no more for each next part than for the first: %s',
  async (_, html) => {
    const part = (n: number) => html(Array.from({ length: LINES }, (_, i) => sentence(n, i)));
    // Marks in parts that are not there yet, a few of them in each, and in some that never come.
    const root = show(Array.from({ length: STEPS + NEVER }, (_, n) => part(n)).join(''));
    const index = indexText(document.body);
    const marks = [...root.querySelectorAll('p')].flatMap((line, at) => {
      const [n, i] = [Math.floor(at / LINES), at % LINES];
      if (i !== 2 && i !== 9) return [];
      const range = document.createRange();
      range.selectNodeContents(line);
      return [sampleAnnotation({ id: `${n}.${i}`, target: describe(index, range) })];
    });
    root.innerHTML = story() + part(0);
    const { page } = await annotatedPage(marks);
    expect(statesOf(page)).toMatchObject({ '0.2': 'exact', '1.2': 'missing' });

    const build = vi.spyOn(GramTable, 'build');
    const reads = countingReads();
    const costs: number[] = [];
    for (let n = 1; n < STEPS; n++) {
      root.insertAdjacentHTML('beforeend', part(n));
      reads();
      await page.reread();
      costs.push(reads());
    }
    expect(Math.max(...costs.slice(-10))).toBeLessThan(1.5 * Math.max(...costs.slice(0, 10)));
    // The first search in a page may build one.
    expect(build.mock.calls.length).toBeLessThan(STEPS / 4);

    const states = statesOf(page);
    for (let n = 0; n < STEPS + NEVER; n++) expect(states[`${n}.9`]).toBe(n < STEPS ? 'exact' : 'missing');
    expect(painted()).toHaveLength(2 * STEPS);

    // Pages of this kind take away what was scrolled past.
    for (const element of [...root.children].slice(0, 6 + (html([]) === '' ? 5 * LINES : 5)))
      element.remove();
    await page.reread();
    const left = statesOf(page);
    for (let n = 0; n < STEPS; n++) expect(left[`${n}.2`]).toBe(n < 5 ? 'missing' : 'exact');
  },
);

it('leaves a sentence that is much like the marked one when the marked one comes', async () => {
  const told = (crowns: number) =>
    `<p>The harbour raised its tolls for grey barges by ${crowns} crowns in May, the clerk said.</p>`;
  const words = 'The harbour raised its tolls for grey barges by 31 crowns in May';
  const root = show(story() + told(31));
  const mark = annotationOf('mark', words);
  root.innerHTML = story() + told(64);
  const { page } = await annotatedPage([mark]);
  expect(statesOf(page)).toEqual({ mark: 'changed' });

  root.insertAdjacentHTML('beforeend', told(31));
  await page.reread();
  expect(statesOf(page)).toEqual({ mark: 'exact' });
  expect(painted()).toEqual([expect.stringMatching(/by 31 crowns in May$/)]);
});
