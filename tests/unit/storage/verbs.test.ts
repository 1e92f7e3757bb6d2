import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, clock, library, metadata, target } from './fixtures.ts';

let books: Library;
let changes: Change[];
let time: ReturnType<typeof clock>;

beforeEach(async () => {
  time = clock();
  ({ library: books, changes } = await library({ now: time.now }));
});

describe('creating', () => {
  it('stores an annotation and its article in one action', async () => {
    const made = await books.annotations.create(annotationDraft({ note: 'Check with the port' }));
    expect(await books.articles.find(['https://quay.example/harbour-tolls'])).toEqual(made.article);
    expect(await books.annotations.forArticle(made.article.id)).toEqual([made.annotation]);
    expect(await books.actions()).toMatchObject([{ id: made.actionId, kind: 'create', undone: false }]);
    expect(changes).toEqual([
      { articleIds: [made.article.id], annotationIds: [made.annotation.id], actionId: made.actionId },
    ]);
  });

  it('keeps one article for all addresses of a page', async () => {
    const first = await books.annotations.create(annotationDraft());
    const amp = articleDraft({
      addresses: ['https://quay.example/amp/harbour-tolls', 'https://quay.example/harbour-tolls'],
    });
    const second = await books.annotations.create(
      annotationDraft({ article: amp, target: target({ start: 10, end: 20 }) }),
    );
    expect(second.article.id).toBe(first.article.id);
    expect((await books.annotations.forArticle(first.article.id)).map(({ id }) => id)).toEqual([
      second.annotation.id,
      first.annotation.id,
    ]);
  });

  it('stores a repeated call with the same id once', async () => {
    const draft = annotationDraft({ id: 'from-the-page' });
    const first = await books.annotations.create(draft);
    const again = await books.annotations.create(draft);
    expect(again.annotation).toEqual(first.annotation);
    expect(again.actionId).toBeUndefined();
    expect(await books.annotations.count()).toBe(1);
  });

  it('refuses an id that another article, another target or the trash has, and writes nothing', async () => {
    const draft = annotationDraft({ id: 'from-the-page' });
    const { annotation } = await books.annotations.create(draft);
    const other = articleDraft({ addresses: ['https://gazette.example/ferries'] });
    for (const forged of [{ article: other }, { target: target({ start: 41 }) }, { articleId: 'nobody' }])
      await expect(books.annotations.create({ ...draft, ...forged })).rejects.toMatchObject({
        fault: 'refused',
      });
    await books.annotations.remove([annotation.id]);
    await expect(books.annotations.create(draft)).rejects.toMatchObject({ fault: 'refused' });
    expect(await books.articles.count()).toBe(1);
    expect(await books.annotations.get(annotation.id)).toMatchObject({ note: '', deletedAt: time.now() });
  });

  it('gives what was made of it since when a call comes again', async () => {
    const draft = annotationDraft({ id: 'from-the-page' });
    await books.annotations.create(draft);
    await books.annotations.patch('from-the-page', { note: 'Ask the port.' });
    const again = await books.annotations.create(draft);
    expect(again).toMatchObject({ annotation: { note: 'Ask the port.', revision: 2 } });
    expect(again.actionId).toBeUndefined();
  });

  it('refuses a source that is no web address and writes nothing', async () => {
    const draft = annotationDraft({ source: { url: 'java\tscript:alert(1)' } });
    await expect(books.annotations.create(draft)).rejects.toMatchObject({ fault: 'refused' });
    expect(await books.annotations.count()).toBe(0);
    expect(await books.articles.count()).toBe(0);
  });

  it('takes an article out of the trash rather than storing it twice', async () => {
    const { article } = await books.annotations.create(annotationDraft());
    await books.articles.remove([article.id]);
    expect(await books.articles.find(['https://quay.example/harbour-tolls'])).toBeUndefined();
    const again = await books.annotations.create(annotationDraft());
    expect(again.article.id).toBe(article.id);
    expect(await books.annotations.forArticle(article.id)).toHaveLength(1);
  });
});

