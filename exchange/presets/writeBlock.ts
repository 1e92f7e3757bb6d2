import type { Annotation, Article } from '#model/records.ts';
import { annotationParts, type Label } from '../annotationSection.ts';
import { articleCitekey } from '../csl.ts';
import { articleParts } from '../markdown.ts';
import type { BlockText } from './Dialect.ts';
import { DIALECTS } from './dialects.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { type BlockRecord, closingMark, openingMark, withoutMarks } from './marks.ts';

/** A block as it stands in a file, in lines without their ends. */
export interface WrittenBlock {
  /** With both marks. */
  lines: string[];
  /** Without: the lines before the reader's own note, the note's, and those behind it. */
  parts: { head: string[]; note: string[]; tail: string[] };
}

const linesOf = (text: string): string[] => (text === '' ? [] : withoutMarks(text).split('\n'));

/** One article's own block. */
export function articleBlock(article: Article, preset: MarkdownPreset): WrittenBlock {
  const label = articleCitekey(article);
  const text = DIALECTS[preset].article(articleParts(article), label);
  return block({ kind: 'article', record: article }, text, label, preset);
}

/**
 * The block of one annotation.
 * @param pageUrl the article's address, which stands in for a missing one; '' where it is not known
 * @param label one for each article's document
 */
export function annotationBlock(
  annotation: Annotation,
  pageUrl: string,
  label: Label,
  preset: MarkdownPreset,
): WrittenBlock {
  const parts = annotationParts(annotation, pageUrl, label);
  const text = DIALECTS[preset].annotation(parts, annotation.id);
  return block({ kind: 'note', record: annotation }, text, parts.label, preset);
}

function block(one: BlockRecord, text: BlockText, label: string, preset: MarkdownPreset): WrittenBlock {
  const { outline } = DIALECTS[preset];
  const indented = (lines: string[], isHead: boolean): string[] =>
    lines.map((line, at) => (isHead && at === 0 ? outline.first : line && outline.next) + line);
  const [head, note, tail] = [
    indented(linesOf(text.head), true),
    indented(linesOf(text.note), false),
    indented(linesOf(text.tail), false),
  ];
  const inside = [head, note, tail].filter((lines) => lines.length > 0);
  const body = inside.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
  const opening = openingMark(one.kind, label);
  const closing = outline.next + closingMark(one, preset, body);
  // An entry of an outline begins with its own words; the mark goes behind them.
  const [first = '', ...rest] = body;
  const top = outline.first ? [`${first} ${opening}`, ...rest] : [opening, '', ...body];
  return { lines: [...top, '', closing], parts: { head, note, tail } };
}
