import type { Template } from '#model/Template.ts';
import { type ArticleNotes, inDocumentOrder } from '../ArticleNotes.ts';
import { labels } from '../annotationSection.ts';
import { parseTemplate } from './parseTemplate.ts';
import { TemplateError, type TemplateFault } from './TemplateFault.ts';
import { templateFile } from './templatePieces.ts';
import { annotationValues, articleValues } from './templateValues.ts';

/** How an article's file looks by a template that is being written. */
export interface TemplatePreview {
  /** '' where it can't be written. */
  text: string;
  faults: TemplateFault[];
  /** What can stand in it, with the values of this article and its first annotation. */
  variables: TemplateVariable[];
}

export interface TemplateVariable {
  group: 'article' | 'annotation' | 'source';
  name: string;
  /** On one line, cut; '' where there is none. */
  value: string;
}

const LONGEST_VALUE = 80;

/** The article as a template writes it, what is wrong with the template, and what it may hold. Without an article, the faults. */
export function previewTemplate(template: Template, notes: ArticleNotes | null): TemplatePreview {
  const variables = notes ? variablesOf(notes) : [];
  const { parsed, faults } = parseTemplate(template);
  if (!parsed || !notes) return { text: '', faults, variables };
  try {
    return { text: templateFile(notes, parsed), faults, variables };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { text: '', faults: [error.fault], variables };
  }
}

function variablesOf(notes: ArticleNotes): TemplateVariable[] {
  const [first] = inDocumentOrder(notes.annotations);
  const values = first ? annotationValues(first, notes.article, labels()) : {};
  const { sources } = values as { sources?: Record<string, unknown>[] | null };
  const named = (group: TemplateVariable['group'], all: Record<string, unknown>) =>
    Object.entries(all).map(([name, value]) => ({ group, name: `${group}.${name}`, value: shown(value) }));
  return [
    ...named('article', articleValues(notes)),
    ...named('annotation', values),
    ...named('source', sources?.[0] ?? {}),
  ];
}

function shown(value: unknown): string {
  const isOfParts = Array.isArray(value) && typeof value[0] === 'object' && value[0]?.constructor === Object;
  const text = isOfParts ? `${value.length}` : Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE).toWellFormed()}…` : line;
}
