import { beforeEach, describe, expect, it } from 'vitest';
import { allSteps } from '#exchange/allSteps.ts';
import { recordsFile } from '#storage/backup/recordsFile.ts';
import type { Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, clock, library, target } from './fixtures.ts';

let books: Library;
let time: ReturnType<typeof clock>;

beforeEach(async () => {
  time = clock();
  ({ library: books } = await library({ now: time.now }));
});

const action = ({ actionId }: { actionId?: string }) => actionId ?? 'none';

describe('undo', () => {
  it('takes a creation back into the trash and redo brings it again', async () => {
    const made = await books.annotations.create(annotationDraft());
    expect(await books.undo(action(made))).toEqual({ ok: true, applied: 2, refused: [] });
    expect(await books.articles.find(made.article.urls)).toBeUndefined();
    expect(await books.annotations.count()).toBe(0);
    expect(await books.redo(action(made))).toMatchObject({ ok: true });
    expect(await books.annotations.forArticle(made.article.id)).toHaveLength(1);
  });

  it('leaves the article where another annotation stands in it', async () => {
    const first = await books.annotations.create(annotationDraft());
    const second = await books.annotations.create(annotationDraft({ target: target({ start: 1, end: 2 }) }));
    await books.undo(action(first));
    expect(await books.annotations.forArticle(first.article.id)).toMatchObject([
      { id: second.annotation.id },
    ]);
    expect(await books.articles.count()).toBe(1);
  });

  it('takes back all that was made of one selection, and redo brings all of it', async () => {
    const first = await books.annotations.create(annotationDraft());
    const besideId = first.annotation.id;
    const others = [];
    for (const start of [1, 2])
      others.push(await books.annotations.create(annotationDraft({ target: target({ start }), besideId })));
    for (const other of others) expect(other.actionId).toBe(first.actionId);
    expect(await books.actions()).toMatchObject([{ id: action(first), subject: { count: 3, more: false } }]);
    expect(await books.undo(action(first))).toMatchObject({ ok: true, refused: [] });
    expect([await books.annotations.count(), await books.articles.count()]).toEqual([0, 0]);
    await books.redo(action(first));
    expect(await books.annotations.forArticle(first.article.id)).toHaveLength(3);
  });

  it.each([
    ['of another article', async (id: string) => id],
    [
      'whose making was undone',
      async (_: string) => {
        const { annotation, actionId } = await books.annotations.create(annotationDraft());
        await books.undo(actionId ?? '');
        return annotation.id;
      },
    ],
    ['that there is not', async (_: string) => 'none'],
  ])('takes back only itself where it names an annotation %s', async (_, beside) => {
    const elsewhere = articleDraft({ addresses: ['https://quay.example/ferries'] });
    const other = await books.annotations.create(annotationDraft({ article: elsewhere }));
    const besideId = await beside(other.annotation.id);
    const made = await books.annotations.create(annotationDraft({ target: target({ start: 7 }), besideId }));
    expect(made.actionId).not.toBe(other.actionId);
    expect(await books.undo(action(made))).toMatchObject({ ok: true });
    expect(await books.annotations.forArticle(other.article.id)).toHaveLength(1);
    expect(await books.annotations.forArticle(made.article.id)).toEqual([]);
  });

  it('brings a removed article back with all its annotations', async () => {
    const { article } = await books.annotations.create(annotationDraft());
    await books.annotations.create(annotationDraft({ target: target({ start: 1, end: 2 }) }));
    const removed = await books.articles.remove([article.id]);
    await books.undo(action(removed));
    expect(await books.annotations.forArticle(article.id)).toHaveLength(2);
    await books.redo(action(removed));
    expect(await books.articles.count()).toBe(0);
  });

  it('keeps a field that was changed since, takes back the others, and says so', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ note: 'old' }));
    const edit = await books.annotations.patch(annotation.id, { note: 'mine', color: 'pink' });
    time.pass(60_000);
    await books.annotations.patch(annotation.id, { note: 'later' });
    const result = await books.undo(action(edit));
    expect(result).toEqual({
      ok: false,
      applied: 1,
      refused: [{ store: 'annotations', id: annotation.id, field: 'note', reason: 'changed since' }],
    });
    expect(await books.annotations.get(annotation.id)).toMatchObject({ note: 'later', color: 'yellow' });
  });

  it('takes back one tag and leaves the tags that came later', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ tags: ['port'] }));
    const edit = await books.annotations.patch(annotation.id, {
      tags: { add: ['port', 'money'], remove: [] },
    });
    await books.annotations.patch(annotation.id, { tags: { add: ['law'], remove: [] } });
    await books.undo(action(edit));
    expect((await books.annotations.get(annotation.id))?.tags).toEqual(['port', 'law']);
  });

  it('keeps a source that was worked on after it was added', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    const added = await books.annotations.addSource(annotation.id, { title: 'Tariff list' });
    await books.annotations.patchSource(annotation.id, added.source.id, { note: 'page 4' });
    const result = await books.undo(action(added));
    expect(result.refused).toMatchObject([{ field: `sources.${added.source.id}` }]);
    expect((await books.annotations.get(annotation.id))?.sources).toHaveLength(1);
  });

  it('puts a removed source back in its place beside newer ones', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    const first = await books.annotations.addSource(annotation.id, { title: 'A' });
    await books.annotations.addSource(annotation.id, { title: 'B' });
    const removed = await books.annotations.removeSource(annotation.id, first.source.id);
    await books.annotations.addSource(annotation.id, { title: 'C' });
    expect(await books.undo(action(removed))).toMatchObject({ ok: true });
    expect((await books.annotations.get(annotation.id))?.sources.map(({ title }) => title)).toEqual([
      'A',
      'B',
      'C',
    ]);
  });

  it('changes one field of a claim and leaves the field edited since', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ claim: { statement: 'one' } }));
    const edit = await books.annotations.patch(annotation.id, {
      claim: { statement: 'two', type: 'quantity' },
    });
    await books.annotations.patch(annotation.id, { claim: { statement: 'three' } });
    const result = await books.undo(action(edit));
    expect(result.refused.map(({ field }) => field)).toEqual(['claim.statement']);
    expect((await books.annotations.get(annotation.id))?.claim).toMatchObject({
      statement: 'three',
      type: 'other',
    });
  });

  it('takes typing back in one go when the pauses are short', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    let last = '';
    for (const note of ['T', 'To', 'Tol', 'Toll']) {
      time.pass(2_000);
      last = action(await books.annotations.patch(annotation.id, { note }));
    }
    expect(await books.actions()).toHaveLength(2);
    await books.undo(last);
    expect((await books.annotations.get(annotation.id))?.note).toBe('');
    await books.redo(last);
    expect((await books.annotations.get(annotation.id))?.note).toBe('Toll');
  });

  it('begins a new action after a long pause and for another annotation', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    const other = await books.annotations.create(annotationDraft({ target: target({ start: 1, end: 2 }) }));
    await books.annotations.patch(annotation.id, { note: 'a' });
    await books.annotations.patch(other.annotation.id, { note: 'b' });
    time.pass(11_000);
    await books.annotations.patch(other.annotation.id, { note: 'bc' });
    expect(await books.actions()).toHaveLength(5);
  });

  it('says that purged records are gone', async () => {
    const made = await books.annotations.create(annotationDraft());
    const removed = await books.annotations.remove([made.annotation.id]);
    await books.trash.purge('2026-03-04T09:00:00.001Z').catch(() => 0);
    await expect(books.undo(action(removed))).rejects.toMatchObject({ fault: 'gone' });
  });

  it('remembers the last 500 actions', async () => {
    const { article, ...made } = await books.annotations.create(annotationDraft());
    for (let number = 0; number < 500; number++)
      await books.articles.patch(article.id, { tags: { add: [`t${number}`], remove: [`t${number - 1}`] } });
    expect(await books.actions(1_000)).toHaveLength(500);
    await expect(books.undo(action(made))).rejects.toMatchObject({ fault: 'gone' });
  });

  it('undoes the edit of an article, and the page may speak again', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const edit = await books.articles.patch(article.id, { title: 'My title' });
    expect(edit.article.edited).toEqual(['title']);
    await books.undo(action(edit));
    expect(await books.articles.get(article.id)).toMatchObject({
      title: 'Harbour tolls rise again',
      edited: [],
    });
  });
});

describe('undo of an import', () => {
  /** Two whole batches of marks of one article. */
  const brought = async () => {
    const { article, annotation } = await books.annotations.create(annotationDraft());
    const many = Array.from({ length: 1_500 }, (_, at) => ({ ...annotation, id: `mark-${at}` }));
    const file = allSteps(recordsFile([article], many, time.now()));
    return action(await books.backup.import(file));
  };

  it('tells how far it is', async () => {
    const told: number[][] = [];
    const id = await brought();
    await books.undo(id, { onProgress: (...one) => void told.push(one) });
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(await books.annotations.count()).toBe(1);
  });

  it('stops between two batches, and another undo takes the rest back', async () => {
    const stop = new AbortController();
    const id = await brought();
    await expect(books.undo(id, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow();
    const left = await books.annotations.count();
    expect([left > 1, left < 1_501]).toEqual([true, true]);
    expect((await books.actions(1))[0]).toMatchObject({ id, undone: false });
    expect(await books.undo(id)).toMatchObject({ ok: true });
    expect(await books.annotations.count()).toBe(1);
  });
});
