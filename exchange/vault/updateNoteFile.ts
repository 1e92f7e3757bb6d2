import type { Annotation } from '#model/records.ts';
import type { ArticleNotes } from '../ArticleNotes.ts';
import { fileName } from '../fileName.ts';
import type { MarkdownPreset } from '../presets/MarkdownPreset.ts';
import { readMarkdown } from '../presets/readMarkdown.ts';
import { updateMarkdown } from '../presets/updateMarkdown.ts';
import type { NoteFolder } from './NoteFolder.ts';

/** Looks at a file that somebody else changes just then. */
const TRIES = 3;

export interface NoteFileParts {
  folder: NoteFolder;
  preset: MarkdownPreset;
  notes: ArticleNotes;
  /** The file this article was written into before. */
  name: string | undefined;
  /** Names of other articles' files in lower case; gets the new one. */
  taken: Set<string>;
  /** Annotations by their ids as they are now, deleted ones, too. */
  lookUp: (ids: string[]) => Promise<Annotation[]>;
}

/**
 * Brings an article's file up to date; every line of the reader's own stays. A file of that name that is not ours is
 * left alone, and ours gets a number.
 * @returns the file's name, and whether anything was written; `busy` where somebody else kept changing it
 */
export async function updateNoteFile(
  parts: NoteFileParts,
): Promise<{ name: string; state: 'same' | 'written' | 'busy' }> {
  const { folder } = parts;
  const name = await nameFor(parts);
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await folder.read(name);
    const before = found?.text ?? '';
    const text = updateMarkdown(before, await withGone(before, parts), parts.preset);
    if (text === before) return { name, state: 'same' };
    if (await folder.write(name, text, found?.stamp)) return { name, state: 'written' };
  }
  return { name, state: 'busy' };
}

/** The file it had, one that holds the article already, or one that is not there yet. */
async function nameFor({ folder, name, notes, taken }: NoteFileParts): Promise<string> {
  if (name !== undefined && (await folder.read(name)) !== null) return name;
  const { article } = notes;
  for (;;) {
    const free = fileName(article.title ?? article.site ?? '', '.md', taken);
    const found = await folder.read(free);
    if (found === undefined) return free;
    if (found && readMarkdown(found.text).articles.some(({ id }) => id === article.id)) return free;
  }
}

/** The notes, with those that stand in the file and are deleted, or of another article now. */
async function withGone(text: string, { notes, lookUp }: NoteFileParts): Promise<ArticleNotes> {
  const { article, annotations } = notes;
  const live = new Set(annotations.map(({ id }) => id));
  const inFile = readMarkdown(text).annotations.filter(
    ({ id, articleId }) => articleId === article.id && !live.has(id),
  );
  if (inFile.length === 0) return notes;
  const now = new Map((await lookUp(inFile.map(({ id }) => id))).map((one) => [one.id, one]));
  const gone = inFile.flatMap((one) => {
    const known = now.get(one.id);
    const isElsewhere = known !== undefined && known.articleId !== article.id;
    return isElsewhere || known?.deletedAt !== undefined
      ? [{ ...one, deletedAt: known.deletedAt ?? known.updatedAt }]
      : [];
  });
  return { article, annotations: [...annotations, ...gone] };
}
