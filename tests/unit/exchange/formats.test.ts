import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { Window } from 'happy-dom';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { EXPORT_FORMATS, type ExportFormatId, exportFormat } from '#exchange/exportFormats.ts';
import { readForeign } from '#exchange/index.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { AnnotationCollection } from './annotationModel.ts';
import { anyNotes } from './arbitraries.ts';
import { accepted, article, contested, deleted, missing } from './goldenNotes.ts';
import { hostileText } from './hostile.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const golden: ArticleNotes = { article, annotations: [accepted, contested, deleted, missing] };
const bare: ArticleNotes = {
  article: anArticle({ id: 'bare', title: null, urls: [], canonicalUrl: null }),
  annotations: [],
};

async function write(id: ExportFormatId, notes: ArticleNotes[] = [golden]): Promise<string> {
  return (await Array.fromAsync(exportFormat(id).write(notes, 'plain', STARTING_TEMPLATES.obsidian))).join(
    '',
  );
}
const read = (text: string) => readForeign(new TextEncoder().encode(text), 'file');
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const distinct = fc.uniqueArray(anyNotes, { maxLength: 2, selector: ({ article: { id } }) => id });

describe.each(
  EXPORT_FORMATS.filter(({ id, hasPresets }) => !hasPresets && id !== 'csv' && id !== 'templateFiles'),
)('$id', ({ id, extension }) => {
  it('is written as in the golden file', async () => {
    await expect(await write(id)).toMatchFileSnapshot(`golden/formats/${id}${extension}`);
  });

  it('gives the same bytes for the same records in any order, and a whole file for none', async () => {
    const turned = { article, annotations: [...golden.annotations].reverse() };
    expect(await write(id, [turned])).toBe(await write(id));
    expect(typeof (await write(id, []))).toBe('string');
    expect(typeof (await write(id, [bare]))).toBe('string');
  });
});

