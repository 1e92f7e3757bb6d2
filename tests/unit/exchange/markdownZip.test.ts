import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { exportFormat } from '#exchange/exportFormats.ts';
import { MARKDOWN_PRESETS, readForeign, writeMarkdown } from '#exchange/index.ts';
import { markdownFiles } from '#exchange/markdownFiles.ts';
import { markdownZip } from '#exchange/markdownZip.ts';
import { STARTING_TEMPLATES } from '#exchange/template/startingTemplates.ts';
import { anAnnotation, anArticle, aSource } from './records.ts';

const notesOf = (title: string | null, at: number): ArticleNotes => ({
  article: anArticle({ id: `a${at}`, title, urls: [`https://quay.example/${at}`], canonicalUrl: null }),
  annotations: [
    anAnnotation({ id: `n${at}`, articleId: `a${at}`, note: `# Note ${at}\n\n---\n`, sources: [aSource()] }),
  ],
});
const library = ['Ferry', 'ferry', 'Ferry?', '../up', 'CON', null, '🛳 قارب'].map(notesOf);

async function zipped(notes: ArticleNotes[], preset: (typeof MARKDOWN_PRESETS)[number]): Promise<Uint8Array> {
  const pieces = await Array.fromAsync(markdownZip(notes, preset));
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

describe.each(MARKDOWN_PRESETS)('a ZIP of Markdown files, %s', (preset) => {
  it('holds each article as it is written alone, and gives the same bytes for the same notes', async () => {
    const bytes = await zipped(library, preset);
    const files = Object.values(unzipSync(bytes)).map((file) => new TextDecoder().decode(file));
    expect(files).toEqual(library.map((notes) => writeMarkdown(notes, preset)));
    expect(await zipped(library, preset)).toEqual(bytes);
  });

  it('comes back whole', async () => {
    const { articles, annotations, refused, format } = readForeign(
      await zipped(library, preset),
      'notes.zip',
    );
    expect({ format, refused }).toEqual({ format: 'claimlight', refused: [] });
    expect(articles).toEqual(library.map(({ article }) => article));
    expect(annotations).toEqual(library.flatMap((one) => one.annotations));
  });
});

describe('files of articles', () => {
  it('have names that are safe and no two alike, also where thousands have one title', async () => {
    const names = (await Array.fromAsync(markdownFiles(library, 'plain'))).map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(['Ferry.md', 'ferry (2).md', 'Ferry (3).md', 'up.md', 'CON file.md']);
    const same = Array.from({ length: 3_000 }, (_, at) => ({
      article: anArticle({ id: `s${at}`, title: 'Untitled' }),
      annotations: [],
    }));
    const many = (await Array.fromAsync(markdownFiles(same, 'plain'))).map(({ name }) => name.toLowerCase());
    expect(new Set(many).size).toBe(3_000);
  });

  it('take a hundred articles each where an archive could hold no more files', async () => {
    const many = Array.from({ length: 250 }, (_, at) => notesOf(`Story ${at}`, at));
    const files = await Array.fromAsync(markdownFiles(many, 'obsidian', 20));
    expect(files.length).toBe(20 + 3);
    const ids = files.flatMap(({ text }) =>
      readForeign(new TextEncoder().encode(text), 'x.md').articles.map(({ id }) => id),
    );
    expect(ids).toEqual(many.map(({ article }) => article.id));
  });

  it('can be of any time', async () => {
    for (const updatedAt of [
      '1970-01-01T00:00:00.000Z',
      '1979-12-31T23:00:00Z',
      '2170-01-01T00:00:00Z',
      '',
    ]) {
      const notes = { article: anArticle({ updatedAt }), annotations: [] };
      expect(Object.keys(unzipSync(await zipped([notes], 'plain')))).toHaveLength(1);
    }
  });

  it('begin in a preview with a name and the text', async () => {
    const [shown] = await Array.fromAsync(
      exportFormat('markdownFiles').preview?.(library, 'github', STARTING_TEMPLATES.github) ?? [],
    );
    expect(shown?.startsWith('Ferry.md\n')).toBe(true);
    expect(shown).toContain(writeMarkdown(library[0] as ArticleNotes, 'github'));
  });
});
