import { type ArticleNotes, addressOf, inDocumentOrder } from '../ArticleNotes.ts';
import { labels } from '../annotationSection.ts';
import { articleProperties, libraryProperties } from '../markdown.ts';
import { DIALECTS } from './dialects.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { annotationBlock, articleBlock, type WrittenBlock } from './writeBlock.ts';

/** Blocks in the order of the file. */
export interface OwnBlock extends WrittenBlock {
  kind: 'article' | 'note';
  id: string;
  /** The record as it is now. */
  record: object;
}

export const listOfNotes = (notes: ArticleNotes | readonly ArticleNotes[]): readonly ArticleNotes[] =>
  'article' in notes ? [notes] : notes;

/** Each article's block, with those of its annotations behind it; deleted ones are left out. */
export function ownBlocks(notes: readonly ArticleNotes[], preset: MarkdownPreset): OwnBlock[] {
  return notes.flatMap(({ article, annotations }) => {
    const label = labels();
    const pageUrl = addressOf(article);
    return [
      { kind: 'article' as const, id: article.id, record: article, ...articleBlock(article, preset) },
      ...inDocumentOrder(annotations).map((annotation) => ({
        kind: 'note' as const,
        id: annotation.id,
        record: annotation,
        ...annotationBlock(annotation, pageUrl, label, preset),
      })),
    ];
  });
}

/** The lines above all blocks: front matter or properties; [] where the preset has none. */
export function topLines(notes: readonly ArticleNotes[], preset: MarkdownPreset): string[] {
  const [only] = notes;
  const properties = notes.length === 1 && only ? articleProperties(only) : libraryProperties();
  return DIALECTS[preset].top(properties, [...notes]);
}

/**
 * One article with its annotations, or several, as Markdown in the manner of one program. What the text does not say
 * stands in a comment at the end of each block, packed, so that `readMarkdown` gives back the very records. Lines end
 * with LF; equal records give equal bytes, in any order of the annotations. Deleted annotations are left out. Nothing
 * that a page or a note holds can leave its place, become HTML or load anything.
 */
export function writeMarkdown(notes: ArticleNotes | readonly ArticleNotes[], preset: MarkdownPreset): string {
  const all = listOfNotes(notes);
  const parts = [topLines(all, preset), ...ownBlocks(all, preset).map(({ lines }) => lines)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/**
 * As `writeMarkdown` for several articles, in pieces of one article each, so that a library of any size needs the memory
 * of one article. Only Pandoc's references stand with all of it, above the text: there the file is written at
 * once, as a list is that is in memory already.
 */
export async function* markdownPieces(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  preset: MarkdownPreset,
): AsyncGenerator<string, void> {
  if (preset === 'pandoc' || Array.isArray(library)) {
    yield writeMarkdown(await Array.fromAsync(library), preset);
    return;
  }
  const top = DIALECTS[preset].top(libraryProperties(), []);
  let gap = '';
  if (top.length > 0) {
    yield `${top.join('\n')}\n`;
    gap = '\n';
  }
  for await (const notes of library) {
    yield `${gap}${ownBlocks([notes], preset)
      .map(({ lines }) => lines.join('\n'))
      .join('\n\n')}\n`;
    gap = '\n';
  }
}