describe.each(EXPORT_FORMATS.filter(({ comesBack, hasPresets }) => comesBack && !hasPresets))(
  '$id',
  ({ id }) => {
    it('gives back the very records, whatever they hold', async () => {
      await fc.assert(
        fc.asyncProperty(distinct, async (library) => {
          const found = read(await write(id, library));
          expect(found.refused).toEqual([]);
          expect(found.articles.sort(byId)).toEqual(library.map(({ article: one }) => one).sort(byId));
          const all = library.flatMap(({ annotations }) => annotations);
          expect(found.annotations.sort(byId)).toEqual(all.sort(byId));
        }),
        { numRuns: 60 },
      );
    });

    it('takes what was changed in it as a later state', async () => {
      const text = (await write(id)).replaceAll('See [[Harbour]]', 'Read [[Harbour]]');
      const changed = text.replaceAll(/("claimlight":.*?)Read(?= \[\[)/gu, '$1See');
      const found = read(changed).annotations.find((one) => one.id === contested.id);
      expect(found).toEqual({
        ...contested,
        note: contested.note.replace('See', 'Read'),
        revision: contested.revision + 1,
      });
    });

    it('is read as another program’s where ours is taken out of it', async () => {
      const json = JSON.parse(await write(id)) as unknown;
      const without = JSON.stringify(json, (key, value: unknown) =>
        key === 'claimlight' ? undefined : value,
      );
      const found = read(without);
      expect(found.refused).toEqual([]);
      expect(found.annotations.map(({ target }) => target.exact).sort()).toEqual(
        [accepted, contested, missing].map(({ target }) => target.exact).sort(),
      );
    });
  },
);

it('the JSON-LD follows the rules of the W3C model', async () => {
  await fc.assert(
    fc.asyncProperty(distinct, async (library) => {
      const checked = v.safeParse(AnnotationCollection, JSON.parse(await write('webAnnotation', library)));
      expect(checked.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
    }),
    { numRuns: 40 },
  );
});

describe('citations are read by citation-js', () => {
  const library = [
    {
      article: anArticle({
        title: 'Dues & fees: 5 % {more} for “A_b” #1 $x$ ~ ^ \\ end',
        authors: ['Ines Falk', 'Harbour {and} Sons'],
      }),
      annotations: [
        anAnnotation({
          sources: [
            aSource({ publishedAt: '2026-02-01' }),
            aSource({
              id: 's2',
              url: 'https://b.example/a_b%20c?d=1&e=#f',
              title: 'Interview',
              kind: 'interview',
              quote: null,
            }),
          ],
        }),
      ],
    },
  ];
  const facts = [
    {
      title: 'Dues & fees: 5 % {more} for “A_b” #1 $x$ ~ ^ \\ end',
      URL: 'https://morning-courier.example/city/harbour-dues',
      issued: [2026, 3, 12],
    },
    { title: 'Port bulletin, table 2', URL: 'https://stats.example/bulletin', issued: [2026, 2, 1] },
    { title: 'Interview', URL: 'https://b.example/a_b%20c?d=1&e=#f', issued: undefined },
  ];
  interface Item {
    title?: string;
    URL?: string;
    type: string;
    issued?: { 'date-parts': number[][] };
    author?: { literal?: string; given?: string; family?: string }[];
  }
  it.each(['csl', 'bibtex', 'ris'] as const)('%s', async (id) => {
    const items = plugins.input.chain(await write(id, library), { generateGraph: false }) as Item[];
    // Of a newspaper article the plug-in for RIS reads the year only.
    const dated = (item: Item) =>
      id === 'ris' ? item.issued?.['date-parts'][0]?.[0] : item.issued?.['date-parts'][0];
    expect(items.map((item) => ({ title: item.title, URL: item.URL, issued: dated(item) }))).toEqual(
      facts.map((fact) => ({ ...fact, issued: id === 'ris' ? fact.issued?.[0] : fact.issued })),
    );
    if (id === 'ris') {
      // Of names in one piece the plug-in reads none.
      expect(await write(id, library)).toContain('AU  - Ines Falk\r\nAU  - Harbour {and} Sons\r\n');
      return;
    }
    const names = (items[0]?.author ?? []).map(
      ({ literal, given, family }) => literal ?? `${given} ${family}`.trim(),
    );
    expect(names.map((name) => name.replace('undefined ', ''))).toEqual(['Ines Falk', 'Harbour {and} Sons']);
  });

  it('whatever a title holds, no entry runs into another', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (title, name) => {
        const one = [
          {
            article: anArticle({ title: `x ${title}`, authors: [`y ${name}`] }),
            annotations: [anAnnotation({ sources: [aSource({ title })] })],
          },
        ];
        for (const id of ['bibtex', 'ris'] as const) {
          const items = plugins.input.chain(await write(id, one), { generateGraph: false }) as Item[];
          expect(items.length).toBe(2);
          expect(items[1]?.URL).toBe('https://stats.example/bulletin');
        }
      }),
      { numRuns: 100 },
    );
  });
});

it('the HTML holds no script, loads nothing and links only to pages, whatever the records hold', async () => {
  await fc.assert(
    fc.asyncProperty(anyNotes, async (notes) => {
      const window = new Window();
      const { document } = window;
      document.write(await write('html', [notes]));
      const allowed = new Set(
        'HTML HEAD META TITLE STYLE BODY ARTICLE H1 H2 H3 H4 H5 H6 P BLOCKQUOTE UL OL LI A STRONG EM DEL CODE PRE BR HR TABLE THEAD TBODY TR TH TD'.split(
          ' ',
        ),
      );
      for (const element of document.querySelectorAll('*')) {
        expect(allowed).toContain(element.tagName);
        for (const { name, value } of element.attributes) {
          expect([
            'lang',
            'charset',
            'http-equiv',
            'content',
            'name',
            'href',
            'rel',
            'start',
            'align',
          ]).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/u);
        }
      }
      expect(document.querySelectorAll('article').length).toBe(1);
      await window.happyDOM.close();
    }),
    { numRuns: 40 },
  );
});

it('Readwise gets each quote, with its address', async () => {
  const found = read(await write('readwise'));
  expect(found.format).toBe('readwise');
  expect(found.annotations.map(({ target }) => target.exact)).toEqual(
    [missing, contested, accepted].map((one) => (one.retarget ?? one.target).exact),
  );
  expect(found.articles).toMatchObject([{ title: article.title, urls: article.urls }]);
});
