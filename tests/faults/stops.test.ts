import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo } from '#demo/server.mjs';
import type { Driver } from '../e2e/driver/Driver.ts';
import { until } from '../e2e/driver/until.ts';
import { BROWSERS, launch, PAGES } from '../e2e/launch.ts';
import { annotatorIn } from '../e2e/mark.ts';
import { isSaved } from '../e2e/pageActs.ts';
import { readLibrary } from '../e2e/readLibrary.ts';

const STOPS = 10;
/**
 * A stop comes within this time of its step’s end, ms: after the reader saw the step done, while the rest of it
 * (drafts, news, backups) may be under way. Browsers do not stop a background that owes an answer.
 */
const WITHIN = 400;
/** How often it dies within a call. */
const DEATHS = 10;
/** `FAULT_SEED` of a run that failed makes the same stops again. */
const SEED = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1_000_000));

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** After which steps it is stopped, and how many ms later. */
function stopsOf(steps: number, random: () => number): Map<number, number> {
  const left = Array.from({ length: steps }, (_, at) => at);
  const stops = new Map<number, number>();
  while (stops.size < STOPS)
    for (const at of left.splice(Math.floor(random() * left.length), 1))
      stops.set(at, Math.round(random() * WITHIN));
  return stops;
}

type Step = [name: string, deed: () => Promise<unknown>];

/** A reader's afternoon: two stories, a source, an edit, a deletion taken back. */
function stepsOf(browser: Driver, site: string): Step[] {
  const steel = 'blames the price of steel';
  const staff = 'Staff is the bottleneck';
  const ready = () => annotatorIn(browser, 20_000);
  const painted = (n: number) => browser.waitUntilWithin(20_000, (page, n) => page.painted().length === n, n);
  const closed = () => until('the editor to close', async () => !(await browser.hasQuick()), 20_000);
  const open = async (page: string) => {
    await browser.open(site + page);
    await ready();
  };
  const write = async (note: string) => {
    const quick = await browser.quick();
    await quick.type('[data-testid=note-input]', note);
    await quick.waitUntilWithin(20_000, isSaved);
  };
  const click = async (testid: string) => (await browser.quick()).click(`[data-testid=${testid}]`);
  const cards = async () => (await browser.sidebar()).evaluate((page) => page.cards());
  return [
    ['open a story', () => open(PAGES.tram)],
    ['select words', () => browser.selectByMouse(steel).then(() => browser.quick())],
    ['mark them', () => click('mark-green').then(() => painted(1))],
    ['come back to the mark', () => browser.clickText(steel).then(() => browser.quick())],
    ['begin a note', () => click('add-note')],
    ['write it', () => write('Compare with the bid.')],
    ['begin a source', () => click('add-source')],
    [
      'write its address',
      async () => (await browser.quick()).type('[data-testid=source-url]', 'records.example/bid'),
    ],
    ['close the editor', () => click('save').then(closed)],
    ['open another story', () => open(PAGES.hospital)],
    ['select words there', () => browser.selectByMouse(staff).then(() => browser.quick())],
    ['begin a note there', () => click('add-note')],
    ['write that one', () => write('Ask the ward.')],
    ['write it anew', () => write('Ask the ward and the union.')],
    ['close the editor there', () => click('save').then(closed)],
    ['reload', () => browser.reload().then(() => painted(1))],
    [
      'open the side bar',
      async () => (await browser.sidebar()).waitFor('[data-testid=card][data-state=exact]', 20_000),
    ],
    ['go back to the first story', () => open(PAGES.tram).then(() => painted(1))],
    [
      'find its card',
      () => until('its card', async () => (await cards()).some(({ sources }) => sources === 1), 20_000),
    ],
    [
      'delete it',
      async () => {
        await (await browser.sidebar()).click('[data-testid=card] [data-testid=delete]');
        await painted(0);
      },
    ],
    [
      'take that back',
      async () => {
        await (await browser.sidebar()).click('.toast [data-testid=undo]');
        await painted(1);
      },
    ],
    ['reload again', () => browser.reload().then(() => painted(1))],
  ];
}

describe.each(BROWSERS)('in %s', (name) => {
  let demo: Awaited<ReturnType<typeof serveDemo>>;
  let browser: Driver;
  beforeAll(async () => {
    demo = await serveDemo();
    browser = await launch(name);
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it('an afternoon’s work comes out the same with the background stopped at ten random moments', async ({
    task,
  }) => {
    const steps = stepsOf(browser, demo.url);
    const stops = stopsOf(steps.length, randomOf(SEED));
    for (const [at, [step, deed]] of steps.entries()) {
      await deed().catch((cause: unknown) => {
        throw new Error(`FAULT_SEED=${SEED}, step ${at} (${step}): ${String(cause)}`, { cause });
      });
      const delay = stops.get(at);
      if (delay === undefined) continue;
      await new Promise((resolve) => setTimeout(resolve, delay));
      await browser.stopBackground();
    }
    const { annotations } = await readLibrary(browser);
    const notes = annotations.map(({ note, sources, deletedAt }) => [note, sources.length, deletedAt]);
    expect(notes.sort(), `FAULT_SEED=${SEED}`).toEqual([
      ['Ask the ward and the union.', 0, undefined],
      ['Compare with the bid.', 1, undefined],
    ]);
    task.meta.figure = `${stops.size} of ${STOPS} stops in ${steps.length} steps, seed ${SEED}`;
  });

  it('a mark is stored, or the reader is told that it was not, when the background dies before it answers', async ({
    task,
  }) => {
    const random = randomOf(SEED);
    const words = 'third week';
    const strike = async () => {
      const { annotations } = await readLibrary(browser);
      return annotations.filter(({ url }) => url.endsWith(PAGES.strike)).length;
    };
    /** What the reader sees of a mark in the end: the frame closed, or the word that it could not be saved. */
    const endOf = (mark: string) =>
      until(
        `the end of ${mark} (FAULT_SEED=${SEED})`,
        async () => {
          if (!(await browser.hasQuick())) return 'closed';
          const view = await browser.quick();
          return (await view.evaluate((page) => page.says('could not be saved'))) ? 'told' : null;
        },
        20_000,
      );
    let told = 0;
    let storedAllTheSame = 0;
    for (let round = 1; round <= DEATHS; round++) {
      await browser.open(demo.url + PAGES.strike);
      await annotatorIn(browser);
      await browser.selectByMouse(words);
      const quick = await browser.quick();
      // Most of a call's work is done early.
      const delay = Math.round(random() ** 2 * 250);
      const death = new Promise((resolve) => setTimeout(resolve, delay)).then(() => browser.stopBackground());
      await Promise.all([quick.click('[data-testid=mark-yellow]'), death]);
      const mark = `mark ${round} after ${delay} ms`;
      if ((await endOf(mark)) === 'told') {
        told += 1;
        // It may have been stored before the background died; pressed again it is there once.
        if ((await strike()) === round) storedAllTheSame += 1;
        await browser.selectByMouse(words);
        await (await browser.quick()).click('[data-testid=mark-yellow]');
        expect(await endOf(`${mark} pressed again`)).toBe('closed');
      }
      expect(await strike(), `FAULT_SEED=${SEED}, ${mark}`).toBe(round);
    }
    task.meta.figure = `${DEATHS} of ${DEATHS} deaths in a call: ${DEATHS - told} stored, ${told} told (${storedAllTheSame} of them stored all the same) and there once when pressed again, seed ${SEED}`;
  });
});
