import { canonicalJson } from '#model/canonicalJson.ts';
import type { Annotation, Article } from '#model/records.ts';
import type { ArticleNotes } from '../ArticleNotes.ts';
import { keptLines } from './keptLines.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { trimmed } from './marks.ts';
import { readBlocks, type Stretch } from './readBlocks.ts';
import { DocumentLabels, type OwnStretch, rewritten } from './readMarkdown.ts';
import { type OldTop, updateTop } from './updateTop.ts';
import { listOfNotes, type OwnBlock, ownBlocks, topLines, writeMarkdown } from './writeMarkdown.ts';

/** A stretch of the new file; lines of the reader's keep the ends they had. */
interface Piece {
  key: string;
  lines: string[];
}

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;
const endOf = (line: string): string => /(?:\r\n|\r|\n)$/u.exec(line)?.[0] ?? '';

/**
 * A file with the notes as they are now, and every line of the reader's own. Ours are only the blocks, and the
 * properties that nobody changed. New blocks come behind the one that precedes them in the article, else at the end.
 * A block that was edited in the file stays as it is while its record is the one it was written from; else the edited
 * lines come behind the new block. Nothing is taken away but blocks of annotations that are given as deleted and that
 * nobody edited. A file that is none of ours gets all blocks at its end. Unchanged notes give the same bytes.
 */
export function updateMarkdown(
  existing: string,
  notes: ArticleNotes | readonly ArticleNotes[],
  preset: MarkdownPreset,
): string {
  if (existing.trim() === '') return writeMarkdown(notes, preset);
  const all = listOfNotes(notes);
  const raw = existing.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/gu) ?? [];
  const end = endOf(raw[0] ?? '') || '\n';
  const stretches = [...readBlocks(raw.map((line) => line.slice(0, line.length - endOf(line).length)))];
  const blocks = ownBlocks(all, preset);
  const gone = new Set(
    all.flatMap(({ annotations }) =>
      annotations.flatMap(({ deletedAt, id }) => (deletedAt === undefined ? [] : [keyOf('note', id)])),
    ),
  );
  const pieces = updated(stretches, raw, blocks, gone, end);
  insert(pieces, blocks, end);
  refreshTop(pieces, stretches, topLines(all, preset), preset, end);
  return pieces.flatMap(({ lines }) => lines).join('');
}

/** What stands in the file already, as it is to be now. */
function updated(
  stretches: Stretch[],
  raw: string[],
  blocks: OwnBlock[],
  gone: ReadonlySet<string>,
  end: string,
): Piece[] {
  const now = new Map(blocks.map((block) => [keyOf(block.kind, block.id), block]));
  const done = new Set<string>();
  const articles = new Map<string, Article>();
  const documents = new DocumentLabels();
  return stretches.flatMap((stretch): Piece[] => {
    const lines = raw.slice(stretch.at, stretch.at + stretch.lines.length);
    if (!stretch.block) return [{ key: '', lines }];
    const { kind, record } = stretch.block;
    if (kind === 'article') articles.set(record.id, record);
    if (kind === 'note' && !stretch.isEdited) documents.pass(record);
    const before = stretch.isEdited ? rewritten(stretch, articles, documents) : undefined;
    const key = keyOf(kind, record.id);
    const block = done.has(key) ? undefined : now.get(key);
    if (!block) return gone.has(key) && !before && !done.has(key) ? [] : [{ key: '', lines }];
    done.add(key);
    const isSame = before
      ? canonicalJson(record) === canonicalJson(block.record)
      : trimmed(stretch.lines).join('\n') === block.lines.join('\n');
    if (isSame) return [{ key, lines }];
    const last = endOf(lines.at(-1) ?? '');
    const fresh = block.lines.map((line, at) => line + (at === block.lines.length - 1 ? last : end));
    const kept = before ? keptLines(stretch as OwnStretch, before, block) : [];
    if (kept.length === 0) return [{ key, lines: fresh }];
    return [
      { key, lines: fresh },
      { key: '', lines: asOwnParagraphs(kept, end) },
    ];
  });
}

const asOwnParagraphs = (lines: string[], end: string): string[] =>
  ['', ...lines, ''].map((line) => line + end);

/** Puts in what is not there yet. */
function insert(pieces: Piece[], blocks: OwnBlock[], end: string): void {
  const there = new Set(pieces.map(({ key }) => key));
  let before: string | undefined;
  for (const [at, { kind, id, lines }] of blocks.entries()) {
    const key = keyOf(kind, id);
    if (!there.has(key)) {
      const after = blocks.slice(at + 1).find((one) => there.has(keyOf(one.kind, one.id)));
      const isFirst = before === undefined || kind === 'article';
      const place = isFirst
        ? pieces.findIndex((piece) => after && piece.key === keyOf(after.kind, after.id))
        : pieces.findIndex((piece) => piece.key === before) + 1;
      const own = lines.map((line) => line + end);
      place === -1 || (place === pieces.length && !isFirst)
        ? append(pieces, { key, lines: own }, end)
        : pieces.splice(place, 0, ...apart(pieces, place, { key, lines: own }, end));
      there.add(key);
    }
    before = key;
  }
}

/** A piece at the end of the file, an empty line before it. */
function append(pieces: Piece[], piece: Piece, end: string): void {
  const last = pieces.at(-1)?.lines;
  const line = last?.at(-1);
  if (last && line !== undefined && endOf(line) === '') last[last.length - 1] = line + end;
  const isApart = line === undefined || line.trim() === '';
  pieces.push(...(isApart ? [] : [{ key: '', lines: [end] }]), piece);
}

/** A piece between two others, with empty lines around it where there are none. */
function apart(pieces: Piece[], place: number, piece: Piece, end: string): Piece[] {
  const blank: Piece = { key: '', lines: [end] };
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  return [
    ...(isBlank(pieces[place - 1]?.lines.at(-1)) ? [] : [blank]),
    piece,
    ...(isBlank(pieces[place]?.lines[0]) ? [] : [blank]),
  ];
}

/** What was written above the blocks for the records in the file. */
function oldTop(stretches: Stretch[]): OldTop | undefined {
  const own = stretches.filter((stretch): stretch is OwnStretch => stretch.block !== undefined);
  const [first] = own;
  if (!first) return undefined;
  const records = own.map(({ block }) => block);
  const articles = records.flatMap(({ kind, record }) => (kind === 'article' ? [record] : []));
  const annotations = records.flatMap(({ kind, record }): Annotation[] => (kind === 'note' ? [record] : []));
  const notes = articles.map((article) => ({
    article,
    annotations: annotations.filter(({ articleId }) => articleId === article.id),
  }));
  return { lines: topLines(notes, first.preset), preset: first.preset };
}

function refreshTop(
  pieces: Piece[],
  stretches: Stretch[],
  now: string[],
  preset: MarkdownPreset,
  end: string,
): void {
  const isLoose = stretches[0]?.block === undefined;
  const raw = isLoose ? (pieces[0]?.lines ?? []) : [];
  const bare = raw.map((line) => line.slice(0, line.length - endOf(line).length));
  const top = updateTop(bare, oldTop(stretches), now, preset);
  if (top.join('\n') === bare.join('\n')) return;
  // What stood there keeps the end it had.
  const ends = new Map(raw.map((line, at) => [bare[at] ?? '', endOf(line) || end]));
  const lines = top.map((line) => line + (ends.get(line) ?? end));
  if (isLoose && pieces[0]) pieces[0].lines = lines;
  else pieces.unshift({ key: '', lines });
}
