import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleToMarkdown, libraryToMarkdown } from '#exchange/markdown.ts';
import { LINE_BREAK, plainLine } from '#exchange/plainLine.ts';
import { hostileText } from './hostile.ts';
import { nodes, parseMarkdown, sections, splitFile, textOf } from './parse.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim();
const lines = (text: string) => text.split(LINE_BREAK).map(plainLine).filter(Boolean).map(spaced);

/** An annotation with hostile text in every field. */
const hostileAnnotation = fc
  .record({
    exact: hostileText,
    note: hostileText,
    tag: hostileText,
    statement: hostileText,
    title: hostileText,
    passage: hostileText,
    now: hostileText,
  })
  .map(({ exact, note, tag, statement, title, passage, now }) =>
    anAnnotation({
      exact,
      note,
      tags: [tag],
      claim: {
        statement,
        type: 'other',
        attribution: title,
        status: 'open',
        verdict: passage,
        resolveBy: tag,
      },
      sources: [
        aSource({
          title,
          site: tag,
          quote: { exact: passage, prefix: exact, suffix: title },
          locator: now,
          note: passage,
          wire: tag,
        }),
        aSource({ id: 'second', url: title, title: '', stance: 'context', note }),
      ],
      anchor: { state: 'changed', checkedAt: '2026-03-13T09:00:00Z', textNow: now },
      history: [{ at: title, kind: 'note-conflict', before: exact, after: now }],
    }),
  );

describe('front matter', () => {
  it('reads back as the same title, whatever the title holds', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const file = articleToMarkdown({ article: anArticle({ title, authors: [title] }), annotations: [] });
        const { properties } = splitFile(file);
        expect(properties.title ?? '').toBe(title.toWellFormed());
        expect(properties['claimlight-format']).toBe(1);
        expect(properties.author).toEqual([title.toWellFormed()]);
      }),
    );
  });

  it('writes a time bare and anything else that stands in its place in quotes', () => {
    const file = articleToMarkdown({
      article: anArticle({ modifiedAt: 'yesterday: no\n---' }),
      annotations: [],
    });
    expect(file).toContain('\npublished: 2026-03-12T06:30:00Z\n');
    expect(splitFile(file).properties.modified).toBe('yesterday: no\n---');
  });
});

