import { emptyFindings, type Findings, openAsItIs, type RawRecord, readStore, STORES } from './readStores.ts';

/** What a copy beside the library holds, line by line past damaged ones; null where there is none. */
export async function readSnapshot(
  which: 'latest' | 'previous',
  name = 'claimlight-snapshot',
): Promise<Findings | null> {
  return (await readFiles(which, name)) ?? readDatabase(which, name);
}

/** The copy as a file in the origin's private file system, where it stands unless the browser has none. */
async function readFiles(which: 'latest' | 'previous', name: string): Promise<Findings | null> {
  const files = new Map<string, File>();
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    for await (const entry of folder.values())
      if (entry.kind === 'file') files.set(entry.name, await entry.getFile());
  } catch (error) {
    console.info('Claimlight rescue: no files', error);
    return null;
  }
  const numbers = [...files.keys()]
    .flatMap((file) => /^copy-(\d+)\.jsonl$/.exec(file)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
  const noted = await notedIn(files.get('copies.json'), which);
  // Without a readable entry the newest copy counts as the latest.
  const file = files.get(`copy-${noted ?? numbers[which === 'latest' ? 0 : 1]}.jsonl`);
  if (!file) return null;
  const findings = emptyFindings(1);
  for (const line of (await file.text()).split('\n')) if (line !== '') takeLine(findings, line);
  return findings;
}

async function notedIn(list: File | undefined, which: string): Promise<unknown> {
  if (!list) return undefined;
  try {
    const infos = JSON.parse(await list.text()) as RawRecord[];
    return infos.find(({ key }) => key === which)?.generation;
  } catch (error) {
    console.warn('Claimlight rescue: the list of copies', error);
    return undefined;
  }
}

/** The copy in a database of its own. */
async function readDatabase(which: 'latest' | 'previous', name: string): Promise<Findings | null> {
  const database = await openAsItIs(name);
  if (!database) return null;
  try {
    const infos = (await readStore(database, 'info')).records;
    const parts = (await readStore(database, 'parts')).records;
    const generations = [...new Set(parts.map(({ generation }) => Number(generation)))].sort((a, b) => b - a);
    // Without a readable entry the newest copy counts as the latest.
    const noted = infos.find(({ key }) => key === which)?.generation;
    const wanted = Number(noted ?? (infos.length > 0 ? Number.NaN : generations[which === 'latest' ? 0 : 1]));
    const mine = parts
      .filter(({ generation }) => generation === wanted)
      .sort((a, b) => Number(a.part) - Number(b.part));
    return mine.length > 0 ? readParts(mine) : null;
  } finally {
    database.close();
  }
}

/** Joins the parts; a missing one costs the lines at its edges, not the rest. */
function readParts(parts: RawRecord[]): Findings {
  const findings = emptyFindings(1);
  let text = '';
  let expected = 0;
  // Letters may be cut between two parts, so one decoder reads them all.
  let decoder = new TextDecoder();
  for (const { part, bytes } of parts) {
    if (!(bytes instanceof Uint8Array)) continue;
    if (part !== expected) {
      decoder = new TextDecoder();
      text += '\n';
    }
    expected = Number(part) + 1;
    text += decoder.decode(bytes, { stream: true });
  }
  for (const line of text.split('\n')) if (line !== '') takeLine(findings, line);
  return findings;
}

function takeLine(findings: Findings, line: string): void {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    console.warn('Claimlight rescue: a damaged line', error);
    findings.damaged += 1;
    return;
  }
  if (typeof value.libraryId === 'string') {
    findings.libraryId = value.libraryId;
    findings.version = Number(value.version) || 1;
  }
  const store = STORES.find((one) => one === value.store);
  if (store && typeof value.record === 'object' && value.record !== null)
    findings.records[store].push(value.record as RawRecord);
}
