import { expect, it } from 'vitest';
import { libraryToCsv } from '#exchange/csv.ts';
import { articleToMarkdown } from '#exchange/markdown.ts';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import { anAnnotation, anArticle } from './records.ts';

const article = anArticle();
const waiting = anAnnotation({
  articleId: article.id,
  anchor: { state: 'missing', checkedAt: NEVER_LOOKED },
});
const gone = anAnnotation({
  articleId: article.id,
  anchor: { state: 'missing', checkedAt: '2026-03-04T09:00:00.000Z' },
});

it('calls no mark missing whose page was never looked at', async () => {
  const markdown = articleToMarkdown({ article, annotations: [waiting] });
  expect(markdown).toContain('Not looked for on the page yet');
  expect(markdown).not.toMatch(/not found|1970/i);
  expect(articleToMarkdown({ article, annotations: [gone] })).toContain('Not found on the page any more');

  const rows: string[] = [];
  for await (const piece of libraryToCsv([{ article, annotations: [waiting, gone] }])) rows.push(piece);
  const table = rows.join('');
  expect(table.match(/"waiting"/g)).toHaveLength(1);
  expect(table.match(/"missing"/g)).toHaveLength(1);
});
