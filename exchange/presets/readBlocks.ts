import * as v from 'valibot';
import type { Annotation, Article } from '#model/records.ts';
import { AnnotationSchema, ArticleSchema } from '#model/schemas.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { type Closing, linesDigest, readClosing, readOpening, trimmed } from './marks.ts';

/** A block of ours as it was found in a file. */
export type FoundBlock = { kind: 'article'; record: Article } | { kind: 'note'; record: Annotation };

/** A stretch of a file: lines that are not ours, or a block of ours with its marks. */
export type Stretch = { at: number; lines: string[] } & (
  | { block?: undefined; damage?: string | undefined }
  | {
      block: FoundBlock;
      damage?: undefined;
      preset: MarkdownPreset;
      isByTemplate: boolean;
      text: string[];
      isEdited: boolean;
    }
);

/**
 * A file's lines in stretches, none left out. A block whose marks are torn apart, or that carries no whole record, is a
 * stretch of lines that are not ours, with the `damage` in words.
 * @param lines without their ends
 */
export function* readBlocks(lines: string[]): Generator<Stretch, void> {
  let open: { at: number; kind: string; rest: string } | undefined;
  let from = 0;
  const loose = (end: number, damage?: string): Stretch[] => {
    const passed = { at: from, lines: lines.slice(from, end), damage };
    const isNone = end <= from && !damage;
    from = end;
    return isNone ? [] : [passed];
  };
  for (const [at, line] of lines.entries()) {
    const opening = readOpening(line);
    const closing = opening ? undefined : readClosing(line);
    if (opening) {
      // The block before this one has lost its end.
      yield* loose(at, open && 'a block without its end');
      open = { at, ...opening };
    } else if (closing) {
      if (!open || open.kind !== closing.kind) {
        yield* loose(at + 1, 'a block without its beginning');
      } else {
        yield* loose(open.at);
        const text = [open.rest, ...lines.slice(open.at + 1, at)];
        yield { at: open.at, lines: lines.slice(open.at, at + 1), ...blockOf(closing, text) };
        from = at + 1;
      }
      open = undefined;
    }
  }
  yield* loose(lines.length, open && 'a block without its end');
}

type Content<T> = T extends unknown ? Omit<T, 'at' | 'lines'> : never;

function blockOf({ kind, record, preset, isByTemplate, digest }: Closing, text: string[]): Content<Stretch> {
  if (record === undefined) return { damage: 'the comment that carries the record is damaged' };
  const checked = v.safeParse(kind === 'article' ? ArticleSchema : AnnotationSchema, record);
  if (!checked.success) {
    const [issue] = checked.issues;
    return { damage: `${v.getDotPath(issue) ?? 'record'}: ${issue.message}` };
  }
  // As it was written, not as a schema would tidy it: the file is to give back what was put in.
  const block = { kind, record } as FoundBlock;
  return { block, preset, isByTemplate, text: trimmed(text), isEdited: linesDigest(text) !== digest };
}

/** Lines without their ends, whatever ends them. */
export const splitLines = (text: string): string[] => text.split(/\r\n|\r|\n/u);
