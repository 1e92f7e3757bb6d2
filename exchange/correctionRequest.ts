import type { Annotation, Article } from '#model/records.ts';
import { addressOf } from './ArticleNotes.ts';
import { plainLine } from './plainLine.ts';
import { linkToQuote } from './textFragment.ts';

/**
 * The draft of a request to a newsroom to look at a disputed claim: what stands where, and what the disputing sources say, in
 * plain text. Neutral; it asks and asserts nothing of its own. To be copied, never sent by us. `null` where no source disputes it.
 */
export function correctionRequest(article: Article, annotation: Annotation): string | null {
  const { target, retarget, url, sources } = annotation;
  const disputing = sources.filter(({ stance }) => stance === 'disputes');
  if (disputing.length === 0) return null;
  const quote = retarget ?? target;
  const title = plainLine(article.title ?? '') || addressOf(article);
  const published = article.publishedAt ? ` (${article.publishedAt.slice(0, 10)})` : '';
  const said = disputing.map((source) => {
    const name = plainLine(source.title || source.site || source.url);
    const lines = [
      `- ${name}${source.publishedAt ? `, ${source.publishedAt.slice(0, 10)}` : ''}${source.locator ? `, ${plainLine(source.locator)}` : ''}`,
      source.quote?.exact && `  “${plainLine(source.quote.exact)}”`,
      source.url && `  ${(source.quote && linkToQuote(source.url, source.quote)) || source.url}`,
      source.archivedUrl && `  Archived copy: ${source.archivedUrl}`,
    ];
    return lines.filter(Boolean).join('\n');
  });
  const parts = [
    `Subject: Request to check a statement in “${title}”`,
    'Dear editors,',
    `in your article “${title}”${published} this statement stands:`,
    `  “${plainLine(quote.exact)}”`,
    `  ${linkToQuote(url, quote) || url}`,
    disputing.length === 1 ? 'The following source says otherwise:' : 'The following sources say otherwise:',
    said.join('\n\n'),
    'Could you please check it and, if needed, correct the article? If I have misread it or the source, I would be glad to know.',
    'Kind regards',
  ];
  return `${parts.join('\n\n')}\n`;
}
