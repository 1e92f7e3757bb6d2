import {
  anchorSlices,
  describe,
  indexSlices,
  indexText,
  type Target,
  updateIndex,
} from '#anchoring/index.ts';
import { ANCHORERS, type Anchorer } from './anchorers.ts';
import { newsPage, overlap, type Paragraph, paragraphAt, RawOffsets, rangeIn } from './newsPage.ts';
import { randomFrom } from './random.ts';

/** What runs inside the measured page; the runner calls it through `window.bench`. */

interface Selection {
  b: number;
  s: number;
  e: number;
  kind: string;
  label: string;
  gold: [number, number, number, number] | null;
}

export interface EditedCase {
  id: string;
  old: string[];
  new: string[];
  sels: Selection[];
}

export type Verdict = 'right' | 'near' | 'wrong' | 'lost';

const byName = (name: string): Anchorer => {
  const found = ANCHORERS.find((a) => a.name === name);
  if (!found) throw new Error(`No program ${name}`);
  return found;
};

const show = (html: string): void => {
  document.body.innerHTML = html;
  void document.body.offsetHeight;
};

const plain = (texts: string[]): Paragraph[] => texts.map((text) => ({ text, tag: 'p' }));

/** Describes a case's selections in the old page and looks for them in the new one. */
async function edited(name: string, testCase: EditedCase): Promise<{ label: string; verdict: Verdict }[]> {
  const program = byName(name);
  show(newsPage(plain(testCase.old), { seed: 3 }));
  program.load();
  const targets: string[] = [];
  for (const { b, s, e } of testCase.sels) {
    targets.push(JSON.stringify((await program.describe(rangeIn(paragraphAt(b), s, e))) ?? null));
  }
  show(newsPage(plain(testCase.new), { seed: 4 }));
  program.load();
  const offsets = new RawOffsets();
  const results: { label: string; verdict: Verdict }[] = [];
  for (const [i, { label, gold }] of testCase.sels.entries()) {
    let range: Range | null = null;
    try {
      range = await program.find(JSON.parse(targets[i] ?? 'null'));
    } catch {
      // A program that throws has not found it; the table counts it as lost.
    }
    results.push({ label, verdict: verdictOf(offsets, range, gold) });
  }
  return results;
}

function verdictOf(offsets: RawOffsets, range: Range | null, gold: Selection['gold']): Verdict {
  if (!range) return 'lost';
  if (!gold) return 'wrong';
  const [first, start, last, end] = gold;
  const from = offsets.of(
    rangeIn(paragraphAt(first), start, paragraphAt(first).textContent?.length ?? start),
  )[0];
  const to = offsets.of(rangeIn(paragraphAt(last), 0, end))[1];
  const share = overlap(offsets.of(range), [from, to]);
  return share >= 0.5 ? 'right' : share > 0 ? 'near' : 'wrong';
}

/** Selections of 20 to 300 units at word edges, short ones more often. */
function selectionsOf(paragraphs: Paragraph[], count: number): { b: number; s: number; e: number }[] {
  const random = randomFrom(11);
  const usable = paragraphs.flatMap(({ text }, i) => (text.length >= 40 ? [i] : []));
  const selections: { b: number; s: number; e: number }[] = [];
  for (let tries = 0; selections.length < count && tries < count * 50; tries++) {
    const b = usable[Math.floor(random() * usable.length)] ?? 0;
    const text = paragraphs[b]?.text ?? '';
    const length = Math.min(text.length, Math.round(20 * 15 ** random()));
    let s = Math.floor(random() * Math.max(1, text.length - length));
    while (s > 0 && text[s - 1] !== ' ') s--;
    let e = Math.min(text.length, s + length);
    while (e < text.length && text[e] !== ' ') e++;
    if (e - s >= 20 && text.slice(s, e).trim().length === e - s) selections.push({ b, s, e });
  }
  return selections;
}

/** Replaces, inserts or deletes units at the given rate. */
function typos(text: string, rate: number, random: () => number): string {
  const letters = 'etaoinshrdlucmfwypvbgk ';
  const letter = () => letters[Math.floor(random() * letters.length)] ?? 'e';
  let out = '';
  for (const unit of text) {
    if (random() >= rate) out += unit;
    else {
      const kind = Math.floor(random() * 3);
      out += kind === 0 ? letter() : kind === 1 ? unit + letter() : '';
    }
  }
  return out;
}

declare global {
  interface Window {
    /** Main-thread CPU milliseconds so far, given by the runner; wall time without it. */
    cpuMs?: () => Promise<number>;
  }
}

let readingCost: number | null = null;
async function cpu(): Promise<number> {
  return window.cpuMs ? await window.cpuMs() : performance.now();
}

