import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, clock, freshBrowser, library, target } from './fixtures.ts';

/** What should be there: ids with the fields that the operations touch. */
interface Expected {
  url: string;
  note: string;
  color: string;
  tags: string[];
  sources: Map<string, string>;
  deleted: boolean;
}

type Operation =
  | { verb: 'create'; page: number; note: string }
  | { verb: 'note'; which: number; note: string }
  | { verb: 'color'; which: number; color: 'yellow' | 'green' | 'pink' }
  | { verb: 'tags'; which: number; tags: string[] }
  | { verb: 'source'; which: number; title: string }
  | { verb: 'stance'; which: number; stance: 'supports' | 'disputes' }
  | { verb: 'dropSource'; which: number }
  | { verb: 'remove'; which: number }
  | { verb: 'restore'; which: number };

const which = fc.nat(50);
const word = fc.constantFrom('port', 'toll', 'ferry', 'crane', 'tide');
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ verb: fc.constant('create' as const), page: fc.nat(4), note: word }),
  fc.record({ verb: fc.constant('note' as const), which, note: fc.string({ maxLength: 20 }) }),
  fc.record({
    verb: fc.constant('color' as const),
    which,
    color: fc.constantFrom('yellow', 'green', 'pink'),
  }),
  fc.record({ verb: fc.constant('tags' as const), which, tags: fc.uniqueArray(word, { maxLength: 3 }) }),
  fc.record({ verb: fc.constant('source' as const), which, title: word }),
  fc.record({ verb: fc.constant('stance' as const), which, stance: fc.constantFrom('supports', 'disputes') }),
  fc.record({ verb: fc.constant('dropSource' as const), which }),
  fc.record({ verb: fc.constant('remove' as const), which }),
  fc.record({ verb: fc.constant('restore' as const), which }),
);
const hands = fc.array(fc.record({ hand: fc.nat(2), operation }), { minLength: 5, maxLength: 40 });

const pageOf = (page: number) => `https://quay.example/page-${page}`;

/** Does the operation in the library and in the model; both see the same ids. */
async function perform(
  books: Library,
  model: Map<string, Expected>,
  operation: Operation,
  step: number,
): Promise<void> {
  if (operation.verb === 'create') {
    const url = pageOf(operation.page);
    const id = `n${step}`;
    model.set(id, {
      url,
      note: operation.note,
      color: 'yellow',
      tags: [],
      sources: new Map(),
      deleted: false,
    });
    const article = articleDraft({ addresses: [url] });
    await books.annotations.create(
      annotationDraft({
        id,
        url,
        article,
        note: operation.note,
        target: target({ start: step, end: step + 9 }),
      }),
    );
    return;
  }
  const [id, expected] = [...model][operation.which % Math.max(1, model.size)] ?? [];
  if (id === undefined || expected === undefined) return;
  const [sourceId] = expected.sources.keys();
  switch (operation.verb) {
    case 'note':
      expected.note = operation.note.toWellFormed().replaceAll('\0', '\uFFFD');
      await books.annotations.patch(id, { note: operation.note });
      break;
    case 'color':
      expected.color = operation.color;
      await books.annotations.patch(id, { color: operation.color });
      break;
    case 'tags':
      expected.tags = [...new Set([...expected.tags, ...operation.tags])];
      await books.annotations.patch(id, { tags: { add: operation.tags, remove: [] } });
      break;
    case 'source':
      expected.sources.set(`s${step}`, 'context');
      await books.annotations.addSource(id, { id: `s${step}`, title: operation.title });
      break;
    case 'stance':
      if (sourceId === undefined) break;
      expected.sources.set(sourceId, operation.stance);
      await books.annotations.patchSource(id, sourceId, { stance: operation.stance });
      break;
    case 'dropSource':
      if (sourceId === undefined) break;
      expected.sources.delete(sourceId);
      await books.annotations.removeSource(id, sourceId);
      break;
    case 'remove':
      expected.deleted = true;
      await books.annotations.remove([id]);
      break;
    case 'restore':
      expected.deleted = false;
      await books.annotations.restore([id]);
      break;
  }
}

