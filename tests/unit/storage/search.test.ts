import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationDraft } from '#model/drafts.ts';
import { fold, unfoldRange } from '#model/fold.ts';
import type { Grouping, Library } from '#storage/index.ts';
import { annotationDraft, articleDraft, clock, freshBrowser, library, metadata, target } from './fixtures.ts';

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

/** How many annotations and articles are found. */
const count = async (books: Library, query: string) => (await books.search(query, { limit: 5 })).total;

/** Texts of the finds, in their order, the words found in brackets. */
async function shown(books: Library, query: string): Promise<string[]> {
  const { articles } = await books.search(query, { limit: 50 });
  return articles.flatMap(({ hits }) =>
    hits.map(({ excerpts }) =>
      excerpts
        .map(({ text, found }) =>
          found.reduceRight(
            (so, [start, end]) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`,
            text,
          ),
        )
        .join(' | '),
    ),
  );
}

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
      const [hit] = (await books.search(query, { limit: 5 })).articles[0]?.hits ?? [];
      expect(hit?.annotation?.id).toBe(annotation.id);
      fields.push(hit?.excerpts[0]?.field ?? '');
    }
    expect(fields).toEqual(['quote', 'note', 'source', 'claim', 'tag']);
    const [found] = (await books.search('harbour', { limit: 5 })).articles;
    expect(found?.hits).toMatchObject([{ excerpts: [{ field: 'title' }] }]);
    expect(found?.hits[0]).not.toHaveProperty('annotation');
  });

  it('wants every word, and takes a phrase in quotes as one', async () => {
    const { library: books } = await library();
    await books.annotations.create(annotationDraft({ note: 'red green blue' }));
    expect(await count(books, 'blue red')).toBe(1);
    expect(await count(books, '"green blue"')).toBe(1);
    expect(await count(books, '"blue green"')).toBe(0);
    expect(await count(books, 'red violet')).toBe(0);
    expect(await count(books, '-violet red')).toBe(1);
    expect(await count(books, 'red -green')).toBe(0);
    expect(await count(books, '  ')).toBe(0);
  });

  it('puts the closest finds first, however many there are', async () => {
    const { library: books } = await library();
    const texts = [
      'Tolls, once up by 9777, rose',
      'By 777 tolls rose',
      'Tolls rose by 777 marks',
      'tolls rose by 7771',
    ];
    for (const [start, exact] of texts.entries())
      await books.annotations.create(annotationDraft({ target: target({ exact, start, end: start + 9 }) }));
    expect(await shown(books, 'tolls rose by 777')).toEqual([
      '[Tolls rose by 777] marks',
      '[tolls rose by 777]1',
      '[By] [777] [tolls] [rose]',
      '[Tolls], once up [by] 9[777], [rose]',
    ]);
  });

  it('counts all, shows as many as asked for, and those of one article together', async () => {
    const { library: books } = await library();
    for (let number = 0; number < 12; number++)
      await books.annotations.create(
        annotationDraft({
          article: articleDraft({
            addresses: [`https://quay.example/${number % 2}`],
            metadata: metadata({ canonicalUrl: null }),
          }),
          target: target({ exact: `walrus ${number}`, start: number, end: number + 8 }),
        }),
      );
    const found = await books.search('walrus', { limit: 4, perArticle: 3 });
    expect(found).toMatchObject({ total: 12, totalArticles: 2 });
    expect(found.articles.map(({ total, hits }) => [total, hits.length])).toEqual([
      [6, 3],
      [6, 1],
    ]);
  });

  it('marks every word found, also where they stand far apart or in different texts', async () => {
    const { library: books } = await library();
    const between = 'and so it went on for a long while, '.repeat(12);
    await books.annotations.create(
      annotationDraft({
        target: target({ exact: `Walrus sighted, ${between}near the quay` }),
        note: 'A narwhal, rather',
      }),
    );
    const [text = ''] = await shown(books, 'quay walrus narwhal');
    expect(text).toMatch(/^\[Walrus\] sighted.* … .*\[quay\] \| A \[narwhal\], rather$/);
    expect(text.length).toBeLessThan(300);
  });

  it.each([
    ['港の使用料は一月に十二パーセント上がった', '使用料', '港の[使用料]は一月に十二パーセント上がった'],
    ['港口费用一月上涨了百分之十二', '费用一月', '港口[费用一月]上涨了百分之十二'],
    ['ค่าธรรมเนียมท่าเรือเพิ่มขึ้นร้อยละสิบสอง', 'ท่าเรือ', 'ค่าธรรมเนียม[ท่าเรือ]เพิ่มขึ้นร้อยละสิบสอง'],
    ['ارتفعت رسومُ الميناء في يناير', 'رسوم الميناء', 'ارتفعت [رسومُ الميناء] في يناير'],
    ['Ｐｏｒｔ　ＴＯＬＬＳ rose', 'port tolls', '[Ｐｏｒｔ　ＴＯＬＬＳ] rose'],
    ['Škoda bought Łódź’s Straße', 'skoda lodz strasse', '[Škoda] bought [Łódź]’s [Straße]'],
    ['ﾀﾞﾑの水位', 'ダム', '[ﾀﾞﾑ]の水位'],
  ])('finds in %s', async (exact, query, found) => {
    const { library: books } = await library();
    await books.annotations.create(annotationDraft({ target: target({ exact }) }));
    expect(await shown(books, query)).toEqual([found]);
  });

  it('sees what another context wrote, changed and deleted meanwhile', async () => {
    const { keyValue } = freshBrowser();
    const { library: left } = await library({ keyValue, prefix: 'left' });
    const { library: right } = await library({ keyValue, prefix: 'right' });
    const { annotation, article } = await left.annotations.create(annotationDraft({ note: 'walrus' }));
    expect(await count(right, 'walrus')).toBe(1);
    await left.annotations.patch(annotation.id, { note: 'narwhal' });
    expect(await count(right, 'walrus')).toBe(0);
    expect(await count(right, 'narwhal')).toBe(1);
    await left.articles.refreshFromPage(article.id, {
      addresses: article.urls,
      metadata: metadata({ title: 'Beluga tolls' }),
    });
    expect(await count(right, 'beluga')).toBe(1);
    await left.annotations.remove([annotation.id]);
    expect(await count(right, 'narwhal')).toBe(0);
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
    expect(await count(right, 'kittiwake')).toBe(1);
    expect(await count(right, 'tag1009')).toBe(1);
  });
});

