import type { RecordStore } from '../stores.ts';
import type { ImportChoices, ImportCounts, ImportPreview } from './verbs.ts';

/** Refused lines listed in a preview; the others are only counted. */
const LISTED = 100;

/** What a pass over a file remembers. */
export interface ImportPass {
  preview: ImportPreview;
  /** Ids of the file's articles, with the id each has here. */
  articleIds: Map<string, string>;
  seen: Set<string>;
  conflicts: NonNullable<ImportChoices['conflicts']>;
  addresses: NonNullable<ImportChoices['addresses']>;
}

export function newPass({ conflicts = 'mine', addresses = 'leave' }: ImportChoices): ImportPass {
  const counts = (): ImportCounts => ({ new: 0, same: 0, updated: 0, older: 0, conflict: 0, refused: 0 });
  const preview: ImportPreview = {
    header: undefined,
    articles: counts(),
    annotations: counts(),
    versions: counts(),
    refused: [],
    trashed: 0,
    foreignAddresses: 0,
  };
  return { preview, articleIds: new Map(), seen: new Set(), conflicts, addresses };
}

/** Counts a line that can't be taken, and lists it among the first. */
export function refuse(
  { preview }: ImportPass,
  store: RecordStore | undefined,
  line: number,
  reason: string,
): void {
  preview[store ?? 'annotations'].refused++;
  if (preview.refused.length < LISTED) preview.refused.push({ line, reason });
}
