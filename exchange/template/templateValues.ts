import { sourcing } from '#evidence/sourcingStatus.ts';
import { lookedState } from '#model/neverLooked.ts';
import type { Annotation, Article, Source } from '#model/records.ts';
import { type ArticleNotes, addressOf } from '../ArticleNotes.ts';
import { type AnnotationParts, annotationParts, footnoteMarks, type Label } from '../annotationSection.ts';
import { articleCitekey } from '../csl.ts';
import { escapeMarkdown } from '../escapeMarkdown.ts';
import { articleParts } from '../markdown.ts';
import { noteMarkdown } from '../noteMarkdown.ts';
import { LINE_BREAK } from '../plainLine.ts';
import { sourceList } from '../presets/commonDialects.ts';
import { sourceFootnote, sourceParagraphs } from '../sourceFootnote.ts';
import { tagLine, tagName } from '../tagLine.ts';
import { linkToQuote } from '../textFragment.ts';
import { Written } from './Written.ts';

const block = (text: string, markdown: string) => text && new Written('block', text, markdown);
const inline = (text: string, markdown: string) => markdown && new Written('inline', text, markdown);
const address = (url: string) => url && new Written('address', url);
const time = (at: string | null | undefined) => (at ? new Written('time', at) : '');
const list = (texts: string[]) => (texts.length > 0 ? texts : null);
const tags = (all: string[]) => list(all.map(tagName).filter(Boolean));

/** A quote's paragraphs; each of its lines stays one of its own. */
const paragraphs = (text: string): string =>
  text.split(LINE_BREAK).map(escapeMarkdown).filter(Boolean).join('\n\n');

/** What a template knows of an article. Every name is always there; what is not known is empty or null. */
export function articleValues({ article, annotations }: ArticleNotes): Record<string, unknown> {
  const { note, title } = article;
  const parts = articleParts(article);
  const kept = annotations.filter(({ deletedAt }) => deletedAt === undefined);
  return {
    title: title ?? '',
    url: address(addressOf(article)),
    site: article.site ?? '',
    authors: list(article.authors),
    section: article.section ?? '',
    language: article.language ?? '',
    published: time(article.publishedAt),
    modified: time(article.modifiedAt),
    created: time(article.createdAt),
    tags: tags(article.tags),
    tag_line: inline(article.tags.join(' '), tagLine(article.tags)),
    note: block(note, parts.note),
    byline: block(parts.byline, parts.byline),
    annotation_count: kept.length,
    claim_count: kept.filter(({ claim }) => claim).length,
    citekey: articleCitekey(article),
    id: article.id,
    record: '',
  };
}

/** What a template knows of an annotation. */
export function annotationValues(
  annotation: Annotation,
  article: Article,
  label: Label,
): Record<string, unknown> {
  const { anchor, claim, retarget, sources, target } = annotation;
  const parts = annotationParts(annotation, addressOf(article), label);
  const quote = retarget ?? target;
  return {
    heading: inline(parts.heading, parts.heading),
    quote: block(parts.quote, paragraphs(parts.quote)),
    note: block(annotation.note, parts.note),
    tags: tags(annotation.tags),
    tag_line: inline(annotation.tags.join(' '), tagLine(annotation.tags)),
    color: annotation.color,
    link: address(linkToQuote(annotation.url, quote) || linkToQuote(addressOf(article), quote)),
    created: time(annotation.createdAt),
    updated: time(annotation.updatedAt),
    state: lookedState(anchor),
    text_now: anchor.textNow ?? '',
    claim: claim ? claim.statement || quote.exact : '',
    claim_type: claim?.type ?? '',
    claim_status: claim?.status ?? '',
    attribution: claim?.attribution ?? '',
    verdict: claim?.verdict ?? '',
    reason: claim?.reason ?? '',
    resolve_by: claim?.resolveBy ?? '',
    sourcing: claim || sources.length > 0 ? sourcing(sources).status : '',
    facts: parts.facts('').map((fact) => new Written('inline', fact)),
    sources: sources.length > 0 ? parts.sources.map(sourceValues) : null,
    source_list: sourcesAs(parts, sourceList(parts.sources)),
    footnote_marks: inline('*', footnoteMarks(parts.sources)),
    footnotes: sourcesAs(
      parts,
      parts.sources.map(({ source, label: own }) => sourceFootnote(source, own)).join('\n\n'),
    ),
    label: parts.label,
    id: annotation.id,
    record: '',
  };
}

const sourcesAs = ({ sources }: AnnotationParts, markdown: string) =>
  block(sources.map(({ source }) => source.title || source.url).join(', '), markdown);

function sourceValues({ source, label }: { source: Source; label: string }): Record<string, unknown> {
  const { quote } = source;
  const [line = ''] = sourceParagraphs(source);
  return {
    line: new Written('inline', line),
    title: source.title || source.site || source.url,
    url: address(source.url),
    link: address((quote && linkToQuote(source.url, quote)) || source.url),
    site: source.site,
    authors: list(source.authors),
    stance: source.stance,
    tier: source.tier,
    kind: source.kind,
    published: time(source.publishedAt),
    accessed: time(source.accessedAt),
    locator: source.locator,
    archived: address(source.archivedUrl),
    quote: quote ? block(quote.exact, paragraphs(quote.exact)) : '',
    note: block(source.note, noteMarkdown(source.note, 2)),
    label,
  };
}