/** A library with marks of every kind, by a word of their own. */
async function ofEveryKind(): Promise<Library> {
  const time = clock('2026-02-01T12:00:00.000Z');
  const { library: books } = await library({ now: time.now });
  const gazette = articleDraft({
    addresses: ['https://www.gazette.example/bridge'],
    metadata: metadata({
      title: 'Council postpones the bridge',
      site: 'Hill Gazette',
      authors: ['Teo Brandt'],
      canonicalUrl: null,
    }),
  });
  let start = 0;
  const mark = async (exact: string, over: Partial<AnnotationDraft> = {}) => {
    start += 100;
    const made = await books.annotations.create(
      annotationDraft({ ...over, target: target({ exact, start, end: start + exact.length }) }),
    );
    return made.annotation.id;
  };
  await mark('plain');
  time.pass(10 * 86_400_000);
  await mark('claimed', { claim: { type: 'quantity' }, tags: ['Öffentlich'], color: 'pink' });
  await mark('disputed', {
    claim: {},
    source: { url: 'https://port.example/a', title: 'A', stance: 'disputes', tier: 'primary' },
  });
  await mark('supported', {
    article: gazette,
    url: 'https://www.gazette.example/bridge',
    claim: {},
    source: { url: 'https://port.example/a#page2', title: 'A', stance: 'supports', tier: 'primary' },
    tags: ['two words'],
  });
  time.pass(10 * 86_400_000);
  await mark('waiting', { claim: { type: 'prediction', resolveBy: '2026-02-20' } });
  const [changed, missing] = [await mark('changed words'), await mark('gone words')];
  const [one] = await books.annotations.some([changed]);
  const checkedAt = time.now();
  await books.annotations.reportAnchors(one?.articleId ?? '', [
    { id: changed, anchor: { state: 'changed', checkedAt, textNow: 'changed word' } },
    { id: missing, anchor: { state: 'missing', checkedAt } },
  ]);
  return books;
}

