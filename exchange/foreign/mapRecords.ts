import type { ColumnRoles } from '#model/ColumnRole.ts';
import type { Annotation, Article, Color } from '#model/records.ts';
import type { ForeignRecords } from './ForeignRecords.ts';
import { keptEntry } from './keptEntry.ts';

/** What the reader wants made of another program's colours and tags; what is not named stays as it was read. */
export interface RecordMapping {
  /** By the name in the file. */
  colors: Record<string, Color>;
  /** By the tag in the file; '' leaves it out. */
  tags: Record<string, string>;
  /** Where the file is a table that nobody knows: what its columns are. They say which records there are. */
  columns?: ColumnRoles | undefined;
}

/**
 * The records of a file with other colours and tags. Records of ours that only came through the other program keep
 * theirs: they are what they were.
 */
export function mapRecords(
  records: ForeignRecords,
  { colors, tags }: RecordMapping,
): { articles: Article[]; annotations: Annotation[] } {
  const own = new Set(records.own);
  const wanted = new Map<string, Color>();
  for (const { name, ids } of records.colors ?? []) {
    const color = Object.hasOwn(colors, name) ? colors[name] : undefined;
    if (color) for (const id of ids) wanted.set(id, color);
  }
  const renamed = (all: string[]): string[] => [
    ...new Set(all.map((tag) => (Object.hasOwn(tags, tag) ? (tags[tag] ?? tag) : tag)).filter(Boolean)),
  ];
  const mapped = <T extends { id: string; tags: string[] }>(record: T): T =>
    own.has(record.id) ? record : { ...record, tags: renamed(record.tags) };
  return {
    articles: records.articles.map(mapped),
    annotations: records.annotations.map((annotation) => {
      const color = wanted.get(annotation.id);
      return mapped(color ? { ...annotation, color } : annotation);
    }),
  };
}

/** The tags that a mapping may change, the most used first. */
export function tagsIn({ articles, annotations, own = [] }: ForeignRecords): string[] {
  const ours = new Set(own);
  const counts = new Map<string, number>();
  for (const { id, tags } of [...articles, ...annotations])
    if (!ours.has(id)) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
}

/** Names of the file's fields that have no place in our records and are kept as they came. */
export function keptFields({ format, articles, annotations }: ForeignRecords): string[] {
  const names = new Set<string>();
  for (const { ext } of [...articles, ...annotations]) {
    if (format !== '') for (const name of Object.keys(keptEntry(ext, format))) names.add(name);
  }
  return [...names];
}
