import { type Findings, type RawRecord, STORES } from './readStores.ts';

/** A time that sorts before every other, for stand-ins. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/**
 * Pure: articles for annotations whose own article could not be read, because a backup's annotations need
 * one. They hold the address, and the page fills in the rest at the next visit.
 */
export function standIns({ articles, annotations }: Findings['records']): RawRecord[] {
  const known = new Set(articles.map(({ id }) => id));
  const made = new Map<unknown, RawRecord>();
  for (const { articleId, url, createdAt } of annotations) {
    if (typeof articleId !== 'string' || known.has(articleId)) continue;
    const address = typeof url === 'string' ? url : null;
    const time = typeof createdAt === 'string' ? createdAt : LONG_AGO;
    const before = made.get(articleId);
    if (before) {
      const urls = before.urls as string[];
      if (address !== null && !urls.includes(address)) urls.push(address);
      continue;
    }
    made.set(articleId, {
      id: articleId,
      urls: address === null ? [] : [address],
      canonicalUrl: null,
      title: null,
      titleHistory: [],
      site: null,
      authors: [],
      section: null,
      language: null,
      publishedAt: null,
      modifiedAt: null,
      description: null,
      image: null,
      kind: 'article',
      tags: [],
      note: '',
      edited: [],
      createdAt: time,
      updatedAt: time,
      revision: 1,
    });
  }
  return [...made.values()];
}

/** Writes what was found as a backup file: a header, a record a line, and a last line with count and SHA-256. */
export async function rescueFile(found: Findings): Promise<Blob> {
  const records = { ...found.records };
  records.articles = [...records.articles, ...standIns(found.records)];
  const counts = Object.fromEntries(STORES.map((store) => [store, records[store].length]));
  const header = {
    counts,
    exportedAt: new Date().toISOString(),
    format: 'claimlight-library',
    libraryId: found.libraryId,
    version: found.version,
  };
  const lines: unknown[] = [header];
  for (const store of STORES) for (const record of records[store]) lines.push({ record, store });
  const body = new Blob(lines.map((line) => `${JSON.stringify(line)}\n`));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await body.arrayBuffer()));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const end = JSON.stringify({ count: lines.length - 1, end: true, sha256 });
  return new Blob([body, `${end}\n`], { type: 'application/jsonl' });
}