describe('conditions', () => {
  it.each([
    ['is:claim', 'claimed disputed supported waiting'],
    ['is:unsourced', 'claimed waiting'],
    ['is:contested', 'disputed'],
    ['is:changed', 'changed words'],
    ['is:missing', 'gone words'],
    ['is:due', 'waiting'],
    ['-is:claim', 'changed words gone words plain'],
    ['tag:offentlich', 'claimed'],
    ['tag:"two words"', 'supported'],
    ['site:"hill gazette"', 'supported'],
    ['site:gazette.example', 'supported'],
    ['author:brandt', 'supported'],
    ['source:a', 'disputed supported'],
    ['source:PORT.example', 'disputed supported'],
    ['source:https://port.example/a', 'disputed supported'],
    ['cites:https://port.example/a#page9', 'disputed supported'],
    ['source:https://port.example/', ''],
    ['is:claim -source:port', 'claimed waiting'],
    ['color:pink', 'claimed'],
    ['before:2026-02-05', 'plain'],
    ['after:2026-02-21', 'changed words gone words waiting'],
    ['after:5d', 'changed words gone words waiting'],
    ['after:2026-02-11 before:2026-02-12', 'claimed disputed supported'],
    ['words -gone -two', 'changed words'],
    ['is:unsourced bridge', ''],
    ['is:unsourced toll claimed', 'claimed'],
  ])('%s', async (query, expected) => {
    const books = await ofEveryKind();
    const { articles } = await books.search(query, { limit: 50 });
    const found = articles.flatMap(({ hits }) =>
      hits.flatMap(({ annotation }) => annotation?.target.exact ?? []),
    );
    expect(found.sort().join(' ')).toBe(expected);
    const { groups, total } = await books.overview(query, { group: 'article' });
    const listed = await books.annotations.some(groups.flatMap(({ ids }) => ids));
    expect(
      listed
        .map(({ target }) => target.exact)
        .sort()
        .join(' '),
    ).toBe(expected);
    expect(total).toBe(listed.length);
  });

  it('group everything by article, day, tag, outlet and source', async () => {
    const books = await ofEveryKind();
    const groups = async (group: Grouping) =>
      (await books.overview('', { group })).groups.map(({ title, ids }) => `${title}: ${ids.length}`);
    expect(await groups('article')).toEqual([
      'Harbour tolls rise again: 6',
      'Council postpones the bridge: 1',
    ]);
    expect(await groups('day')).toEqual(['2026-02-21: 3', '2026-02-11: 3', '2026-02-01: 1']);
    expect(await groups('tag')).toEqual(['two words: 1', 'Öffentlich: 1', ': 5']);
    expect(await groups('site')).toEqual(['The Quay Courier: 6', 'Hill Gazette: 1']);
    expect(await groups('source')).toEqual(['A: 2', ': 5']);
  });

  it('have their words and their figures', async () => {
    const books = await ofEveryKind();
    expect(await books.facets()).toEqual({
      tags: [
        { name: 'two words', count: 1 },
        { name: 'Öffentlich', count: 1 },
      ],
      sites: [
        { name: 'The Quay Courier', count: 6 },
        { name: 'Hill Gazette', count: 1 },
      ],
      sources: [{ name: 'A', count: 2 }],
    });
    expect(await books.figures('')).toMatchObject({
      marks: 7,
      claims: 4,
      unsourced: 2,
      corroborated: 1,
      contested: 1,
      bySite: [
        { name: 'The Quay Courier', marks: 6, claims: 3, unsourced: 2 },
        { name: 'Hill Gazette', marks: 1, claims: 1, unsourced: 0 },
      ],
      byMonth: [{ name: '2026-02', marks: 7, claims: 4, unsourced: 2 }],
    });
  });
});

describe('many at once', () => {
  it('are changed by one action that is undone as one', async () => {
    const books = await ofEveryKind();
    const { groups } = await books.overview('', { group: 'day' });
    const ids = groups.flatMap((group) => group.ids);
    const { actionId, changed } = await books.annotations.patchAll(ids, {
      tags: { add: ['harbour'], remove: [] },
      color: 'green',
      claim: { status: 'checking' },
    });
    expect(changed).toBe(7);
    const all = await books.annotations.some(ids);
    expect(all.every(({ tags, color }) => tags.includes('harbour') && color === 'green')).toBe(true);
    expect(all.filter(({ claim }) => claim?.status === 'checking')).toHaveLength(4);
    await books.undo(actionId ?? '');
    expect(await count(books, 'tag:harbour')).toBe(0);
    expect(await count(books, 'is:claim')).toBe(4);
  });

  it('are one action also when there are more than one transaction takes', async () => {
    const { library: books } = await library();
    const ids: string[] = [];
    for (let start = 0; start < 1_200; start++)
      ids.push(
        (await books.annotations.create(annotationDraft({ target: target({ start, end: start + 9 }) })))
          .annotation.id,
      );
    const { actionId, changed } = await books.annotations.patchAll(ids, { tags: { add: ['x'], remove: [] } });
    expect(changed).toBe(1_200);
    const removed = await books.annotations.remove(ids);
    expect(await books.annotations.count()).toBe(0);
    expect(await books.undo(removed.actionId ?? '')).toMatchObject({ ok: true });
    expect(await books.undo(actionId ?? '')).toMatchObject({ ok: true, applied: 1_200 });
    expect(await count(books, 'tag:x')).toBe(0);
    expect(await books.annotations.count()).toBe(1_200);
  });
});