describe('patching', () => {
  it('changes only the fields it names', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ note: 'first' }));
    time.pass(1_000);
    await books.annotations.patch(annotation.id, { color: 'pink' });
    const { annotation: after } = await books.annotations.patch(annotation.id, {
      tags: { add: ['port', 'port'], remove: [] },
    });
    expect(after).toMatchObject({ color: 'pink', tags: ['port'], note: 'first', revision: 3 });
    expect(after.updatedAt).toBe(time.now());
  });

  it('writes and announces nothing when nothing changes', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ note: 'same' }));
    changes.length = 0;
    const result = await books.annotations.patch(annotation.id, { note: 'same' });
    expect(result).toEqual({ annotation, conflict: false });
    expect(changes).toEqual([]);
  });

  it('remembers what a note said before, each text once, newest first', async () => {
    const time = clock();
    const { library: books } = await library({ now: time.now });
    const { annotation } = await books.annotations.create(annotationDraft());
    const { id } = annotation;
    for (const note of ['first', 'second', 'first', 'third']) {
      // Longer than one go of typing.
      time.pass(60_000);
      await books.annotations.patch(id, { note });
    }
    expect(await books.annotations.earlierNotes(id)).toMatchObject([{ note: 'first' }, { note: 'second' }]);
    await books.annotations.patch(id, { note: 'mine' }, { note: 'first' });
    expect((await books.annotations.earlierNotes(id)).map(({ note }) => note)).toEqual([
      'third',
      'first',
      'second',
    ]);
    expect(await books.annotations.earlierNotes('nobody')).toEqual([]);
  });

  it('keeps both versions when two panels edit the same note', async () => {
    const { annotation } = await books.annotations.create(annotationDraft({ note: 'start' }));
    await books.annotations.patch(annotation.id, { note: 'from the left' }, { note: 'start' });
    const { annotation: after, conflict } = await books.annotations.patch(
      annotation.id,
      { note: 'from the right' },
      { note: 'start' },
    );
    expect(conflict).toBe(true);
    expect(after.note).toBe('from the right');
    expect(after.history).toEqual([
      { at: time.now(), kind: 'note-conflict', before: 'from the left', after: 'from the right' },
    ]);
  });

  it('merges the claim field by field and removes it with null', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    await books.annotations.patch(annotation.id, { claim: { statement: 'Tolls rose' } });
    const second = await books.annotations.patch(annotation.id, { claim: { type: 'quantity' } });
    expect(second.annotation.claim).toEqual({
      statement: 'Tolls rose',
      type: 'quantity',
      attribution: '',
      status: 'open',
    });
    const third = await books.annotations.patch(annotation.id, { claim: null });
    expect(third.annotation.claim).toBeUndefined();
  });

  it('remembers decisions about wording without touching the first quote', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    const decision = {
      kind: 'wording-accepted' as const,
      before: annotation.target.exact,
      after: 'by 14 per cent',
    };
    const { annotation: after } = await books.annotations.patch(annotation.id, {
      retarget: target({ exact: 'by 14 per cent' }),
      decision,
    });
    expect(after.target).toEqual(annotation.target);
    expect(after.history).toEqual([{ at: time.now(), ...decision }]);
  });

  it('says that a purged annotation is gone', async () => {
    await expect(books.annotations.patch('nowhere', { note: 'x' })).rejects.toMatchObject({
      fault: 'gone',
      sentence: 'libraryFault.gone.sentence',
    });
  });

  it('adds, changes and removes sources by id', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    const { source } = await books.annotations.addSource(annotation.id, {
      url: 'https://port.example/tariffs',
    });
    await books.annotations.addSource(annotation.id, { title: 'Call with the port master' });
    const changed = await books.annotations.patchSource(annotation.id, source.id, { stance: 'supports' });
    expect(changed.source).toMatchObject({
      url: 'https://port.example/tariffs',
      stance: 'supports',
      tier: 'unknown',
    });
    const { annotation: after } = await books.annotations.removeSource(annotation.id, source.id);
    expect(after.sources.map(({ title }) => title)).toEqual(['Call with the port master']);
  });

  it('stores a source that is sent again once, as it was last sent', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    await books.annotations.addSource(annotation.id, { id: 'typed', title: 'Tarifs', stance: 'supports' });
    const again = await books.annotations.addSource(annotation.id, { id: 'typed', title: 'Tariffs' });
    expect(again.source).toMatchObject({ id: 'typed', title: 'Tariffs', stance: 'supports' });
    expect(again.annotation.sources).toHaveLength(1);
  });
});

