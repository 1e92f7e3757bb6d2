import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

import english from 'virtual:words/en';
import { setWords } from '#components/strings.ts';
// Loaded beforehand: on a busy machine it takes longer than an answer is waited for.
import '#exchange/template/previewTemplate.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import type { Template } from '#model/Template.ts';
import { TemplateModel } from '#panel/TemplateModel.ts';
import type { Library } from '#storage/index.ts';
import { readSettings } from '#storage/settings.ts';
import { readTemplateDraft, writeTemplateDraft } from '#storage/templateDraft.ts';
import { anAnnotation, anArticle } from '../exchange/records.ts';

const article = anArticle();
const library = {
  articles: { get: async () => article },
  annotations: { forArticle: async () => [anAnnotation()] },
} as unknown as Library;

setWords((key) => english[key], 'en');
beforeEach(() => fakeBrowser.reset());

/** An editor in a window of its own, open and with its first look. */
async function openEditor() {
  const failed: unknown[] = [];
  const model = new TemplateModel(library, {
    say: () => undefined,
    fail: (error) => failed.push(error),
    done: () => undefined,
  });
  model.open({ kind: 'article', articleId: article.id });
  await expect.poll(() => model.state.value?.preview ?? failed[0]).toMatchObject({ variables: {} });
  return model;
}

const stored = async () => (await readSettings()).template?.article;
const mine: Template = { ...STARTING_TEMPLATES.obsidian, article: 'Mine' };

/** Two windows over one template; the first has saved, the second tries to. */
async function saveInBoth() {
  const [first, second] = [await openEditor(), await openEditor()];
  first.type('article', 'Theirs');
  first.save();
  await expect.poll(stored).toBe('Theirs');
  second.type('article', 'Mine');
  second.save();
  await expect.poll(() => second.state.value?.theirs?.article).toBe('Theirs');
  expect(await stored()).toBe('Theirs');
  return second;
}

it('saves nothing over what another window saved, and can use its own with the other one kept', async () => {
  const second = await saveInBoth();
  second.useMine();
  await expect.poll(() => second.state.value).toBeNull();
  expect(await stored()).toBe('Mine');
  expect(await readTemplateDraft()).toMatchObject({ article: 'Theirs' });
});

it('can leave the other one in use, with its own kept as a draft', async () => {
  const second = await saveInBoth();
  second.leaveTheirs();
  await expect.poll(readTemplateDraft).toMatchObject({ article: 'Mine' });
  expect(second.state.value).toMatchObject({ template: mine, saved: { article: 'Theirs' }, theirs: null });
  expect(await stored()).toBe('Theirs');
});

it('leaves the draft of another window where it is', async () => {
  const [first, second] = [await openEditor(), await openEditor()];
  first.type('article', 'Theirs');
  second.type('article', 'Mine');
  first.save();
  await expect.poll(stored).toBe('Theirs');
  await expect.poll(() => first.state.value).toBeNull();
  expect(await readTemplateDraft()).toEqual(mine);
});

it('begins with a draft of any length, and shows how the note looked by the saved one', async () => {
  await writeTemplateDraft({ ...mine, article: 'x'.repeat(20_001) });
  const model = await openEditor();
  expect(model.state.value?.template.article).toHaveLength(20_001);
  expect(model.state.value?.preview?.faults).toMatchObject([{ kind: 'tooLong' }]);
  expect(model.state.value?.lastGood).toContain(article.title);
});
