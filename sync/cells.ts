import { CAPS } from '#model/text.ts';

/*
 * Pure: a record taken apart into cells, the smallest things that are written and merged, and put together again.
 *
 *   note                     a plain field
 *   tags/economy             a member of a set
 *   sources/s1               a member that has fields of its own
 *   sources/s1/title         one of them
 *
 * A member's cell says whether it is there and where it stands. So two devices can each add a tag, and a source removed
 * on one does not take along what the other wrote in another one.
 */

export const STORES = ['articles', 'annotations', 'versions'] as const;
export type Store = (typeof STORES)[number];
export type StoredRecord = Record<string, unknown>;
export type Cells = Map<string, unknown>;

/** A member of a set: where it stands among the others, and the member itself where its key does not say it. */
export interface Member {
  order: string;
  off?: true;
  item?: unknown;
}

interface Group {
  /** Members are strings; values that are known by their key; records with fields; or there is one record only. */
  kind: 'names' | 'values' | 'records' | 'single';
  most: number;
  /** Which ones a record keeps where they are too many. */
  keeps: 'first' | 'last';
  /** Fields without which a member is a piece: what another device changed in it came before it did. */
  needs?: readonly string[];
  /** Fields that say nothing: not written down, so that a claim begun on one device does not empty one begun elsewhere. */
  neutral?: StoredRecord;
}

/** What every source has, be it empty. */
const SOURCE = [
  'url',
  'title',
  'site',
  'authors',
  'publishedAt',
  'accessedAt',
  'stance',
  'tier',
  'kind',
  'quote',
  'locator',
  'archivedUrl',
  'note',
] as const;

const GROUPS: Record<Store, Record<string, Group>> = {
  articles: {
    urls: { kind: 'names', most: CAPS.urls, keeps: 'first' },
    tags: { kind: 'names', most: CAPS.tags, keeps: 'first' },
    edited: { kind: 'names', most: CAPS.tags, keeps: 'first' },
    titleHistory: { kind: 'values', most: CAPS.titles, keeps: 'last' },
  },
  annotations: {
    tags: { kind: 'names', most: CAPS.tags, keeps: 'first' },
    history: { kind: 'values', most: CAPS.history, keeps: 'last' },
    sources: { kind: 'records', most: CAPS.sources, keeps: 'first', needs: SOURCE },
    claim: {
      kind: 'single',
      most: 1,
      keeps: 'first',
      neutral: { statement: '', type: 'other', attribution: '', status: 'open' },
    },
  },
  versions: {},
};

/** What does not travel: the id says which record it is, and what a page said is each device's own observation. */
const OUTSIDE = new Set(['id', 'anchor']);
/** The key of the one member of a `single` group. */
const ONE = 'it';
/** Cells that are no field of a record: where its notes went, and that a digest was thrown away. */
const NO_FIELD = new Set(['mergedInto', 'erased']);

export const isNoField = (path: string): boolean => NO_FIELD.has(path);

export interface Path {
  field: string;
  group?: Group;
  /** The member's key. */
  key?: string;
  /** A field of the member. */
  part?: string;
}

/** Whether members have cells of their own. */
export const hasFields = ({ kind }: Group): boolean => kind === 'records' || kind === 'single';

export function pathOf(store: Store, path: string): Path {
  const slash = path.indexOf('/');
  const field = slash < 0 ? path : path.slice(0, slash);
  const group = slash < 0 ? undefined : GROUPS[store][field];
  if (!group) return { field: path };
  const rest = path.slice(slash + 1);
  const next = hasFields(group) ? rest.indexOf('/') : -1;
  if (next < 0) return { field, group, key: rest };
  return { field, group, key: rest.slice(0, next), part: rest.slice(next + 1) };
}

