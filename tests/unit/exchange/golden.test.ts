import { expect, it } from 'vitest';
import { MARKDOWN_PRESETS, readMarkdown, writeMarkdown } from '#exchange/index.ts';
import { articleToMarkdown, libraryToMarkdown } from '#exchange/markdown.ts';
import { accepted, article, contested, deleted, missing } from './goldenNotes.ts';
import { anArticle } from './records.ts';

it('writes an article as in the golden file', async () => {
  const annotations = [accepted, contested, deleted, missing];
  const markdown = articleToMarkdown({ article, annotations, exportedAt: '2026-03-14T12:00:00Z' });
  await expect(markdown).toMatchFileSnapshot('golden/article.md');
});

it('writes a library as in the golden file', async () => {
  const other = anArticle({
    id: 'b',
    title: null,
    site: null,
    authors: [],
    canonicalUrl: 'javascript:alert(1)',
  });
  let markdown = '';
  for await (const part of libraryToMarkdown([
    { article, annotations: [missing] },
    { article: other, annotations: [] },
  ])) {
    markdown += part;
  }
  await expect(markdown).toMatchFileSnapshot('golden/library.md');
});

it.each(MARKDOWN_PRESETS)('writes the %s preset as in the golden file, and reads it back', async (preset) => {
  const annotations = [accepted, contested, deleted, missing];
  const markdown = writeMarkdown({ article, annotations }, preset);
  await expect(markdown).toMatchFileSnapshot(`golden/${preset}.md`);
  expect(readMarkdown(markdown)).toEqual({
    format: 'claimlight',
    articles: [article],
    annotations: [missing, contested, accepted],
    refused: [],
    edited: [],
  });
});