/** CPU milliseconds of some work, less what the reading itself costs. */
async function measure(work: () => unknown | Promise<unknown>): Promise<number> {
  if (readingCost === null) {
    const costs: number[] = [];
    for (let i = 0; i < 9; i++) {
      const a = await cpu();
      costs.push((await cpu()) - a);
    }
    readingCost = costs.sort((a, b) => a - b)[4] ?? 0;
  }
  const before = await cpu();
  await work();
  return Math.max(0, (await cpu()) - before - readingCost);
}

/** CPU ms to describe and to anchor `count` notes on a page, unchanged, with insertions, and with 5 % of units edited. */
async function speed(name: string, paragraphs: Paragraph[], count: number, limitMs: number) {
  const program = byName(name);
  show(newsPage(paragraphs));
  const selections = selectionsOf(paragraphs, count);
  program.load();
  const targets: string[] = [];
  const describeMs = await measure(async () => {
    const start = performance.now();
    for (const { b, s, e } of selections) {
      targets.push(JSON.stringify(await program.describe(rangeIn(paragraphAt(b), s, e))));
      if (performance.now() - start > limitMs) break;
    }
  });
  const random = randomFrom(99);
  const changed = paragraphs.map(({ text, tag }) => ({ text: typos(text, 0.05, random), tag }));
  const pages = {
    same: newsPage(paragraphs),
    inserted: newsPage(paragraphs, { inserted: true }),
    edited: newsPage(changed),
  };
  const modes: Record<string, number> = {};
  for (const [mode, html] of Object.entries(pages)) {
    show(html);
    program.load();
    let done = 0;
    const ms = await measure(async () => {
      const start = performance.now();
      for (const target of targets) {
        await program.find(JSON.parse(target));
        done++;
        if (performance.now() - start > limitMs) break;
      }
    });
    modes[mode] = (ms / Math.max(1, done)) * count;
  }
  return { describeMs: describeMs / Math.max(1, targets.length), ...modes };
}

/** CPU ms to read a page as it is shown and by its tags alone, turn by turn. */
async function reading(html: string): Promise<{ shownMs: number; plainMs: number }> {
  show(html);
  const turns = await repeat(7, async () => ({
    shown: await measure(() => indexText(document.body)),
    plain: await measure(() => indexText(document.body, 'plain')),
  }));
  return {
    shownMs: Math.min(...turns.map(({ shown }) => shown)),
    plainMs: Math.min(...turns.map(({ plain }) => plain)),
  };
}

/** Every element with a class, as most sites write them. */
const dressed = (html: string): string => html.replace(/<(\w+)/g, '<$1 class="c-$1"');

/** Figures only Claimlight has: index, slices, late paragraph, bytes. */
async function own(paragraphs: Paragraph[], count: number) {
  const plainly = await reading(newsPage(paragraphs));
  const withClasses = await reading(dressed(newsPage(paragraphs)));
  show(newsPage(paragraphs));
  const index = indexText(document.body);
  const targets = selectionsOf(paragraphs, count).map(({ b, s, e }) =>
    describe(index, rangeIn(paragraphAt(b), s, e)),
  );
  const bytes = targets.reduce(
    (sum, target) => sum + JSON.stringify(target).length - JSON.stringify(target.exact).length,
    0,
  );
  const random = randomFrom(7);
  show(newsPage(paragraphs.map(({ text, tag }) => ({ text: typos(text, 0.05, random), tag }))));
  let longest = 0;
  const work = indexSlices(document.body);
  let fresh = index;
  for (;;) {
    const start = performance.now();
    const step = work.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) {
      fresh = step.value;
      break;
    }
  }
  const batches = anchorSlices(fresh, targets);
  for (;;) {
    const start = performance.now();
    const step = batches.next();
    longest = Math.max(longest, performance.now() - start);
    if (step.done) break;
  }
  return {
    indexMs: plainly.shownMs,
    plainMs: plainly.plainMs,
    dressedMs: withClasses.shownMs,
    dressedPlainMs: withClasses.plainMs,
    bytes: bytes / Math.max(1, targets.length),
    longest,
    lateMs: await late(paragraphs, targets),
  };
}

/** A paragraph appended late to a page with many notes, ten of them not found before. */
async function late(paragraphs: Paragraph[], targets: Target[]): Promise<number> {
  const cut = paragraphs.slice(0, -1);
  const missing = targets
    .slice(0, 10)
    .map((target) => ({ ...target, exact: `${target.exact} not on this page` }));
  const times: number[] = [];
  for (let i = 0; i < 7; i++) {
    show(newsPage(cut));
    const index = indexText(document.body);
    const paragraph = document.createElement('p');
    paragraph.textContent = paragraphs.at(-1)?.text ?? '';
    document.querySelector('article')?.append(paragraph);
    times.push(
      await measure(() => {
        const update = updateIndex(index, [paragraph]);
        update.retry(missing);
      }),
    );
  }
  return times.sort((a, b) => a - b)[3] ?? 0;
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await work());
  return results;
}

export const bench = { edited, speed, own, names: ANCHORERS.map(({ name }) => name) };
Object.assign(window, { bench });
