import type { GroupHead, LibraryRows, MarkRow, RowKey } from '#components/library/LibraryState.ts';
import { sourcingStatus } from '#evidence/sourcingStatus.ts';
import { excerptOf, rangesOf } from '#model/excerpt.ts';
import { NEVER_LOOKED } from '#model/neverLooked.ts';
import type { Annotation, Article } from '#model/records.ts';
import { clip } from '#model/text.ts';
import type { Overview } from '#storage/index.ts';

/** Units of a text that a row shows. */
const SHOWN = 300;
/** Units before a word found in a note, which has but a part of a line. */
const IN_NOTE = 16;

/** The rows of an overview: each group's head, then its marks. Only numbers are kept for each, however many there are. */
export function libraryRows(
  { groups, total }: Pick<Overview, 'groups' | 'total'>,
  markOf: (id: string) => MarkRow | undefined,
): LibraryRows {
  const starts: number[] = [];
  let count = 0;
  for (const { ids } of groups) {
    starts.push(count);
    count += 1 + ids.length;
  }
  const byKey = new Map(groups.map(({ key }, at) => [key, at]));
  const groupAt = (index: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    count,
    total,
    markOf,
    at(index): RowKey | undefined {
      const number = groupAt(index);
      const group = groups[number];
      if (!group || index < 0 || index >= count) return undefined;
      const id = group.ids[index - (starts[number] ?? 0) - 1];
      return { group: group.key, ...(id !== undefined && { id }) };
    },
    headOf(key): GroupHead | undefined {
      const group = groups[byKey.get(key) ?? -1];
      if (!group) return undefined;
      const { title, site, articleId, ids } = group;
      return { key, title, site, articleId, count: ids.length };
    },
    idsOf: (key) => groups[byKey.get(key) ?? -1]?.ids ?? [],
    indexOf({ group, id }) {
      const number = byKey.get(group);
      if (number === undefined) return -1;
      const start = starts[number] ?? 0;
      if (id === undefined) return start;
      const at = groups[number]?.ids.indexOf(id) ?? -1;
      return at < 0 ? -1 : start + 1 + at;
    },
  };
}

/** What a row shows of a mark, with some folded words marked. */
export function markRow(annotation: Annotation, article: Article | undefined, words: string[]): MarkRow {
  const { id, color, target, retarget, note, tags, createdAt, claim, sources, anchor } = annotation;
  // A word that stands further in is led to; else the text is shown from its start.
  const marked = (text: string, around?: number) =>
    words.length > 0 && rangesOf(text, words).length > 0
      ? excerptOf(text, words, around)
      : { text: clip(text, SHOWN).toWellFormed(), found: [] };
  const looked = anchor.checkedAt !== NEVER_LOOKED && anchor.state !== 'exact';
  return {
    id,
    color,
    quote: marked((retarget ?? target).exact),
    note: note ? marked(note, IN_NOTE) : null,
    tags,
    articleTitle: article?.title ?? article?.urls[0] ?? '',
    at: createdAt,
    status: claim || sources.length > 0 ? sourcingStatus(sources) : null,
    isClaim: claim !== undefined,
    trouble: looked && anchor.state !== 'exact' ? anchor.state : null,
  };
}
