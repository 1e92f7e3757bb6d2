import type { Annotation, Article } from '#model/records.ts';
import type { ArticleNotes } from '../ArticleNotes.ts';
import { MARKDOWN_PRESETS } from '../presets/MarkdownPreset.ts';
import type { NoteFolder } from './NoteFolder.ts';
import { updateNoteFile } from './updateNoteFile.ts';

/** Articles between two notes of how far a pass over everything has come: whoever writes may be ended any time. */
const PAGE = 100;

/** How far the folder has been brought. */
export interface VaultProgress {
  preset: string;
  /** The library's last write that is in the folder; -1 before everything was written once. */
  seq: number;
  /** A pass over everything: the write it began after, and the last article that is done. */
  pass: { seq: number; after: string | null } | null;
}

/** What is needed of a library. */
export interface VaultLibrary {
  articles: {
    get(id: string): Promise<Article | undefined>;
    page(after: string | null, size: number): Promise<{ articles: ArticleNotes[]; next: string | null }>;
  };
  annotations: {
    forArticle(id: string): Promise<Annotation[]>;
    some(ids: string[]): Promise<Annotation[]>;
  };
  vault: {
    standing(): Promise<VaultProgress | null>;
    /** Null where there is no telling: everything has to be looked at. */
    changedSince(seq: number): Promise<{ seq: number; articleIds: string[] | null }>;
    names(): Promise<Map<string, string>>;
    keepNames(names: Map<string, string>): Promise<void>;
    note(progress: Partial<VaultProgress>): Promise<void>;
  };
}

/** A visit that finds the words where they were changes nothing that the file would say. */
const settled = (annotation: Annotation): Annotation =>
  annotation.anchor.state === 'exact'
    ? { ...annotation, anchor: { state: 'exact', checkedAt: annotation.updatedAt } }
    : annotation;

/**
 * Brings a folder up to date with the library: a Markdown file for each article that has notes, and only those files
 * that an article wrote into before, or new ones. No file is ever removed. Can be ended at any time, and goes on there.
 * @returns files written, and files that somebody else kept changing
 */
export async function keepVault(
  library: VaultLibrary,
  folder: NoteFolder,
): Promise<{ written: number; busy: number }> {
  const { vault, articles, annotations } = library;
  const done = { written: 0, busy: 0 };
  const standing = await vault.standing();
  if (!standing) return done;
  const preset = MARKDOWN_PRESETS.find((one) => one === standing.preset) ?? 'obsidian';
  const names = await vault.names();
  const taken = new Set([...names.values()].map((name) => name.normalize('NFKC').toLowerCase()));
  let isNamed = false;

  async function write({ article, annotations: marks }: ArticleNotes): Promise<boolean> {
    const notes = { article, annotations: marks.map(settled) };
    const before = names.get(article.id);
    const isBare = notes.annotations.length === 0 && article.note === '' && article.tags.length === 0;
    if (isBare && before === undefined) return true;
    const lookUp = (ids: string[]) => annotations.some(ids);
    const { name, state } = await updateNoteFile({ folder, preset, notes, name: before, taken, lookUp });
    if (name !== before) {
      names.set(article.id, name);
      isNamed = true;
    }
    if (state === 'written') done.written++;
    if (state === 'busy') done.busy++;
    return state !== 'busy';
  }
  /** Names first: a file whose article is not known would be taken for somebody else's. */
  async function note(progress: Partial<VaultProgress>): Promise<void> {
    if (isNamed) await vault.keepNames(names);
    isNamed = false;
    await vault.note(progress);
  }

  let { seq, pass } = standing;
  for (;;) {
    const changed = await vault.changedSince(seq);
    if (changed.articleIds === null || pass) {
      const { seq: from, after } = pass ?? { seq: changed.seq, after: null };
      let at = after;
      do {
        await note({ pass: { seq: from, after: at } });
        const page = await articles.page(at, PAGE);
        for (const notes of page.articles) await write(notes);
        at = page.next;
      } while (at !== null);
      seq = from;
      pass = null;
      await note({ seq, pass });
      continue;
    }
    let isWhole = true;
    for (const id of changed.articleIds) {
      const article = await articles.get(id);
      if (!article) continue;
      const live = article.deletedAt === undefined ? await annotations.forArticle(id) : [];
      if (!(await write({ article, annotations: live }))) isWhole = false;
    }
    // A file that is being written elsewhere is looked at again the next time.
    await note(isWhole ? { seq: changed.seq } : {});
    return done;
  }
}
