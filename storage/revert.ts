import type { Source } from '#model/records.ts';
import { sameJson } from './sameJson.ts';

/*
 * Pure: takes one field of a record from the state an action left (`from`) to the state before it
 * (`to`) – or the other way round for redo – without losing what was changed since.
 */

/** The field's new value, or the names of what was left alone because it was changed since. */
export interface Reverted {
  value: unknown;
  refused: string[];
}

/** Lists that are sets: what an action added or removed can be taken back on its own. */
const SETS = new Set(['tags', 'urls', 'titleHistory', 'history', 'edited']);

export function revertField(field: string, current: unknown, from: unknown, to: unknown): Reverted {
  if (field === 'deletedAt') return revertPresence(current, from, to);
  if (sameJson(current, to)) return { value: current, refused: [] };
  if (sameJson(current, from)) return { value: to, refused: [] };
  if (SETS.has(field) && Array.isArray(current)) {
    return { value: revertSet(current, asList(from), asList(to)), refused: [] };
  }
  if (field === 'sources' && Array.isArray(current)) {
    return revertSources(current as Source[], asList(from) as Source[], asList(to) as Source[]);
  }
  if (field === 'claim' && isRecord(current) && isRecord(from) && isRecord(to)) {
    return revertParts('claim', current, from, to);
  }
  return { value: current, refused: [field] };
}

/** Being in the trash or not matters, the exact time does not. */
function revertPresence(current: unknown, from: unknown, to: unknown): Reverted {
  const gone = (value: unknown) => value !== undefined;
  if (gone(current) === gone(to)) return { value: current, refused: [] };
  if (gone(current) === gone(from)) return { value: to, refused: [] };
  return { value: current, refused: ['deletedAt'] };
}

function revertSet(current: unknown[], from: unknown[], to: unknown[]): unknown[] {
  const has = (list: unknown[], item: unknown) => list.some((other) => sameJson(other, item));
  const kept = current.filter((item) => has(to, item) || !has(from, item));
  to.forEach((item, index) => {
    if (!has(from, item) && !has(kept, item)) kept.splice(Math.min(index, kept.length), 0, item);
  });
  return kept;
}

function revertSources(current: Source[], from: Source[], to: Source[]): Reverted {
  const refused: string[] = [];
  const list: Source[] = [];
  for (const source of current) {
    const was = from.find(({ id }) => id === source.id);
    const target = to.find(({ id }) => id === source.id);
    if (!was) {
      list.push(source);
    } else if (target) {
      const reverted = revertParts(`sources.${source.id}`, { ...source }, { ...was }, { ...target });
      refused.push(...reverted.refused);
      list.push(reverted.value as Source);
    } else if (!sameJson(source, was)) {
      // The action added it and somebody worked on it since: removing it would lose that.
      refused.push(`sources.${source.id}`);
      list.push(source);
    }
  }
  to.forEach((source, index) => {
    const present = current.some(({ id }) => id === source.id);
    const removedByAction = !from.some(({ id }) => id === source.id);
    if (!present && removedByAction) list.splice(Math.min(index, list.length), 0, source);
    else if (
      !present &&
      !sameJson(
        source,
        from.find(({ id }) => id === source.id),
      )
    ) {
      refused.push(`sources.${source.id}`);
    }
  });
  return { value: list, refused };
}

function revertParts(
  path: string,
  current: Record<string, unknown>,
  from: Record<string, unknown>,
  to: Record<string, unknown>,
): Reverted {
  const value = { ...current };
  const refused: string[] = [];
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (sameJson(from[name], to[name]) || sameJson(current[name], to[name])) continue;
    if (sameJson(current[name], from[name])) value[name] = to[name];
    else refused.push(`${path}.${name}`);
  }
  return { value, refused };
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
