import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import english from 'virtual:words/en';
import { setWords } from '#components/strings.ts';
import { allSteps } from '#exchange/allSteps.ts';
import { readForeign, readForeignInSteps } from '#exchange/index.ts';
import type { LaterExport } from '#panel/LaterExport.tsx';
import { OptionsModel } from '#panel/options/OptionsModel.ts';
import { optionsActions } from '#panel/options/optionsActions.ts';
import { readChosenFile } from '#panel/readChosenFile.ts';
import * as fixtures from '../storage/fixtures.ts';

setWords((key) => english[key], 'en');
beforeEach(() => {
  fakeBrowser.reset();
  // What the page reads of the browser afterwards.
  fakeBrowser.commands.getAll = async () => [];
  fakeBrowser.extension.isAllowedIncognitoAccess = async () => false;
  fakeBrowser.permissions.contains = async () => false;
});

const ROWS = 2_500;
const CSV = [
  'Highlight,Book Title,URL,Mood',
  ...Array.from(
    { length: ROWS },
    (_, at) => `Tolls rose by ${at},Tolls,https://quay.example/${at % 50},wary`,
  ),
].join('\n');
const file = () => new File([CSV], 'marks.csv');
const library = async () => (await fixtures.library()).library;
const still = new AbortController().signal;

it('looks into a long file with pauses, and says how far it is', async () => {
  const told: [number, number][] = [];
  let turns = 0;
  const timer = setInterval(() => ++turns);
  const chosen = await readChosenFile(await library(), file(), {
    signal: still,
    onProgress: (done, total) => told.push([done, total]),
  });
  clearInterval(timer);
  expect(chosen.preview.annotations.new).toBe(ROWS);
  expect(turns).toBeGreaterThan(2);
  expect(told.at(-1)).toEqual([ROWS + 50, ROWS + 50]);
  expect(told.length).toBeGreaterThan(1);
});

it('leaves the rest where it is stopped', async () => {
  const stop = new AbortController();
  const looking = readChosenFile(await library(), file(), {
    signal: stop.signal,
    onProgress: () => undefined,
  });
  setTimeout(() => stop.abort());
  await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
});

it('reads step by step what it reads at once', () => {
  const bytes = new TextEncoder().encode(CSV);
  const steps = readForeignInSteps(bytes, 'marks.csv');
  let taken = 0;
  while (!steps.next().done) taken += 1;
  expect(taken).toBe(ROWS);
  expect(allSteps(readForeignInSteps(bytes, 'marks.csv'))).toEqual(readForeign(bytes, 'marks.csv'));
});

it('is shown in the options as a work that can be stopped, one at a time', async () => {
  const model = new OptionsModel(await library());
  const actions = optionsActions(model, {} as LaterExport);
  actions.restoreFromFile(file());
  await expect.poll(() => model.work.value?.name).toBe('Looking into “marks.csv”…');
  actions.restoreFromFile(new File([CSV], 'second.csv'));
  model.work.value?.stop();
  await expect.poll(() => model.toast.value?.text).toBe('Stopped. Nothing was brought in.');
  expect(model.work.value).toBeNull();
  expect(model.chosen.value).toBeNull();
});

it('brings in what was chosen last, also where the look at it is still under way', async () => {
  const books = await library();
  const model = new OptionsModel(books);
  const actions = optionsActions(model, {} as LaterExport);
  const unknown = new File(['First,Second\nTolls rise,https://quay.example/tolls\n'], 'table.csv');
  actions.restoreFromFile(unknown);
  await expect.poll(() => model.chosen.value?.name).toBe('table.csv');
  actions.map({ colors: {}, tags: {}, columns: { first: 'quote', second: 'keep' } });
  actions.map({ colors: {}, tags: {}, columns: { first: 'quote', second: 'url' } });
  actions.restore('leave', false);
  await expect.poll(() => model.chosen.value).toBeNull();
  const [entry] = await books.articles.recent({ limit: 1 });
  expect(entry?.article.urls).toEqual(['https://quay.example/tolls']);
});
