import { unzipSync } from 'fflate';
import type { ColumnRoles } from '#model/ColumnRole.ts';
import { allSteps } from '../allSteps.ts';
import { isOwnMarkdown, readMarkdownInSteps } from '../presets/readMarkdown.ts';
import { decodeBytes } from './decodeBytes.ts';
import type { ForeignRecords } from './ForeignRecords.ts';
import { furtherColumns } from './furtherColumns.ts';
import { Gathering } from './Gathering.ts';
import { gatherTables } from './gatherTables.ts';
import { hypothesisCsv, hypothesisJson } from './hypothesis.ts';
import { kindleClippings } from './kindle.ts';
import { markdownQuotes } from './markdownQuotes.ts';
import { type Archive, isOmnivore, readOmnivore } from './omnivore.ts';
import { isOwnBackup, readOwnBackup } from './ownBackup.ts';
import type { ForeignFile, Reader } from './Reader.ts';
import { readColor } from './readColor.ts';
import { obsidianClipperJson, wallabagJson, zoteroJson } from './readLaterPrograms.ts';
import { readUnknownTable } from './readUnknownTable.ts';
import { readerCsv, readwiseCsv, readwiseImportCsv } from './readwise.ts';
import { diigoCsv, instapaperCsv, karakeepJson, pocketCsv, raindropCsv } from './savedLinks.ts';
import { Table } from './Table.ts';
import { isGzip, unpackGzip } from './unpackGzip.ts';
import { webAnnotationJson } from './webAnnotation.ts';

/** The register: the surest first, because the later ones ask for less. */
const READERS: readonly Reader[] = [
  hypothesisJson,
  webAnnotationJson,
  obsidianClipperJson,
  zoteroJson,
  wallabagJson,
  karakeepJson,
  hypothesisCsv,
  readwiseCsv,
  readerCsv,
  readwiseImportCsv,
  raindropCsv,
  diigoCsv,
  pocketCsv,
  instapaperCsv,
  kindleClippings,
  markdownQuotes,
];

/** Unpacked bytes of an archive, and of one file in it, that are read at most. */
const MOST_UNPACKED = 500_000_000;
const MOST_RATIO = 200;

const mostOf = (bytes: Uint8Array): number =>
  Math.min(MOST_UNPACKED, Math.max(bytes.length * MOST_RATIO, 1_000_000));

/**
 * What a file of another program holds, as records of ours. Found out by its content, not by its name. Archives and
 * files packed by gzip are unpacked (at most 500 MB, at most 200 times their size); UTF-8, UTF-16 and Windows-1252 are read. Never throws on
 * content: what can't be taken is listed with its line (or the number of its entry) and the reason, and the rest comes
 * in. `format` is '' where nobody knows the file; a table of any program is read by the names of its columns.
 * @param roles what the reader says of columns of such a table
 */
export function readForeign(bytes: Uint8Array, name: string, roles?: ColumnRoles): ForeignRecords {
  return allSteps(readForeignInSteps(bytes, name, roles));
}

/** The same with a step for each entry: whoever takes the steps may pause between two of them, or leave the rest. */
export function* readForeignInSteps(
  bytes: Uint8Array,
  name: string,
  roles?: ColumnRoles,
): Generator<void, ForeignRecords> {
  try {
    const isPacked = isGzip(bytes);
    const file = isPacked ? unpackGzip(bytes, mostOf(bytes)) : bytes;
    const own = isPacked ? name.replace(/\.gz$/iu, '') : name;
    return yield* isArchive(file) ? readArchive(file, own, roles) : readText(decodeBytes(file), own, roles);
  } catch (error) {
    // A reader that meets what nobody thought of must not take the dialog with it.
    return unknown(`unreadable: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const unknown = (reason: string): ForeignRecords => ({
  format: '',
  articles: [],
  annotations: [],
  refused: [{ line: 1, reason }],
});

function* readText(text: string, name: string, roles?: ColumnRoles): Generator<void, ForeignRecords> {
  const plain = text.replace(/^\uFEFF/u, '');
  if (plain.trim() === '') return unknown('the file is empty');
  if (isOwnBackup(plain)) return yield* readOwnBackup(plain);
  if (isOwnMarkdown(plain)) return yield* readMarkdownInSteps(plain);
  const file: ForeignFile = { name, text: plain, json: parsed(plain), table: new Table(plain) };
  const reader = READERS.find((one) => one.knows(file));
  if (!reader) {
    const isJson = /^\s*[[{]/u.test(plain);
    const ofTable = isJson ? undefined : yield* readUnknownTable(file.table, roles);
    if (ofTable) return ofTable;
    const looksCut = isJson && file.json === undefined;
    return unknown(
      looksCut ? 'the file is cut off or damaged: no whole JSON' : 'no format that is known here',
    );
  }
  const into = new Gathering(reader.format);
  if (reader.columns) file.table.give(roles ?? {}, reader.columns, reader.tagsBetween);
  yield* reader.read(file, into);
  const more = reader.columns && furtherColumns(file.table, reader.columns, roles);
  return { ...into.done(), ...(more && { table: more }) };
}

const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;

/** An archive of one program's files, or of files that are each read as if they came alone. */
function* readArchive(bytes: Uint8Array, name: string, roles?: ColumnRoles): Generator<void, ForeignRecords> {
  let left = mostOf(bytes);
  const files = unzipSync(bytes, {
    filter: ({ name: path, originalSize }) => {
      const isText =
        /\.(?:json|csv|md|txt|tsv|jsonl)$/iu.test(path) && !/(?:^|\/)(?:__MACOSX|\.)/u.test(path);
      if (!isText || originalSize > left) return false;
      left -= originalSize;
      return true;
    },
  });
  const archive: Archive = new Map(
    Object.entries(files).map(([path, content]) => [path, () => decodeBytes(content)]),
  );
  if (isOmnivore(archive)) {
    const into = new Gathering('omnivore');
    yield* readOmnivore(archive, into);
    return into.done();
  }
  const all: ForeignRecords[] = [];
  for (const [path, read] of archive) {
    yield;
    all.push(yield* readText(read(), path, roles));
  }
  const known = all.filter(({ format }) => format !== '');
  const table = gatherTables(all.flatMap((one) => one.table ?? []));
  if (known.length === 0 && table) return { ...unknown(''), refused: [], table };
  if (known.length === 0)
    return unknown(archive.size === 0 ? 'no text in the archive' : `no format that is known here: ${name}`);
  const edited = known.flatMap((one) => one.edited ?? []);
  const own = known.flatMap((one) => one.own ?? []);
  const named = Map.groupBy(
    known.flatMap((one) => one.colors ?? []),
    ({ name }) => name,
  );
  const colors = [...named].map(([name, all]) => ({
    name,
    color: readColor(name),
    ids: all.flatMap(({ ids }) => ids),
  }));
  return {
    format: known[0]?.format ?? '',
    articles: byId(known.flatMap(({ articles }) => articles)),
    annotations: byId(known.flatMap(({ annotations }) => annotations)),
    refused: known.flatMap(({ refused }) => refused),
    ...(edited.length > 0 && { edited }),
    ...(own.length > 0 && { own }),
    ...(colors.length > 0 && { colors }),
    ...(table && { table }),
  };
}

/** One record for each id: two files of an archive may speak of one article. */
const byId = <T extends { id: string }>(records: T[]): T[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

function parsed(text: string): unknown {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Told as damaged where no other reader knows the file.
    return undefined;
  }
}