describe('names written by two windows', () => {
  it('are both there: each window changes the list, and writes down no stale one', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const base = { authors: ['Ilse Varga', 'Ada Lind'] };
    await books.articles.patch(article.id, base);
    await books.articles.patch(article.id, { authors: ['Ilse Varga', 'Ada Lind', 'Jon Hale'] }, base);
    const { article: last } = await books.articles.patch(
      article.id,
      { authors: ['Mara Quist', 'Ada Lind'] },
      base,
    );
    expect(last.authors).toEqual(['Mara Quist', 'Ada Lind', 'Jon Hale']);
    const { article: ordered } = await books.articles.patch(
      article.id,
      { authors: ['Jon Hale', 'Mara Quist', 'Ada Lind'] },
      { authors: last.authors },
    );
    expect(ordered.authors).toEqual(['Jon Hale', 'Mara Quist', 'Ada Lind']);
  });
});

describe('what the page says', () => {
  it('adds addresses and titles, and leaves what the reader edited', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    await books.articles.patch(article.id, { site: 'Quay Courier (print)' });
    const after = await books.articles.refreshFromPage(article.id, {
      addresses: ['https://quay.example/harbour-tolls', 'https://quay.example/print/harbour-tolls'],
      metadata: metadata({
        title: 'Harbour tolls rise by 14 per cent',
        site: 'Quay Courier',
        publishedAt: null,
      }),
    });
    expect(after.urls).toHaveLength(2);
    expect(after.titleHistory.map(({ title }) => title)).toEqual([
      'Harbour tolls rise again',
      'Harbour tolls rise by 14 per cent',
    ]);
    expect(after.site).toBe('Quay Courier (print)');
    expect(after.publishedAt).toBe('2026-03-01T07:00:00Z');
  });

  it('does not take an address away from another article', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const { article: other } = await books.articles.getOrCreate(
      articleDraft({ addresses: ['https://quay.example/another'] }),
    );
    const after = await books.articles.refreshFromPage(article.id, {
      addresses: ['https://quay.example/another', 'https://quay.example/third'],
      metadata: metadata(),
    });
    expect(after.urls).toEqual(['https://quay.example/harbour-tolls', 'https://quay.example/third']);
    expect((await books.articles.find(['https://quay.example/another']))?.id).toBe(other.id);
  });

  it('keeps anchor reports without a revision and announces only what shows', async () => {
    const { article, annotation } = await books.annotations.create(annotationDraft());
    changes.length = 0;
    const report = (state: 'exact' | 'missing') => [
      { id: annotation.id, anchor: { state, checkedAt: time.now() } },
    ];
    await books.annotations.reportAnchors(article.id, report('exact'));
    expect(changes).toEqual([]);
    time.pass(60_000);
    await books.annotations.reportAnchors(article.id, report('missing'));
    expect(changes).toEqual([{ articleIds: [article.id], annotationIds: [annotation.id] }]);
    const after = await books.annotations.get(annotation.id);
    expect(after).toMatchObject({
      revision: 1,
      anchor: { state: 'missing', lastSeenAt: annotation.createdAt },
    });
  });

  it('does not keep reports about another article', async () => {
    const { annotation } = await books.annotations.create(annotationDraft());
    await books.annotations.reportAnchors('another', [
      { id: annotation.id, anchor: { state: 'missing', checkedAt: time.now() } },
    ]);
    expect((await books.annotations.get(annotation.id))?.anchor.state).toBe('exact');
  });

  it('keeps a version digest once and refuses one above 4 kB', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const draft = {
      seenAt: time.now(),
      headline: 'Tolls',
      modifiedAt: null,
      paragraphs: 'a1 b2',
      corrected: false,
    };
    await books.versions.visit(article.id, draft);
    await books.versions.visit(article.id, { ...draft, seenAt: '2026-03-05T00:00:00Z' });
    await books.versions.visit(article.id, { ...draft, paragraphs: 'a1 c3', seenAt: '2026-03-06T00:00:00Z' });
    expect((await books.versions.forArticle(article.id)).map(({ paragraphs }) => paragraphs)).toEqual([
      'a1 b2',
      'a1 c3',
    ]);
    const large = { ...draft, paragraphs: 'x'.repeat(4_000), headline: 'y'.repeat(500) };
    await expect(books.versions.visit(article.id, large)).rejects.toMatchObject({ fault: 'refused' });
  });

  const visitAt = (seenAt: string, paragraphs: string, headline = 'Tolls') => ({
    seenAt,
    headline,
    modifiedAt: null,
    paragraphs,
    corrected: false,
  });

  it('compares a visit with the one before it, not with a reload a moment ago', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const visit = (seenAt: string, paragraphs: string) =>
      books.versions.visit(article.id, visitAt(seenAt, paragraphs));
    expect((await visit('2026-03-01T08:00:00Z', 'a b')).since).toBeNull();
    expect((await visit('2026-03-12T08:00:00Z', 'a b')).since).toMatchObject({ paragraphs: 'a b' });
    const changed = await visit('2026-03-15T08:00:00Z', 'a c');
    expect(changed.since).toMatchObject({ paragraphs: 'a b', lastSeenAt: '2026-03-12T08:00:00Z' });
    const reloaded = await visit('2026-03-15T08:10:00Z', 'a c');
    expect(reloaded.since).toMatchObject({ paragraphs: 'a b' });
    const later = await visit('2026-03-15T12:00:00Z', 'a c');
    expect(later.since).toMatchObject({ paragraphs: 'a c' });
  });

  it('goes on from the real visits when one was dated far ahead by a wrong clock', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    const visit = (seenAt: string, paragraphs: string) =>
      books.versions.visit(article.id, visitAt(seenAt, paragraphs));
    await visit('2026-03-01T08:00:00Z', 'a');
    await visit('2099-01-01T08:00:00Z', 'a b');
    for (let day = 10; day < 20; day++) await visit(`2026-03-${day}T08:00:00Z`, 'a c');
    expect((await books.versions.forArticle(article.id)).map(({ paragraphs }) => paragraphs)).toEqual([
      'a',
      'a c',
      'a b',
    ]);
    expect((await visit('2026-03-21T08:00:00Z', 'a d')).since).toMatchObject({ paragraphs: 'a c' });
  });

  it('keeps the last state of one load of a page, and the headlines of earlier ones', async () => {
    const { article } = await books.articles.getOrCreate(articleDraft());
    await books.versions.visit(article.id, visitAt('2026-03-01T08:00:00Z', 'a', 'One'));
    await books.versions.visit(article.id, visitAt('2026-03-02T08:00:00Z', 'a b', 'Two'));
    const grown = await books.versions.visit(article.id, visitAt('2026-03-02T08:00:00Z', 'a b c', 'Two'));
    expect(grown.headlines).toEqual(['Two', 'One']);
    expect((await books.versions.forArticle(article.id)).map(({ paragraphs }) => paragraphs)).toEqual([
      'a',
      'a b c',
    ]);
  });
});