async function stateOf(books: Library, model: Map<string, Expected>) {
  const state = new Map<string, Expected>();
  for (const id of model.keys()) {
    const found = await books.annotations.get(id);
    if (!found) continue;
    const article = await books.articles.get(found.articleId);
    state.set(id, {
      url: article?.urls[0] ?? '',
      note: found.note,
      color: found.color,
      tags: found.tags,
      sources: new Map(found.sources.map((source) => [source.id, source.stance])),
      deleted: found.deletedAt !== undefined,
    });
  }
  return state;
}

async function threeHands() {
  const { keyValue } = freshBrowser();
  const { now } = clock();
  const opened = [];
  for (const prefix of ['left', 'right', 'popup'])
    opened.push((await library({ keyValue, prefix, now })).library);
  return opened as [Library, Library, Library];
}

async function closeAll(all: Library[]) {
  for (const one of all) await one.close();
}

/** The content that undo and redo restore: everything but counters and times. */
async function contentOf(books: Library) {
  const all = await Array.fromAsync(books.articles.everything());
  return all
    .map(({ article, annotations }) => ({
      urls: article.urls,
      annotations: annotations.map(({ id, note, color, tags, sources, articleId }) => ({
        id,
        note,
        color,
        tags,
        articleId,
        sources: sources.map((source) => [source.id, source.stance]),
      })),
    }))
    .filter(({ annotations }) => annotations.length > 0);
}

describe('three open views of one library', () => {
  it('leave together what each of them did, in 1,000 rounds of random work at once', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(hands, async (work) => {
        const views = await threeHands();
        const model = new Map<string, Expected>();
        // All calls are under way at once; the transactions put them in the order in which they were made.
        const calls = work.map(({ hand, operation }, step) =>
          perform(views[hand as 0 | 1 | 2], model, operation, step),
        );
        const outcomes = await Promise.allSettled(calls);
        expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
        expect(await stateOf(views[0], model)).toEqual(model);
        // One article for each page that was annotated, whoever annotated it first.
        const pages = new Set([...model.values()].map(({ url }) => url));
        const articles = await views[1].articles.recent({ limit: 100, all: true });
        expect(articles.map(({ article }) => article.urls[0]).sort()).toEqual([...pages].sort());
        expect(await views[2].check()).not.toBe('lost');
        await closeAll(views);
      }),
      { numRuns: 1_000 },
    );
  });

  it('come back to nothing when all is undone, and to the end when all is redone', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(hands, async (work) => {
        const views = await threeHands();
        const model = new Map<string, Expected>();
        for (const [step, { hand, operation }] of work.entries())
          await perform(views[hand as 0 | 1 | 2], model, operation, step);
        const end = await contentOf(views[0]);
        const actions = await views[1].actions(1_000);
        for (const { id } of actions) expect(await views[1].undo(id)).toMatchObject({ ok: true });
        expect(await contentOf(views[0])).toEqual([]);
        for (const { id } of actions.reverse()) expect(await views[2].redo(id)).toMatchObject({ ok: true });
        expect(await contentOf(views[0])).toEqual(end);
        await closeAll(views);
      }),
      { numRuns: 100 },
    );
  });

  it('never lose a later word to an earlier undo', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(hands, fc.nat(100), async (work, pick) => {
        const [books, ...others] = await threeHands();
        const model = new Map<string, Expected>();
        for (const [step, { operation }] of work.entries()) await perform(books, model, operation, step);
        const actions = await books.actions(1_000);
        const chosen = actions[pick % Math.max(1, actions.length)];
        if (chosen) {
          const before = await stateOf(books, model);
          const { refused } = await books.undo(chosen.id);
          const after = await stateOf(books, model);
          for (const { id, field } of refused) {
            if (field === 'note') expect(after.get(id)?.note).toBe(before.get(id)?.note);
            if (field === 'color') expect(after.get(id)?.color).toBe(before.get(id)?.color);
          }
          const untouched = [...before.keys()].filter((id) => !chosen.annotationIds.includes(id));
          for (const id of untouched) expect(after.get(id)).toEqual(before.get(id));
        }
        await closeAll([books, ...others]);
      }),
      { numRuns: 100 },
    );
  });
});
