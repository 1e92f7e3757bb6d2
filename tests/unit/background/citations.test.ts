import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, freshBrowser, target } from '../storage/fixtures.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const TARIFFS = 'https://records.example/tariffs/2026';

let books: Library;
let citations: typeof import('#background/citations.ts');

beforeEach(async () => {
  freshBrowser();
  fakeBrowser.reset();
  vi.resetModules();
  citations = await import('#background/citations.ts');
  books = await (await import('#background/library.ts')).library();
});

const note = async () => citations.noteCitations(await books.annotations.claims());

/** A claim of an article of its own, with a source at an address. */
async function claimCiting(url: string, words: string, exact = '') {
  const { annotation } = await books.annotations.create(
    annotationDraft({
      article: articleDraft({ addresses: [`https://quay.example/${words.length}`] }),
      target: target({ exact: words }),
    }),
  );
  await books.annotations.patch(annotation.id, { claim: { type: 'quantity' } });
  const quote = exact ? { exact, prefix: '', suffix: '' } : null;
  const { source } = (await books.annotations.addSource(annotation.id, {
    url,
    quote,
    stance: 'supports',
  })) as unknown as {
    source: { id: string };
  };
  return { id: annotation.id, source };
}

describe('a page that claims cite', () => {
  it('is known under its own address and its tracking variants, with passage, stance and claim', async () => {
    await claimCiting(`${TARIFFS}?utm_source=letter`, 'Tolls rose by 12 per cent.', 'The toll is 14 marks.');
    await claimCiting(TARIFFS, 'Tolls rose.');
    expect(await note()).toBe(true);
    for (const url of [TARIFFS, `${TARIFFS}#table`, `${TARIFFS}?utm_campaign=x`]) {
      const found = await citations.citationsAt(url, null);
      expect(found.map(({ words, quote, stance }) => [words, quote?.exact ?? null, stance]).sort()).toEqual([
        ['Tolls rose by 12 per cent.', 'The toll is 14 marks.', 'supports'],
        ['Tolls rose.', null, 'supports'],
      ]);
    }
  });

  it('is known by the address that it says is its own, of its own site only', async () => {
    await claimCiting(TARIFFS, 'Tolls rose.');
    await note();
    expect(await citations.citationsAt('https://records.example/t?id=7', TARIFFS)).toHaveLength(1);
    expect(await citations.citationsAt('https://stranger.example/copy', TARIFFS)).toEqual([]);
    expect(await citations.citationsAt('https://records.example/other', null)).toEqual([]);
  });

  it('is told anew only where something changed, and no more once the claim is gone', async () => {
    const { id } = await claimCiting(TARIFFS, 'Tolls rose.');
    expect([await note(), await note()]).toEqual([true, false]);
    await books.annotations.patch(id, { note: 'Nothing to do with it.' });
    expect(await note()).toBe(false);
    await books.annotations.remove([id]);
    // Not even before what is kept follows.
    expect(await citations.citationsAt(TARIFFS, null)).toEqual([]);
    expect(await note()).toBe(true);
    expect(Object.keys(await fakeBrowser.storage.session.get(null)).join(' ')).not.toContain(
      'records.example',
    );
  });

  it('is kept where no page’s world can read it', async () => {
    await claimCiting(TARIFFS, 'Tolls rose.');
    await note();
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('records.example');
  });
});
