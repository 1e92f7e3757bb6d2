import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import english from 'virtual:words/en';
import { setWords } from '#components/strings.ts';
// Loaded beforehand: on a busy machine they take longer than an answer is waited for.
import '#panel/ExportDialog.tsx';
import '#panel/ExportModel.ts';
import { LaterExport } from '#panel/LaterExport.tsx';
import type { Library } from '#storage/index.ts';
import { anAnnotation, anArticle } from '../exchange/records.ts';

const article = anArticle();
const notes = { article, annotations: [anAnnotation()] };
const library = {
  articles: {
    get: async () => article,
    everything: async function* () {
      yield notes;
    },
  },
  annotations: { forArticle: async () => notes.annotations },
} as unknown as Library;

setWords((key) => english[key], 'en');
beforeEach(() => fakeBrowser.reset());

it('loads the one dialog at the first press, and keeps to it', async () => {
  const failed: unknown[] = [];
  const exporting = new LaterExport(library, { say: () => undefined, fail: (error) => failed.push(error) });
  expect(exporting.loaded.value).toBeNull();
  const scope = { kind: 'article' as const, articleId: article.id };
  // Two presses, one after the other, before it is there.
  exporting.open(scope);
  exporting.open(scope, 'csv');
  await expect.poll(() => exporting.loaded.value?.model.state.value?.format ?? failed[0]).toBe('csv');
  const first = exporting.loaded.value;
  exporting.open(scope, 'bibtex');
  await expect.poll(() => exporting.loaded.value?.model.state.value?.format).toBe('bibtex');
  expect(exporting.loaded.value).toBe(first);
  expect(failed).toEqual([]);
});