describe('for hostile texts in every field', () => {
  const file = fc
    .tuple(hostileText, fc.array(hostileAnnotation, { minLength: 1, maxLength: 2 }))
    .map(([title, list]) => {
      const annotations = list.map((annotation, i) => ({ ...annotation, id: `a${i}` }));
      return {
        annotations,
        text: articleToMarkdown({ article: anArticle({ title, site: title, note: title }), annotations }),
      };
    });

  it('each annotation stays in one section of its own', () => {
    fc.assert(
      fc.property(file, ({ annotations, text }) => {
        const found = sections(parseMarkdown(splitFile(text).body));
        expect(found.length).toBe(annotations.length);
        found.forEach((section, i) => {
          const ids = section.filter((node) => textOf(node) === `^cl-a${i}`);
          expect(ids.length).toBe(1);
          expect(section.filter(({ type }) => type === 'footnoteDefinition').length).toBe(2);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('nothing becomes HTML, an image, or a definition for the whole file', () => {
    fc.assert(
      fc.property(file, ({ text }) => {
        const types = nodes(parseMarkdown(splitFile(text).body)).map(({ type }) => type);
        expect(types).not.toContain('html');
        expect(types).not.toContain('image');
        expect(types).not.toContain('imageReference');
        expect(types).not.toContain('definition');
      }),
      { numRuns: 400 },
    );
  });

  it('every link leads to a web address or a mailbox', () => {
    fc.assert(
      fc.property(file, ({ text }) => {
        for (const node of nodes(parseMarkdown(splitFile(text).body))) {
          if (node.type === 'link') expect(node.url).toMatch(/^(https?:\/\/|mailto:)/u);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lines end with LF, the file with one of them, and no control is left', () => {
    fc.assert(
      fc.property(file, ({ text }) => {
        expect(text).toMatch(/[^\n]\n$/u);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/u);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('the same records give the same bytes, in any order of the annotations', () => {
    fc.assert(
      fc.property(fc.array(hostileAnnotation, { maxLength: 3 }), (list) => {
        const annotations = list.map((annotation, i) => ({ ...annotation, id: `a${i}` }));
        const article = anArticle();
        const once = articleToMarkdown({ article, annotations });
        expect(articleToMarkdown({ article, annotations: [...annotations].reverse() })).toBe(once);
      }),
    );
  });
});

describe('a quote', () => {
  it('is no rule where a direction control that is left out stands before a space', () => {
    const annotations = [anAnnotation({ exact: '\u202c ---' })];
    const [section] = sections(
      parseMarkdown(splitFile(articleToMarkdown({ article: anArticle(), annotations })).body),
    );
    const [quote] = section?.filter(({ type }) => type === 'blockquote') ?? [];
    expect(quote && nodes(quote).map(({ type }) => type)).toEqual(['blockquote', 'paragraph', 'text']);
    expect(quote && textOf(quote)).toBe('---');
  });

  it('shows the very words of the article, and all of them in its block quote', () => {
    fc.assert(
      fc.property(hostileText, (exact) => {
        const text = articleToMarkdown({ article: anArticle(), annotations: [anAnnotation({ exact })] });
        const [section] = sections(parseMarkdown(splitFile(text).body));
        const quotes = section?.filter(({ type }) => type === 'blockquote') ?? [];
        const shown = quotes.flatMap((quote) =>
          'children' in quote ? quote.children.map((child) => spaced(textOf(child))) : [],
        );
        expect(shown).toEqual(lines(exact));
      }),
      { numRuns: 400 },
    );
  });
});

describe('the link to a quote', () => {
  const formula = {
    exact: 'E = mc^2',
    prefix: 'He wrote ',
    suffix: '',
    seams: [[0, 8]] as [number, number][],
  };
  const written = (target: object) => {
    const annotation = anAnnotation();
    return articleToMarkdown({
      article: anArticle(),
      annotations: [{ ...annotation, target: { ...annotation.target, ...target } }],
    });
  };
  it('says that it leads to the page where no link finds the words', () => {
    expect(written(formula)).toContain('[Open the article (no link leads to these very words)](');
    expect(written(formula)).not.toContain(':~:');
  });

  it('leads to the words elsewhere', () => {
    expect(written({ exact: 'It rained', seams: [] })).toMatch(/\[Open in the article\]\([^)]*:~:text=/u);
  });
});

describe('the title', () => {
  it('is the only heading of level one and shows the very words', () => {
    fc.assert(
      fc.property(hostileText, (title) => {
        const text = articleToMarkdown({ article: anArticle({ title }), annotations: [] });
        const headings = nodes(parseMarkdown(splitFile(text).body)).filter(
          (node) => node.type === 'heading' && node.depth === 1,
        );
        expect(headings.map((node) => spaced(textOf(node)))).toEqual([
          spaced(plainLine(title)) || 'Untitled article',
        ]);
      }),
    );
  });
});

describe('document order', () => {
  it('is by place, then by age, and a place found anew counts', () => {
    const at = (id: string, start: number, retarget?: number) =>
      anAnnotation({
        id,
        note: `note ${id}`,
        target: { exact: id, prefix: '', suffix: '', start, end: start + 5 },
        retarget:
          retarget === undefined
            ? undefined
            : { exact: id, prefix: '', suffix: '', start: retarget, end: retarget + 5 },
      });
    const text = articleToMarkdown({
      article: anArticle(),
      annotations: [at('c', 50), at('b', 30), at('a', 90, 10), at('bb', 30)],
    });
    expect(text.match(/(?<=^## ).*$/gmu)).toEqual(['a', 'b', 'bb', 'c']);
  });
});

describe('a library', () => {
  it('comes out the same from a list and from a store that pages', async () => {
    const entries = [anArticle(), anArticle({ id: 'two', title: 'Second' })].map((article) => ({
      article,
      annotations: [anAnnotation()],
    }));
    async function* pages() {
      yield* entries;
    }
    const fromList = await Array.fromAsync(libraryToMarkdown(entries));
    expect(await Array.fromAsync(libraryToMarkdown(pages()))).toEqual(fromList);
    expect(fromList.length).toBe(3);
    expect(
      parseMarkdown(splitFile(fromList.join('')).body).children.filter(
        (n) => n.type === 'heading' && n.depth === 1,
      ).length,
    ).toBe(2);
  });

  it('of a hundred thousand annotations is written in pieces of one article', async () => {
    const annotations = Array.from({ length: 100 }, (_, i) => anAnnotation({ id: `n${i}` }));
    function* many() {
      for (let i = 0; i < 1000; i++) yield { article: anArticle({ id: `m${i}` }), annotations };
    }
    let [pieces, longest] = [0, 0];
    for await (const piece of libraryToMarkdown(many())) {
      pieces += 1;
      longest = Math.max(longest, piece.length);
    }
    expect(pieces).toBe(1001);
    expect(longest).toBeLessThan(100_000);
  }, 60_000);
});