/** The cells of a record. Members stand in the order of the list, before all that are added later. */
export function cellsOf(store: Store, record: StoredRecord): Cells {
  const cells: Cells = new Map();
  for (const [field, value] of Object.entries(record)) {
    if (OUTSIDE.has(field) || value === undefined) continue;
    const group = GROUPS[store][field];
    if (!group) {
      cells.set(field, value);
      continue;
    }
    membersOf(group, value).forEach(({ key, item }, index) => {
      const member: Member = { order: `0.${String(index).padStart(4, '0')}` };
      if (group.kind === 'values') member.item = item;
      cells.set(`${field}/${key}`, member);
      if (hasFields(group))
        for (const [part, own] of Object.entries(item as StoredRecord))
          if (own !== undefined && part !== 'id' && group.neutral?.[part] !== own)
            cells.set(`${field}/${key}/${part}`, own);
    });
  }
  return cells;
}

/**
 * The record that cells make up, without its id and without what the page said. `stays` tells of a member that was taken
 * out whether it is shown all the same.
 */
export function recordOf(store: Store, cells: Cells, stays: (member: string) => boolean): StoredRecord {
  const record: StoredRecord = {};
  const members = new Map<string, { key: string; member: Member; parts: StoredRecord }[]>();
  const parts = new Map<string, StoredRecord>();
  for (const [path, value] of cells) {
    const { field, group, key = '', part } = pathOf(store, path);
    if (!group) {
      if (value !== undefined && !NO_FIELD.has(field)) record[field] = value;
      continue;
    }
    const at = `${field}/${key}`;
    const own = parts.get(at) ?? {};
    parts.set(at, own);
    if (part !== undefined) {
      if (value !== undefined) own[part] = value;
    } else if ((value as Member).off !== true || stays(at)) {
      const list = members.get(field) ?? [];
      members.set(field, list);
      list.push({ key, member: value as Member, parts: own });
    }
  }
  for (const [field, group] of Object.entries(GROUPS[store])) {
    const whole = ({ parts: own }: { parts: StoredRecord }) =>
      group.needs?.every((part) => part in own) ?? true;
    const list = (members.get(field) ?? [])
      .filter(whole)
      .sort((a, b) => compare(a.member.order, b.member.order) || compare(a.key, b.key));
    const kept = group.keeps === 'first' ? list.slice(0, group.most) : list.slice(-group.most);
    if (group.kind === 'names') record[field] = kept.map(({ key }) => key);
    else if (group.kind === 'values') record[field] = kept.map(({ member }) => member.item);
    else if (group.kind === 'records')
      record[field] = kept.map(({ key, parts: own }) => ({ ...own, id: key }));
    else if (kept[0]) record[field] = { ...group.neutral, ...kept[0].parts };
  }
  return record;
}

/** Whether the cells are enough for a record; what is not waits for the rest. */
export function isWholeRecord(store: Store, cells: Cells): boolean {
  if (cells.get('erased') === true) return false;
  return (store === 'versions' ? ['articleId', 'seenAt'] : ['createdAt', 'updatedAt']).every(
    (field) => typeof cells.get(field) === 'string',
  );
}

/** A member's list and key without its field; of a path that is no field of a member, undefined. */
export function memberPathOf(store: Store, path: string): string | undefined {
  const { field, key, part } = pathOf(store, path);
  return part === undefined ? undefined : `${field}/${key}`;
}

function membersOf(group: Group, value: unknown): { key: string; item: unknown }[] {
  if (group.kind === 'single') return [{ key: ONE, item: value }];
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  return list.map((item) => ({ key: keyOf(group, item), item }));
}

function keyOf(group: Group, item: unknown): string {
  if (group.kind === 'names') return String(item);
  const record = item as StoredRecord;
  return group.kind === 'records' ? String(record.id) : contentKey(record);
}

/** A key that follows from what a value says: two devices that write the same down write one thing down. */
function contentKey(value: StoredRecord): string {
  const text = JSON.stringify(Object.entries(value).sort(([a], [b]) => compare(a, b)));
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return `${text.length.toString(36)}.${hex(low)}${hex(high)}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
