import type { Template } from '#model/Template.ts';
import type { ArticleNotes } from '../ArticleNotes.ts';
import { markdownZip, markdownZipPreview } from '../markdownZip.ts';
import { readyTemplate, templateFile } from './templatePieces.ts';

export { templatePieces } from './templatePieces.ts';

type Library = Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>;

/** How a file of a ZIP is written: each article as if it stood alone, below one another where there are too many. */
function manner(template: Template): (notes: readonly ArticleNotes[]) => string {
  const parsed = readyTemplate(template);
  return (notes) => notes.map((one) => templateFile(one, parsed)).join('\n');
}

/** A ZIP as `markdownZip` writes it, with each article by a reader's template. */
export async function* templateZip(library: Library, template: Template) {
  yield* markdownZip(library, manner(template));
}

/** What that ZIP begins with. */
export async function* templateZipPreview(library: Library, template: Template) {
  yield* markdownZipPreview(library, manner(template));
}
