import { readOpening } from './marks.ts';
import type { OwnStretch } from './readMarkdown.ts';
import type { WrittenBlock } from './writeBlock.ts';

const counted = (lines: string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const line of lines.map((one) => one.trimEnd())) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
};

/**
 * The lines of an edited block that the reader wrote: those that were not written from its record, and that the new
 * block does not hold either.
 */
export function keptLines({ lines }: OwnStretch, before: WrittenBlock, now: WrittenBlock): string[] {
  const words = (all: string[]) => all.slice(0, -1).map((line) => readOpening(line)?.rest ?? line);
  const old = counted(words(before.lines));
  const fresh = counted(words(now.lines));
  for (const [line, count] of fresh) fresh.set(line, count - (old.get(line) ?? 0));
  return words(lines).filter((line) => {
    const bare = line.trimEnd();
    if (bare === '') return false;
    const from = [old, fresh].find((counts) => (counts.get(bare) ?? 0) > 0);
    from?.set(bare, (from.get(bare) ?? 0) - 1);
    return from === undefined;
  });
}
