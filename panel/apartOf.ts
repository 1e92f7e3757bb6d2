import type { Apart } from '#components/sidebar/SidebarState.ts';
import type { Annotation, HistoryEntry } from '#model/records.ts';

/**
 * Pure: the latest wording that another window or device wrote at the same time and that does not stand, until the reader decides.
 * Of a claim and of a source's remark only while the words that stand are still those it met: else it is in the history.
 */
export function apartOf(annotation: Annotation): Apart | undefined {
  for (const entry of annotation.history.toReversed()) {
    const apart = whereIs(annotation, entry);
    if (apart && entry.before.trim() !== '' && !apart.here.includes(entry.before)) return apart;
  }
  return undefined;
}

function whereIs({ note, claim, sources }: Annotation, entry: HistoryEntry): Apart | undefined {
  if (entry.kind === 'note-conflict') return { entry, of: 'note', here: note };
  if (entry.kind !== 'claim-conflict') return undefined;
  for (const of of ['statement', 'verdict', 'reason'] as const)
    if (claim?.[of] === entry.after) return { entry, of, here: entry.after };
  const source = sources.find((one) => one.note === entry.after);
  return source && { entry, of: 'remark', sourceId: source.id, here: entry.after };
}
