import type { ArticleNotes } from '../ArticleNotes.ts';
import type { AnnotationParts } from '../annotationSection.ts';
import type { Property } from '../frontMatter.ts';
import type { ArticleParts } from '../markdown.ts';

/** A block's text in three pieces; the reader's own note may be changed in the file and is read back. */
export interface BlockText {
  head: string;
  note: string;
  tail: string;
}

/** How one preset writes what every preset says. */
export interface Dialect {
  /** Lines at the top of the file, one for each property; [] where the preset has none. */
  top: (properties: Record<string, Property>, notes: ArticleNotes[]) => string[];
  article: (parts: ArticleParts, label: string) => BlockText;
  annotation: (parts: AnnotationParts, id: string) => BlockText;
  /** Where a block is an entry of an outline: what stands before its first line, and before the others. */
  outline: { first: string; next: string };
}

export const joined = (parts: (string | false)[]): string => parts.filter(Boolean).join('\n\n');