describe('lists', () => {
  it('shows recent articles with counts, newest activity first, page by page', async () => {
    for (const name of ['one', 'two', 'three']) {
      time.pass(1_000);
      const article = articleDraft({ addresses: [`https://quay.example/${name}`] });
      await books.annotations.create(annotationDraft({ article, url: `https://quay.example/${name}` }));
    }
    const first = await books.articles.recent({ limit: 2 });
    expect(first.map(({ article }) => article.urls[0])).toEqual([
      'https://quay.example/three',
      'https://quay.example/two',
    ]);
    const last = first.at(-1)?.article;
    const second = await books.articles.recent({ limit: 2, ...(last && { before: last }) });
    expect(second).toMatchObject([{ count: 1, sourced: 0, missing: 0 }]);
  });

  it('pages through articles of one and the same moment without losing any', async () => {
    for (let number = 0; number < 5; number++) {
      const article = articleDraft({ addresses: [`https://quay.example/${number}`] });
      await books.annotations.create(annotationDraft({ article }));
    }
    const seen: string[] = [];
    for (let page = await books.articles.recent({ limit: 2 }); page.length > 0; ) {
      seen.push(...page.map(({ article }) => article.id));
      const last = page.at(-1)?.article;
      page = last ? await books.articles.recent({ limit: 2, before: last }) : [];
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('gives everything live, page by page', async () => {
    for (let number = 0; number < 5; number++) {
      const article = articleDraft({ addresses: [`https://quay.example/${number}`] });
      await books.annotations.create(annotationDraft({ article }));
    }
    const [gone] = await books.articles.recent({ limit: 1 });
    await books.articles.remove([gone?.article.id ?? '']);
    const all = await Array.fromAsync(books.articles.everything(2));
    expect(all).toHaveLength(4);
    expect(all.every(({ annotations }) => annotations.length === 1)).toBe(true);
  });
});

describe('trash', () => {
  it('purges what was typed at an annotation, and no other text', async () => {
    const [gone, kept] = [
      await books.annotations.create(annotationDraft()),
      await books.annotations.create(annotationDraft({ target: target({ exact: 'another place' }) })),
    ].map(({ annotation }) => annotation.id);
    const keys = [`sidebar:${gone}`, `form:source ${gone} new`, `sidebar:${gone}0`, `sidebar:${kept}`];
    for (const key of keys) await books.drafts.put({ key, fields: { note: 'Half a thought' } });
    await books.annotations.remove([gone ?? '']);
    expect(await books.trash.purge('2099-01-01T00:00:00.000Z')).toBe(1);
    expect((await books.drafts.list()).map(({ key }) => key).sort()).toEqual(keys.slice(2).sort());
  });

  it('lists, restores and purges', async () => {
    const { article, annotation } = await books.annotations.create(annotationDraft());
    const { annotation: second } = await books.annotations.create(
      annotationDraft({ target: target({ start: 90, end: 95 }) }),
    );
    await books.annotations.remove([annotation.id]);
    expect(await books.trash.list()).toMatchObject([
      { annotation: { id: annotation.id }, article: { id: article.id } },
    ]);
    await books.trash.restore([annotation.id]);
    expect(await books.trash.list()).toEqual([]);
    await books.articles.remove([article.id]);
    expect((await books.trash.list()).map((item) => item.annotation?.id).sort()).toEqual(
      [annotation.id, second.id].sort(),
    );
    expect(await books.trash.purge()).toBe(0);
    time.pass(31 * 86_400_000);
    expect(await books.trash.purge()).toBe(3);
    expect(await books.annotations.get(annotation.id)).toBeUndefined();
    expect(await books.stats()).toMatchObject({ articles: 0, annotations: 0, trashed: 0 });
    expect(await books.check()).toBe('ok');
  });

  it('restores with an article what was deleted with it, and nothing else', async () => {
    const { article, annotation } = await books.annotations.create(annotationDraft());
    const { annotation: second } = await books.annotations.create(
      annotationDraft({ target: target({ start: 90, end: 95 }) }),
    );
    await books.annotations.remove([annotation.id]);
    time.pass(5_000);
    await books.articles.remove([article.id]);
    await books.trash.restore([article.id]);
    expect((await books.annotations.forArticle(article.id)).map(({ id }) => id)).toEqual([second.id]);
  });
});

describe('merging and splitting', () => {
  it('makes two records of one piece one, and undo takes them apart', async () => {
    const one = await books.annotations.create(annotationDraft());
    const elsewhere = articleDraft({
      addresses: ['https://wire.example/123'],
      metadata: metadata({ title: 'Tolls up' }),
    });
    const two = await books.annotations.create(
      annotationDraft({ article: elsewhere, url: 'https://wire.example/123' }),
    );
    const merged = await books.articles.merge(one.article.id, [two.article.id]);
    expect(merged.article.urls).toEqual(['https://quay.example/harbour-tolls', 'https://wire.example/123']);
    expect(await books.annotations.forArticle(one.article.id)).toHaveLength(2);
    expect(await books.articles.count()).toBe(1);
    expect(await books.trash.list()).toEqual([]);
    expect(await books.undo(merged.actionId ?? '')).toMatchObject({ ok: true });
    expect(await books.annotations.forArticle(two.article.id)).toMatchObject([{ id: two.annotation.id }]);
    expect(await books.articles.find(['https://wire.example/123'])).toMatchObject({ id: two.article.id });
  });

  it('splits annotations and addresses off, and undo joins them again', async () => {
    const draft = articleDraft({ addresses: ['https://quay.example/live', 'https://quay.example/live-2'] });
    const one = await books.annotations.create(annotationDraft({ article: draft }));
    const two = await books.annotations.create(
      annotationDraft({ article: draft, target: target({ start: 90, end: 95 }) }),
    );
    const split = await books.articles.split(one.article.id, {
      annotationIds: [two.annotation.id],
      urls: ['https://quay.example/live-2'],
    });
    expect(await books.articles.find(['https://quay.example/live-2'])).toMatchObject({
      id: split.article.id,
    });
    expect(await books.annotations.forArticle(split.article.id)).toHaveLength(1);
    expect(await books.undo(split.actionId ?? '')).toMatchObject({ ok: true });
    expect(await books.annotations.forArticle(one.article.id)).toHaveLength(2);
    expect(await books.articles.count()).toBe(1);
  });
});

describe('unsaved text', () => {
  it('is kept until it is cleared', async () => {
    await books.drafts.put({ key: 'quick-note:https://quay.example/', fields: { note: 'half a sent' } });
    expect(await books.drafts.get('quick-note:https://quay.example/')).toMatchObject({
      fields: { note: 'half a sent' },
    });
    expect(await books.drafts.list()).toHaveLength(1);
    await books.drafts.clear('quick-note:https://quay.example/');
    expect(await books.drafts.list()).toEqual([]);
  });
});
