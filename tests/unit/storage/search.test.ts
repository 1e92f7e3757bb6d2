import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, unfoldRange } from '#storage/fold.ts';
import { annotationDraft, articleDraft, freshBrowser, library, metadata, target } from './fixtures.ts';

describe('folding', () => {
  it('ignores case and accents', () => {
    expect(fold('Škoda ÉTAIT Straße, Łódź, Ærø')).toBe('skoda etait strasse, lodz, aero');
  });

  it('finds the original stretch of a folded match', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string(),
        (before, middle, after) => {
          const term = fold(middle).trim();
          fc.pre(term !== '');
          const text = `${before} ${middle} ${after}`;
          const at = fold(text).indexOf(term);
          fc.pre(at >= 0);
          const [start, end] = unfoldRange(text, at, at + term.length);
          expect(fold(text.slice(start, end))).toContain(term);
        },
      ),
    );
  });

  it('cuts exactly the letters that matched', () => {
    const text = 'Die  Straße nach Łódź';
    const at = fold(text).indexOf('strasse');
    expect(text.slice(...unfoldRange(text, at, at + 7))).toBe('Straße');
  });
});

describe('search', () => {
  it('finds words in quotes, notes, sources, claims, tags and titles', async () => {
    const { library: books } = await library();
    const { annotation } = await books.annotations.create(
      annotationDraft({
        note: 'Ask the Pilots’ Guild',
        tags: ['shipping'],
        claim: { attribution: 'Port authority' },
        source: { url: 'https://port.example/tariffs-2026', title: 'Tariff list' },
      }),
    );
    const fields: string[] = [];
    for (const query of ['12 PER cent', 'guild', 'tariffs-2026', 'authority', 'shipping']) {
      const [hit] = await books.search(query, { limit: 5 });
      expect(hit?.annotation?.id).toBe(annotation.id);
      fields.push(hit?.field ?? '');
      expect(fold(hit?.snippet.slice(...hit.range) ?? '')).toBe(fold(query.split(' ')[0] ?? ''));
    }
    expect(fields).toEqual(['quote', 'note', 'source', 'claim', 'tag']);
    expect(await books.search('harbour', { limit: 5 })).toMatchObject([{ field: 'title' }]);
  });

  it('wants every word, and takes a phrase in quotes as one', async () => {
    const { library: books } = await library();
    await books.annotations.create(annotationDraft({ note: 'red green blue' }));
    expect(await books.search('blue red', { limit: 5 })).toHaveLength(1);
    expect(await books.search('"green blue"', { limit: 5 })).toHaveLength(1);
    expect(await books.search('"blue green"', { limit: 5 })).toEqual([]);
    expect(await books.search('red violet', { limit: 5 })).toEqual([]);
    expect(await books.search('  ', { limit: 5 })).toEqual([]);
  });

  it('sees what another context wrote, changed and deleted meanwhile', async () => {
    const { keyValue } = freshBrowser();
    const { library: left } = await library({ keyValue, prefix: 'left' });
    const { library: right } = await library({ keyValue, prefix: 'right' });
    const { annotation, article } = await left.annotations.create(annotationDraft({ note: 'walrus' }));
    expect(await right.search('walrus', { limit: 5 })).toHaveLength(1);
    await left.annotations.patch(annotation.id, { note: 'narwhal' });
    expect(await right.search('walrus', { limit: 5 })).toEqual([]);
    expect(await right.search('narwhal', { limit: 5 })).toHaveLength(1);
    await left.articles.refreshFromPage(article.id, {
      addresses: article.urls,
      metadata: metadata({ title: 'Beluga tolls' }),
    });
    expect(await right.search('beluga', { limit: 5 })).toHaveLength(1);
    await left.annotations.remove([annotation.id]);
    expect(await right.search('narwhal', { limit: 5 })).toEqual([]);
  });

  it('rebuilds when more was written than the log remembers', async () => {
    const { keyValue } = freshBrowser();
    const { library: left } = await library({ keyValue, prefix: 'left' });
    const { library: right } = await library({ keyValue, prefix: 'right' });
    await right.search('anything', { limit: 1 });
    const { article } = await left.articles.getOrCreate(articleDraft());
    for (let number = 0; number < 1_010; number++)
      await left.articles.patch(article.id, {
        tags: { add: [`tag${number}`], remove: [`tag${number - 1}`] },
      });
    await left.annotations.create(annotationDraft({ target: target({ exact: 'kittiwake' }) }));
    expect(await right.search('kittiwake', { limit: 5 })).toHaveLength(1);
    expect(await right.search('tag1009', { limit: 5 })).toHaveLength(1);
  });
});
