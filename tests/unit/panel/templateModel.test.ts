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
import { readSettings, writeSettings } from '#storage/settings.ts';
import { readTemplateDrafts, writeTemplateDraft } from '#storage/templateDraft.ts';
import { anAnnotation, anArticle } from '../exchange/records.ts';

const article = anArticle();
const library = {
  articles: { get: async () => article },
  annotations: { forArticle: async () => [anAnnotation()] },
} as unknown as Library;

setWords((key) => english[key], 'en');
const opened: TemplateModel[] = [];
beforeEach(() => {
  // As a window that closes, and with it the draft that it holds.
  for (const model of opened.splice(0)) if (model.state.value) model.close();
  fakeBrowser.reset();
});

/** An editor in a window of its own, open and with its first look. */
async function openEditor() {
  const failed: unknown[] = [];
  const model = new TemplateModel(library, {
    say: () => undefined,
    fail: (error) => failed.push(error),
    done: () => undefined,
  });
  opened.push(model);
  model.open({ kind: 'article', articleId: article.id });
  await expect.poll(() => model.state.value?.preview ?? failed[0]).toMatchObject({ variables: {} });
  return model;
}

const stored = async () => (await readSettings()).template?.article;
const drafts = async () => (await readTemplateDrafts()).map(({ template }) => template.article).sort();
const mine: Template = { ...STARTING_TEMPLATES.obsidian, article: 'Mine' };

const theirs: Template = { ...STARTING_TEMPLATES.obsidian, article: 'Theirs' };

/** Two windows over one template: the reader types in one, and saves in the other. */
async function saveInBoth() {
  const [first, second] = [await openEditor(), await openEditor()];
  second.type('article', 'Mine');
  first.type('article', 'Theirs');
  first.save();
  await expect.poll(stored).toBe('Theirs');
  return second;
}

it('tells at once what another window saved, saves nothing over it, and can use its own with the other one kept', async () => {
  const second = await saveInBoth();
  await expect.poll(() => second.state.value?.theirs).toEqual(theirs);
  second.save();
  expect(await stored()).toBe('Theirs');
  second.useMine();
  await expect.poll(() => second.state.value).toBeNull();
  expect(await stored()).toBe('Mine');
  expect(await readTemplateDrafts()).toMatchObject([{ template: theirs, base: mine }]);
});

it('can leave the other one in use, with its own kept as a draft', async () => {
  const second = await saveInBoth();
  await expect.poll(() => second.state.value?.theirs).toEqual(theirs);
  second.leaveTheirs();
  await expect.poll(readTemplateDrafts).toMatchObject([{ template: mine, base: theirs }]);
  expect(second.state.value).toMatchObject({ template: mine, saved: theirs, theirs: null });
  expect(await stored()).toBe('Theirs');
});

it('uses its own only over the one that it showed', async () => {
  const second = await saveInBoth();
  await expect.poll(() => second.state.value?.theirs).toEqual(theirs);
  // A third window saves in the very moment of the press.
  const third = writeSettings({ template: { ...theirs, article: 'A third' } });
  second.useMine();
  await third;
  await expect.poll(() => second.state.value?.theirs?.article).toBe('A third');
  expect(await stored()).toBe('A third');
  second.useMine();
  await expect.poll(stored).toBe('Mine');
  expect(await drafts()).toEqual(['A third']);
});

it('takes what another window saved where nothing was typed', async () => {
  const model = await openEditor();
  await writeSettings({ template: theirs });
  await expect.poll(() => model.state.value).toMatchObject({ template: theirs, saved: theirs, theirs: null });
  expect(await drafts()).toEqual([]);
});

it('keeps what is typed in two windows apart, and offers both to the next', async () => {
  const [first, second] = [await openEditor(), await openEditor()];
  first.type('article', 'Theirs');
  await expect.poll(drafts).toEqual(['Theirs']);
  second.type('article', 'Mine');
  await expect.poll(drafts).toEqual(['Mine', 'Theirs']);
  // A window that opens meanwhile has a draft of its own, and nothing of theirs.
  expect((await openEditor()).state.value).toMatchObject({
    template: STARTING_TEMPLATES.obsidian,
    others: [],
  });
  for (const model of [first, second]) model.close();
  const next = await openEditor();
  expect(next.state.value).toMatchObject({ template: mine, others: [{ template: theirs }] });
  next.goTo(next.state.value?.others[0]?.id ?? '');
  await expect.poll(() => next.state.value).toMatchObject({ template: theirs, others: [{ template: mine }] });
  next.discard();
  await expect.poll(drafts).toEqual(['Mine']);
});

it('leaves the draft of another window where it is', async () => {
  const [first, second] = [await openEditor(), await openEditor()];
  first.type('article', 'Theirs');
  second.type('article', 'Mine');
  first.save();
  await expect.poll(() => first.state.value).toBeNull();
  expect(await drafts()).toEqual(['Mine']);
});

it('shows both where another template was saved since the draft was begun', async () => {
  await writeTemplateDraft({
    id: 'old',
    template: mine,
    base: STARTING_TEMPLATES.obsidian,
    at: '2026-01-02',
  });
  await writeSettings({ template: theirs });
  const model = await openEditor();
  await expect.poll(() => model.state.value).toMatchObject({ template: mine, theirs });
});

it('begins with a draft of any length, and shows how the note looked by the saved one', async () => {
  const template = { ...mine, article: 'x'.repeat(20_001) };
  await writeTemplateDraft({ id: 'long', template, base: STARTING_TEMPLATES.obsidian, at: '2026-01-02' });
  const model = await openEditor();
  expect(model.state.value?.template.article).toHaveLength(20_001);
  expect(model.state.value?.preview?.faults).toMatchObject([{ kind: 'tooLong' }]);
  expect(model.state.value?.lastGood).toContain(article.title);
});

it('goes on with the one draft of an earlier version, beside the template in use', async () => {
  await writeSettings({ template: theirs });
  await fakeBrowser.storage.local.set({ templateDraft: mine });
  const editor = await openEditor();
  expect(editor.state.value).toMatchObject({ template: mine, theirs });
  expect(await drafts()).toEqual(['Mine']);
  expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toContain('templateDraft');
});
