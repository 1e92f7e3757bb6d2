import { Zip, ZipDeflate } from 'fflate';
import type { ArticleNotes } from './ArticleNotes.ts';
import { type Manner, markdownFiles } from './markdownFiles.ts';

/** An archive counts its years from 1980, in the clock of the place; a day later is after it everywhere. */
const FIRST = Date.UTC(1980, 0, 2);
/** And it ends in 2107; fflate refuses years from 2100 on. */
const LAST = Date.UTC(2099, 11, 30);

/**
 * A ZIP with a Markdown file for each article, in pieces; join them as they are. What is in memory is one article and
 * the names of all. Unchanged notes give the same bytes.
 */
export async function* markdownZip(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  manner: Manner,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  const encoder = new TextEncoder();
  for await (const { name, text, at } of markdownFiles(library, manner)) {
    const file = new ZipDeflate(name);
    file.mtime = Math.min(Math.max(Date.parse(at) || FIRST, FIRST), LAST);
    archive.add(file);
    file.push(encoder.encode(text), true);
    yield* pieces.splice(0);
  }
  archive.end();
  yield* pieces.splice(0);
}

/** What the archive begins with, to be looked at: the first file's name, and what stands in it. */
export async function* markdownZipPreview(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  manner: Manner,
): AsyncGenerator<string, void> {
  for await (const { name, text } of markdownFiles(library, manner)) {
    yield `${name}\n${'─'.repeat(20)}\n${text}`;
    return;
  }
}
