import type { Annotation, Article } from '#model/records.ts';
import { LIMITS } from '#model/text.ts';
import { addressOf } from '../ArticleNotes.ts';
import { allSteps } from '../allSteps.ts';
import { type Label, labels } from '../annotationSection.ts';
import type { EditedEntry, ForeignRecords } from '../foreign/ForeignRecords.ts';
import { editedNote } from './editedNote.ts';
import { readBlocks, type Stretch, splitLines } from './readBlocks.ts';
import { annotationBlock, articleBlock, type WrittenBlock } from './writeBlock.ts';

export type OwnStretch = Extract<Stretch, { block: object }>;

/** Labels of each article's document, as they were given when the file was written. */
export class DocumentLabels {
  readonly #labels = new Map<string, Label>();

  of(articleId: string): Label {
    const known = this.#labels.get(articleId) ?? labels();
    this.#labels.set(articleId, known);
    return known;
  }

  /** Gives a block its labels without writing it. */
  pass({ id, articleId, sources }: Annotation): void {
    const label = this.of(articleId);
    for (const source of sources) label(source.id);
    label(id);
  }
}

/** A block of a file as it is written from the record in it. */
export function rewritten(
  { block, preset }: OwnStretch,
  articles: ReadonlyMap<string, Article>,
  documents: DocumentLabels,
): WrittenBlock {
  const { kind, record } = block;
  if (kind === 'article') return articleBlock(record, preset);
  const article = articles.get(record.articleId);
  return annotationBlock(record, article ? addressOf(article) : '', documents.of(record.articleId), preset);
}

/** Whether a text holds a block of ours. */
export const isOwnMarkdown = (text: string): boolean => /<!-- \/claimlight:(?:article|note) /u.test(text);

/**
 * The records in a Markdown file of ours, whatever else stands in it: as they were written, but for notes that the
 * reader changed in the file. Those have the new text and a revision more, so that they come in as a later state, and
 * are listed in `edited`; so are blocks in which something else was changed, which is not read. Lines outside the
 * blocks are the reader's own and pass unread. Never throws on content. `format` is '' where nothing of ours is found.
 */
export function readMarkdown(text: string): ForeignRecords {
  return allSteps(readMarkdownInSteps(text));
}

/** The same with a step for each block: whoever takes the steps may pause between two of them, or leave the rest. */
export function* readMarkdownInSteps(text: string): Generator<void, ForeignRecords> {
  const stretches: Stretch[] = [];
  for (const stretch of readBlocks(splitLines(text))) {
    yield;
    stretches.push(stretch);
  }
  const refused = stretches.flatMap(({ at, block, damage }) =>
    block === undefined && damage !== undefined ? [{ line: at + 1, reason: damage }] : [],
  );
  const edited: EditedEntry[] = [];
  const articles = new Map<string, Article>();
  const annotations = new Map<string, Annotation>();
  const documents = new DocumentLabels();
  for (const stretch of stretches) {
    yield;
    if (!stretch.block) continue;
    const { kind, record } = stretch.block;
    const known = kind === 'article' ? articles : annotations;
    const edit = stretch.isEdited ? readEdit(stretch, articles, documents) : undefined;
    if (kind === 'note' && !stretch.isEdited) documents.pass(record);
    if (edit) edited.push(edit.entry);
    const current = edit ? { ...record, ...edit.changes } : record;
    // Of a block that was copied within the file, the one that was edited says more.
    if (known.has(record.id) && !edit?.changes) continue;
    if (kind === 'article') articles.set(record.id, current as Article);
    else annotations.set(record.id, current as Annotation);
  }
  const isOurs = articles.size + annotations.size + refused.length > 0;
  return {
    format: isOurs ? 'claimlight' : '',
    articles: [...articles.values()],
    annotations: [...annotations.values()],
    refused,
    edited,
  };
}

interface Edit {
  entry: EditedEntry;
  changes?: { note: string; revision: number };
}

function readEdit(
  stretch: OwnStretch,
  articles: ReadonlyMap<string, Article>,
  documents: DocumentLabels,
): Edit {
  const { at, block, preset, text, isByTemplate } = stretch;
  const { id, revision } = block.record;
  const entry = (what: EditedEntry['what'], reason: string) => ({ line: at + 1, id, what, reason });
  if (isByTemplate)
    return { entry: entry('other', 'written by a template; what was changed in the file is not read') };
  const { note, isElsewhere } = editedNote(text, rewritten(stretch, articles, documents).parts, preset);
  if (note === undefined)
    return { entry: entry('other', 'something beside the note was changed in the file; that is not read') };
  if (note.length > LIMITS.note)
    return { entry: entry('other', 'the note in the file is too long; the one written before is kept') };
  const reason = isElsewhere
    ? 'you changed this note in the file, and something beside it, which is not read'
    : 'you changed this note in the file';
  return { entry: entry('note', reason), changes: { note, revision: revision + 1 } };
}
