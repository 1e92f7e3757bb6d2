import type { ColumnRole } from '#model/ColumnRole.ts';

/** A cell with what stands in further columns of the same kind: notes and tags add up, of other things the first counts. */
export function withMore(
  role: ColumnRole,
  own: string,
  more: readonly string[],
  tagsBetween: string,
): string {
  const filled = more.filter((cell) => cell.trim() !== '');
  if (role === 'note') return [own, ...filled].filter((cell) => cell.trim() !== '').join('\n\n');
  if (role === 'tags') return withTags(own, filled, tagsBetween);
  return own.trim() === '' ? (filled[0] ?? own) : own;
}

/** Tags as their program lists them: in brackets, or with something between them. */
function withTags(own: string, more: readonly string[], between: string): string {
  const names = more.flatMap((cell) => cell.split(/\s*[,;|]\s*/u)).filter(Boolean);
  const inner = /^\s*\[(.*)\]\s*$/su.exec(own)?.[1];
  if (inner !== undefined) {
    const quoted = names.map((name) => JSON.stringify(name));
    return `[${[inner, ...quoted].filter((part) => part.trim() !== '').join(',')}]`;
  }
  return [own, ...names].filter((part) => part.trim() !== '').join(between);
}
