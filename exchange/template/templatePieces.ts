import type { Template } from '#model/Template.ts';
import { type ArticleNotes, inDocumentOrder } from '../ArticleNotes.ts';
import { labels } from '../annotationSection.ts';
import { type BlockRecord, BY_TEMPLATE, closingMark, openingMark, withoutMarks } from '../presets/marks.ts';
import { recordKey } from '../recordKey.ts';
import { type ParsedTemplate, parseTemplate } from './parseTemplate.ts';
import { TemplateError } from './TemplateFault.ts';
import { annotationValues, articleValues } from './templateValues.ts';

/** @throws TemplateError where the template has a fault */
export function readyTemplate(template: Template): ParsedTemplate {
  const { parsed, faults } = parseTemplate(template);
  if (parsed) return parsed;
  const [fault] = faults;
  throw fault ? new TemplateError(fault) : new Error('no template');
}

/** An article with its annotations by a reader's template, without front matter. */
function bodyOf(notes: ArticleNotes, template: ParsedTemplate): string {
  const label = labels();
  const article = articleValues(notes);
  const { keeps } = template;
  const ownText = template.article({ article });
  return [
    keeps.article ? withRecord(ownText, { kind: 'article', record: notes.article }) : ownText,
    ...inDocumentOrder(notes.annotations).map((record) => {
      const text = template.annotation({
        article,
        annotation: annotationValues(record, notes.article, label),
      });
      return keeps.annotation ? withRecord(text, { kind: 'note', record }) : text;
    }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A text between two comments that carry its record, as a preset's blocks are; in an outline they stay in its entry. */
function withRecord(text: string, one: BlockRecord): string {
  const lines = withoutMarks(text).split('\n');
  const opening = openingMark(one.kind, recordKey(one.record.id));
  const [first = '', ...rest] = lines;
  const isEntry = first.startsWith('- ');
  const top = isEntry ? [`${first} ${opening}`, ...rest] : [opening, '', ...lines];
  return [...top, '', (isEntry ? '  ' : '') + closingMark(one, BY_TEMPLATE, lines)].join('\n');
}

/** One article's file, with front matter. */
export const templateFile = (notes: ArticleNotes, template: ParsedTemplate): string =>
  `${[template.front({ article: articleValues(notes) }), bodyOf(notes, template)].filter(Boolean).join('\n\n')}\n`;

/**
 * Articles by a reader's template, in pieces of one article each. Front matter stands once at the top of a file, so of
 * several articles in one file it is left out.
 * @throws TemplateError where the template has a fault, or writes too much
 */
export async function* templatePieces(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  template: Template,
): AsyncGenerator<string, void> {
  const parsed = readyTemplate(template);
  if (Array.isArray(library) && library.length === 1) {
    yield templateFile(library[0] as ArticleNotes, parsed);
    return;
  }
  let gap = '';
  for await (const notes of library) {
    yield `${gap}${bodyOf(notes, parsed)}\n`;
    gap = '\n';
  }
}
