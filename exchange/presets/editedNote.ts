import { SECTION_LEVEL } from '../annotationSection.ts';
import { DIALECTS } from './dialects.ts';
import type { MarkdownPreset } from './MarkdownPreset.ts';
import { trimmed } from './marks.ts';
import type { WrittenBlock } from './writeBlock.ts';

/** What a reader changed within a block. */
export interface NoteEdit {
  /** The note as it stands in the file now; undefined where it can't be told from the rest. */
  note: string | undefined;
  /** Whether something beside the note was changed: that is not read back. */
  isElsewhere: boolean;
}

/**
 * The reader's note in a block that was edited: what stands between the lines before and behind it.
 * @param text the block's lines as they are
 * @param parts the same block as it is written from its record
 */
export function editedNote(text: string[], parts: WrittenBlock['parts'], preset: MarkdownPreset): NoteEdit {
  const [head, note, tail] = [parts.head, parts.note, parts.tail].map(trimmed) as [
    string[],
    string[],
    string[],
  ];
  const startsSo = head.every((line, at) => text[at] === line);
  const endsSo = tail.every((line, at) => text[text.length - tail.length + at] === line);
  const last = head.at(-1) ?? '';
  const first = tail[0] ?? '';
  // Where lines before or behind the note were changed, too, the nearest one must still be there, once.
  const from = startsSo ? head.length : onlyPlace(text, last) + 1;
  const to = tail.length === 0 ? text.length : endsSo ? text.length - tail.length : onlyPlace(text, first);
  const isElsewhere = !startsSo || !endsSo;
  if (from < 1 || to < from) return { note: undefined, isElsewhere };
  const found = trimmed(text.slice(from, to));
  const isSame = found.length === note.length && found.every((line, at) => line === note[at]);
  return { note: isSame ? undefined : asNote(found, preset), isElsewhere: isElsewhere || isSame };
}

const onlyPlace = (lines: string[], line: string): number =>
  lines.indexOf(line) === lines.lastIndexOf(line) ? lines.indexOf(line) : -1;

/** Lines of a file as the note they were written from: not indented, headings where the reader's begin. */
function asNote(lines: string[], preset: MarkdownPreset): string {
  const indent = DIALECTS[preset].outline.next;
  let fence = '';
  return lines
    .map((line) => {
      const own = line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
      const mark = /^(?:`{3,}|~{3,})/u.exec(own)?.[0] ?? '';
      if (fence) {
        if (mark.startsWith(fence)) fence = '';
        return own;
      }
      fence = mark;
      return own.replace(/^#+(?=\s)/u, (marks) => marks.slice(Math.min(SECTION_LEVEL, marks.length - 1)));
    })
    .join('\n');
}
