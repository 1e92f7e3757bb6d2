import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MARKDOWN_PRESETS,
  readForeign,
  readMarkdown,
  updateMarkdown,
  writeMarkdown,
} from '#exchange/index.ts';
import type { Annotation } from '#model/records.ts';
import { anyNotes } from './arbitraries.ts';
import { hostileText } from './hostile.ts';
import { nodes, parseMarkdown, splitFile } from './parse.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const byId = (a: Annotation, b: Annotation) => (a.id < b.id ? -1 : 1);
const lined = (text: string) => text.split(/\r\n|\r|\n/u);

const notes = {
  article: anArticle({ note: 'Mia sent the link.' }),
  annotations: [
    anAnnotation({
      note: 'Per cent or points?\n\n- ask\n- [x] read',
      tags: ['harbour'],
      sources: [aSource()],
    }),
    anAnnotation({ id: '0190b1a4-77aa-7c3d-9e4f-4f2a01b7de11', exact: 'The vote is on Monday' }),
  ],
};

describe.each(MARKDOWN_PRESETS)('%s', (preset) => {
  it('gives back the very records, whatever they hold', () => {
    fc.assert(
      fc.property(anyNotes, (one) => {
        const found = readMarkdown(writeMarkdown(one, preset));
        expect(found.refused).toEqual([]);
        expect(found.edited).toEqual([]);
        expect(found.articles).toEqual([one.article]);
        expect(found.annotations.sort(byId)).toEqual([...one.annotations].sort(byId));
      }),
      { numRuns: 100 },
    );
  });

  it('gives back several articles of one file, as a file of bytes, too', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyNotes, { minLength: 2, maxLength: 3, selector: ({ article }) => article.id }),
        (all) => {
          const found = readForeign(new TextEncoder().encode(writeMarkdown(all, preset)), 'notes.md');
          expect(found.format).toBe('claimlight');
          expect(found.articles).toEqual(all.map(({ article }) => article));
          expect(found.annotations.length).toBe(all.flatMap(({ annotations }) => annotations).length);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('gives the same bytes for the same records, in any order and with fields in any order', () => {
    fc.assert(
      fc.property(anyNotes, ({ article, annotations }) => {
        const turned = (record: object) => Object.fromEntries(Object.entries(record).reverse());
        const other = {
          article: turned(article) as unknown as typeof article,
          annotations: [...annotations].reverse().map((one) => turned(one) as unknown as Annotation),
        };
        expect(writeMarkdown(other, preset)).toBe(writeMarkdown({ article, annotations }, preset));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves a file alone in which nothing changed', () => {
    fc.assert(
      fc.property(anyNotes, (one) => {
        const file = writeMarkdown(one, preset);
        expect(updateMarkdown(file, one, preset)).toBe(file);
        const windows = file.replaceAll('\n', '\r\n');
        expect(updateMarkdown(windows, one, preset)).toBe(windows);
        expect(readMarkdown(windows).edited).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('brings a file that nobody edited to what would be written anew', () => {
    fc.assert(
      fc.property(anyNotes, hostileText, ({ article, annotations }, note) => {
        const [first, ...rest] = annotations;
        const before = { article, annotations: rest };
        const now = {
          article: { ...article, title: 'Another', note },
          annotations: [...(first ? [first] : []), ...rest.map((one) => ({ ...one, note }))],
        };
        const updated = updateMarkdown(writeMarkdown(before, preset), now, preset);
        expect(updated).toBe(writeMarkdown(now, preset));
      }),
      { numRuns: 40 },
    );
  });

  it('loses no line of the reader’s, wherever it was put in and whatever changed since', () => {
    const edit = fc.record({
      at: fc.nat(),
      line: fc.oneof(
        fc.constantFrom(
          'my own line',
          '## Mine',
          '- a thought',
          '---',
          'tags: [x]',
          '```',
          '> quoted',
          '%% x %%',
          '\tindented  ',
        ),
        hostileText.map((text) => lined(text).join(' ')),
      ),
    });
    fc.assert(
      fc.property(
        anyNotes,
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        hostileText,
        fc.constantFrom(...MARKDOWN_PRESETS),
        ({ article, annotations }, edits, note, other) => {
          const lines = lined(writeMarkdown({ article, annotations: annotations.slice(1) }, preset));
          const own = edits.map(({ line, at }, number) => ({ line: `${line} ${number}-${at}`, at }));
          for (const { line, at } of own) lines.splice(at % (lines.length + 1), 0, line);
          const now = {
            article: { ...article, title: 'Another' },
            annotations: annotations.map((one) => ({ ...one, note, revision: one.revision + 1 })),
          };
          for (const to of [preset, other]) {
            const updated = updateMarkdown(lines.join('\n'), now, to);
            const there = new Set(lined(updated).map((line) => line.trim()));
            for (const { line } of own) expect(there).toContain(line.trim());
            const found = readMarkdown(updated);
            expect(found.annotations.map(({ id }) => id).sort()).toEqual(
              annotations.map(({ id }) => id).sort(),
            );
            // A second time changes nothing.
            expect(updateMarkdown(updated, now, to)).toBe(updated);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is nothing but text and links to web addresses for other programs, and its front matter is YAML', () => {
    fc.assert(
      fc.property(anyNotes, (one) => {
        const file = writeMarkdown(one, preset);
        const isYaml = file.startsWith('---\n');
        expect(isYaml).toBe(preset !== 'plain' && preset !== 'logseq');
        const { properties, body } = isYaml ? splitFile(file) : { properties: {}, body: file };
        if (isYaml) expect(properties['claimlight-id']).toBe(one.article.id);
        for (const node of nodes(parseMarkdown(body))) {
          expect(['image', 'imageReference', 'definition']).not.toContain(node.type);
          if (node.type === 'html') expect(node.value).toMatch(/^<!-- \/?claimlight:[^<>]*-->$/u);
          if (node.type === 'link') expect(node.url).toMatch(/^(https?:\/\/|mailto:)/u);
        }
        expect(file).toMatch(/[^\n]\n$/u);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(file).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029]/u);
        expect(file.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('reads a note that was changed in the file, and nothing else', () => {
    const file = writeMarkdown(notes, preset);
    const [from, to] =
      preset === 'logseq' ? ['  * ask', '  * ask the office'] : ['- ask', '- ask the office'];
    expect(file).toContain(`${from}\n`);
    const found = readMarkdown(file.replace(`${from}\n`, `${to}\n`));
    const [first, second] = [...found.annotations].sort(byId);
    expect(found.edited).toEqual([
      { line: expect.any(Number), id: first?.id, what: 'note', reason: 'you changed this note in the file' },
    ]);
    const bullet = preset === 'logseq' ? '*' : '-';
    expect(first).toEqual({
      ...notes.annotations[0],
      revision: 2,
      note: `Per cent or points?\n\n${bullet} ask the office\n${bullet} [x] read`,
    });
    expect(second).toEqual(notes.annotations[1]);
  });

  it('reads a note that was added to a mark without one, and to the article', () => {
    const file = writeMarkdown(notes, preset);
    const indent = preset === 'logseq' ? '  ' : '';
    const withNote = file
      .replace(/^.*\[Open in the article\][^\n]*Monday.*$/mu, (line) => `${indent}A word of mine.\n\n${line}`)
      .replace('Mia sent the link.', 'Mia sent the link.\n\nTwice.'.replaceAll('\n\n', `\n\n${indent}`));
    const found = readMarkdown(withNote);
    expect(found.edited?.map(({ what }) => what)).toEqual(['note', 'note']);
    expect([...found.annotations].sort(byId)[1]?.note).toBe('A word of mine.');
    expect(found.articles[0]?.note).toBe('Mia sent the link.\n\nTwice.');
  });

  it('says where something beside a note was changed, and keeps the record', () => {
    const file = writeMarkdown(notes, preset).replace(
      /^( *)> .*The vote is on Monday/mu,
      '$1> The vote is on Friday',
    );
    const found = readMarkdown(file);
    expect(found.edited?.map(({ what }) => what)).toEqual(['other']);
    expect([...found.annotations].sort(byId)).toEqual(notes.annotations);
  });
});

describe('a damaged file', () => {
  const file = writeMarkdown(notes, 'github');

  it('gives what is whole of it and the line of what is not', () => {
    const marks = [...file.matchAll(/<!-- \/claimlight:note .*-->/gu)];
    const mark = marks[0]?.[0] ?? '';
    const found = readMarkdown(file.replace(mark, `${mark.slice(0, 60)}xx${mark.slice(62)}`));
    expect(found.annotations.length).toBe(1);
    expect(found.refused).toEqual([
      { line: expect.any(Number), reason: 'the comment that carries the record is damaged' },
    ]);
  });

  it('never throws, however it is cut and mixed', () => {
    fc.assert(
      fc.property(fc.nat(file.length), fc.nat(file.length), hostileText, (from, to, text) => {
        const found = readMarkdown(file.slice(0, from) + text + file.slice(to));
        expect(found.annotations.length).toBeLessThanOrEqual(2);
        expect(typeof updateMarkdown(file.slice(0, from) + text + file.slice(to), notes, 'github')).toBe(
          'string',
        );
      }),
    );
  });

  it('of which a block stands twice gives the one that was edited', () => {
    const found = readMarkdown(file + file.replace('- ask\n', '- ask her\n'));
    expect(found.annotations.length).toBe(2);
    expect([...found.annotations].sort(byId)[0]?.note).toContain('ask her');
  });

  it('that is none of ours is said to be none', () => {
    expect(readMarkdown('# Mine\n\n> quoted')).toEqual({
      format: '',
      articles: [],
      annotations: [],
      refused: [],
      edited: [],
    });
  });
});

describe('a file of the reader’s own', () => {
  it('keeps its words and its properties, and gets ours', () => {
    const own = '---\naliases: [dues]\ntitle: Mine\n---\n\n# My page\n\nWords.';
    const updated = updateMarkdown(own, notes, 'obsidian');
    expect(updated).toContain('---\naliases: [dues]\ntitle: Mine\nsource: "https');
    expect(updated).toContain('\n---\n\n# My page\n\nWords.\n\n<!-- claimlight:article');
    expect(readMarkdown(updated).annotations.length).toBe(2);
  });

  it('keeps a property that the reader changed, and its blocks where a note was deleted', () => {
    const file = writeMarkdown(notes, 'obsidian').replace(/^title: .*$/mu, 'title: Mine');
    const [first, second] = notes.annotations as [Annotation, Annotation];
    const now = {
      article: { ...notes.article, site: 'Courier' },
      annotations: [first, { ...second, deletedAt: '2026-03-13T09:00:00.000Z' }],
    };
    const updated = updateMarkdown(file, now, 'obsidian');
    expect(updated).toContain('title: Mine\n');
    expect(updated).toContain('site: "Courier"\n');
    expect(updated).toContain('annotations: 1\n');
    expect(readMarkdown(updated).annotations).toEqual([first]);
  });
});

/* What their own parsers showed; `npm run check:programs` asks them. */
describe('brackets of a reader’s text', () => {
  it('are no formula in Logseq, and stay within the label of a link there', () => {
    const one = {
      article: anArticle({ site: 'The [Quay] (north)' }),
      annotations: [
        anAnnotation({
          note: 'Why [a](x) and [b]: c?',
          sources: [aSource({ title: 'Table [2] of [3](x)' })],
        }),
      ],
    };
    const file = writeMarkdown(one, 'logseq');
    const words = file.replace(/^.*::.*$/gmu, '').replace(/\[(?:\\.|[^\\[\]])*\]\([^)]*\)/gu, '');
    expect(words).not.toMatch(/\\\]/u);
    expect(file).toContain('[Table \\[2\\] of \\[3\\](x)](https://stats.example/bulletin');
    expect(file).toContain('[The \\[Quay\\] (north)](https://');
    expect(file).toMatch(/^site:: The \\\[Quay\] \(north\)$/mu);
  });

  it('do not take in what follows a heading in Pandoc', () => {
    const one = {
      article: anArticle({ note: '# Open [ here\n\nand [closed](https://quay.example/x)' }),
      annotations: [],
    };
    expect(writeMarkdown(one, 'pandoc')).toContain('Open \\[ here');
    expect(
      writeMarkdown({ ...one, article: { ...one.article, note: '# See [[Harbour]]' } }, 'pandoc'),
    ).toContain('See [[Harbour]]');
  });
});
