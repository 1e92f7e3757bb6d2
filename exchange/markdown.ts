import type { Article } from '#model/records.ts';
import { type ArticleNotes, addressOf, inDocumentOrder } from './ArticleNotes.ts';
import { annotationSection, labels, SECTION_LEVEL } from './annotationSection.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { frontMatter, type Property } from './frontMatter.ts';
import { markdownLink } from './markdownLink.ts';
import { noteMarkdown } from './noteMarkdown.ts';
import { plainLine } from './plainLine.ts';
import { day } from './sourceFootnote.ts';
import { tagLine, tagName } from './tagLine.ts';
import { WORDS } from './words.ts';

/** Counts up when the shape of the files changes; an import will look at it. */
const MARKDOWN_FORMAT = 1;

export interface MarkdownOptions extends ArticleNotes {
  /** ISO 8601. Left out, the same records give the same bytes at any time. */
  exportedAt?: string | undefined;
}

/** What of an article stands before its annotations. Pieces of Markdown; '' for what there is none of. */
export interface ArticleParts {
  title: string;
  byline: string;
  note: string;
}

export const articleParts = (article: Article): ArticleParts => ({
  title: escapeMarkdown(article.title ?? '') || WORDS.untitled,
  byline: byline(article),
  note: noteMarkdown(article.note, SECTION_LEVEL),
});

/** Whom and when it is from, for readers who do not see front matter, and what else is known of the article. */
function byline(article: Article): string {
  const url = addressOf(article);
  const dates = [
    article.publishedAt && `${WORDS.published} ${escapeMarkdown(day(article.publishedAt))}`,
    article.modifiedAt && `${WORDS.modified} ${escapeMarkdown(day(article.modifiedAt))}`,
  ];
  const site = article.site ?? '';
  const line = [
    url ? markdownLink(site || new URL(url).hostname, url) : escapeMarkdown(site),
    article.authors.map(escapeMarkdown).join(', '),
    ...dates,
  ];
  const headlines = article.titleHistory
    .filter(({ title }) => plainLine(title) !== plainLine(article.title ?? ''))
    .map(
      ({ title, seenAt }) => `${WORDS.headlineOn} ${escapeMarkdown(day(seenAt))}: “${escapeMarkdown(title)}”`,
    );
  const corrections = (article.corrections ?? []).map(
    (text) => `${WORDS.correction}: “${escapeMarkdown(text)}”`,
  );
  return [line.filter(Boolean).join(' · '), ...headlines, ...corrections].filter(Boolean).join('\n\n');
}

function articleBody({ article, annotations }: ArticleNotes): string[] {
  const label = labels();
  const url = addressOf(article);
  const parts = articleParts(article);
  return [
    `# ${parts.title}`,
    parts.byline,
    parts.note,
    ...inDocumentOrder(annotations).map((annotation) => annotationSection(annotation, url, label)),
  ];
}

const joined = (parts: string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;

/**
 * One article and its annotations as a Markdown file: CommonMark with GFM footnotes, YAML front matter and Obsidian
 * block ids. Lines end with LF; equal records give equal bytes. Nothing a page or a note contains can leave its place,
 * become HTML or load an image: see `escapeMarkdown` and `noteMarkdown`.
 */
export function articleToMarkdown({ article, annotations, exportedAt }: MarkdownOptions): string {
  const properties = frontMatter(articleProperties({ article, annotations, exportedAt }));
  return joined([properties, ...articleBody({ article, annotations })]);
}

/** What the front matter of an article's file says, in order. */
export function articleProperties({
  article,
  annotations,
  exportedAt,
}: MarkdownOptions): Record<string, Property> {
  const kept = annotations.filter(({ deletedAt }) => deletedAt === undefined);
  return {
    title: article.title,
    source: addressOf(article),
    site: article.site,
    author: article.authors,
    section: article.section,
    language: article.language,
    published: article.publishedAt && { time: article.publishedAt },
    modified: article.modifiedAt && { time: article.modifiedAt },
    created: { time: article.createdAt },
    exported: exportedAt ? { time: exportedAt } : null,
    annotations: kept.length,
    claims: kept.filter(({ claim }) => claim).length,
    tags: article.tags.map(tagName).filter(Boolean),
    'claimlight-format': MARKDOWN_FORMAT,
    'claimlight-id': article.id,
  };
}

/** What the front matter of a file with many articles says. */
export const libraryProperties = (exportedAt?: string): Record<string, Property> => ({
  title: WORDS.library,
  exported: exportedAt ? { time: exportedAt } : null,
  'claimlight-format': MARKDOWN_FORMAT,
});

/**
 * Many articles as one Markdown document, in pieces of one article each, so that a library of any size needs the
 * memory of one article. Join the pieces as they are. Takes a store's async pages as well as a list.
 */
export async function* libraryToMarkdown(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  exportedAt?: string,
): AsyncGenerator<string, void> {
  yield joined([frontMatter(libraryProperties(exportedAt))]);
  for await (const entry of library) {
    const [title = '', ...rest] = articleBody(entry);
    yield `\n${joined([title, tagLine(entry.article.tags), ...rest])}`;
  }
}
