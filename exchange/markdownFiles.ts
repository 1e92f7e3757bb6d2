import type { ArticleNotes } from './ArticleNotes.ts';
import { fileName } from './fileName.ts';
import type { MarkdownPreset } from './presets/MarkdownPreset.ts';
import { writeMarkdown } from './presets/writeMarkdown.ts';

/** Files of one article each; an archive holds 65,535 files at most. */
const MOST_SINGLE = 60_000;
/** Articles in each file after them. */
const GATHERED = 100;

/** One file of a folder. */
export interface MarkdownFile {
  /** Safe on every system, and no name of another file, whatever its case. */
  name: string;
  text: string;
  /** When something in it was changed last, ISO 8601 UTC. */
  at: string;
}

/** A preset, or how a file of some articles is written. */
export type Manner = MarkdownPreset | ((notes: readonly ArticleNotes[]) => string);

/** Times of one form sort as text. */
const changedAt = (all: ArticleNotes[]): string =>
  all
    .flatMap(({ article, annotations }) => [article, ...annotations])
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1) ?? '';

/**
 * Each article as a Markdown file of its own, named by its title: the pages of a vault or of a ZIP. One article is in
 * memory at a time. Beyond 60,000 articles a file holds a hundred of them.
 * @param single files of one article each
 */
export async function* markdownFiles(
  library: Iterable<ArticleNotes> | AsyncIterable<ArticleNotes>,
  manner: Manner,
  single = MOST_SINGLE,
): AsyncGenerator<MarkdownFile, void> {
  const taken = new Set<string>();
  const write = typeof manner === 'string' ? (all: ArticleNotes[]) => writeMarkdown(all, manner) : manner;
  let gathered: ArticleNotes[] = [];
  const file = (all: ArticleNotes[]): MarkdownFile => {
    const [first] = all;
    const name = fileName(first?.article.title ?? first?.article.site ?? '', '.md', taken);
    return { name, text: write(all), at: changedAt(all) };
  };
  for await (const notes of library) {
    if (taken.size < single) {
      yield file([notes]);
      continue;
    }
    gathered.push(notes);
    if (gathered.length < GATHERED) continue;
    yield file(gathered);
    gathered = [];
  }
  if (gathered.length > 0) yield file(gathered);
}
