import * as v from 'valibot';
import { MOST_REVISIONS } from '#model/nextRevision.ts';
import { isPlainJson, RECORD_DEPTH } from '#model/plainJson.ts';
import { AnnotationSchema, ArticleSchema, VersionSchema } from '#model/schemas.ts';
import { latestVersion, MIGRATIONS, type Migration, migrateRecord } from '../migrations.ts';
import type { RecordStore, Records } from '../stores.ts';
import { EndSchema, HeaderSchema, RecordLineSchema } from './format.ts';
import { type FileLine, readLines, UnreadableFile } from './readLines.ts';
import type { BackupHeader, ImportFault } from './verbs.ts';

/** A checked record of a file, in today's shape. */
export type FileRecord = {
  [S in RecordStore]: { type: 'record'; line: number; store: S; record: Records[S] };
}[RecordStore];

export type BackupEvent =
  | { type: 'header'; header: BackupHeader }
  | FileRecord
  | { type: 'refused'; line: number; store: RecordStore | undefined; reason: string }
  /** Always the last one: nothing or only a part of the file can be taken. */
  | { type: 'fault'; fault: ImportFault };

const SCHEMAS = { articles: ArticleSchema, annotations: AnnotationSchema, versions: VersionSchema } as const;
/** The line's own object, and the record in it. */
const LINE_DEPTH = RECORD_DEPTH + 1;

type Frame = Extract<BackupEvent, { type: 'header' | 'fault' }>;

/**
 * Reads a backup file record by record, checks every line and brings old records to today's shape. What
 * is wrong is told as events; nothing is thrown for a bad file.
 */
export function readBackup(
  file: Blob,
  migrations: readonly Migration[] = MIGRATIONS,
): AsyncGenerator<BackupEvent> {
  return framed(file, migrations, (line, version) =>
    recordOf(parsed(line.text()), line.number, version, migrations),
  );
}

/**
 * Whether a file is whole, without a look at its records: what is wrong with all of it, if anything, and how many
 * lines stand between the first and the last.
 */
export async function checkBackup(
  file: Blob,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<{ header: BackupHeader | undefined; fault: ImportFault | undefined; lines: number }> {
  let header: BackupHeader | undefined;
  let fault: ImportFault | undefined;
  let lines = 0;
  for await (const event of framed(file, migrations, () => 'line' as const)) {
    if (event === 'line') lines++;
    else if (event.type === 'header') ({ header } = event);
    else ({ fault } = event);
  }
  return { header, fault, lines };
}

/** The first and the last line checked, and what `read` makes of each line between them. */
async function* framed<Line>(
  file: Blob,
  migrations: readonly Migration[],
  read: (line: FileLine, version: number) => Line,
): AsyncGenerator<Frame | Line> {
  let header: BackupHeader | undefined;
  let count = 0;
  try {
    for await (const line of readLines(file)) {
      if (!header) {
        const opened = openWith(line, migrations);
        if (typeof opened === 'string') {
          yield { type: 'fault', fault: opened };
          return;
        }
        header = opened;
        yield { type: 'header', header };
        if (line.last) yield { type: 'fault', fault: 'truncated' };
        continue;
      }
      const end = line.last ? v.safeParse(EndSchema, parsed(line.text())) : undefined;
      if (end?.success) {
        const whole = end.output.count === count && end.output.sha256 === line.hashBefore;
        if (!whole) yield { type: 'fault', fault: 'altered' };
        return;
      }
      count++;
      yield read(line, header.version);
      if (line.last) yield { type: 'fault', fault: 'truncated' };
    }
    if (!header) yield { type: 'fault', fault: 'empty' };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    yield { type: 'fault', fault: error.fault };
  }
}

function openWith(line: FileLine, migrations: readonly Migration[]): BackupHeader | ImportFault {
  const text = line.text();
  if (text === undefined || text.includes('\0')) return 'notText';
  const header = v.safeParse(HeaderSchema, parsed(text));
  if (!header.success) return text.trim() === '' && line.last ? 'empty' : 'notOurs';
  return header.output.version > latestVersion(migrations) ? 'newer' : header.output;
}

/** The value of a line, or undefined where it is no JSON or too deep. */
function parsed(text: string | undefined): unknown {
  // Depth is measured before parsing: some engines parse by recursion.
  if (text === undefined || nesting(text) > LINE_DEPTH) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Undefined is no JSON value, so the caller can't mistake it.
    return undefined;
  }
}

/** Pure: how deep the brackets of a JSON text nest, brackets within strings left aside. */
export function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (inString) {
      if (unit === 0x5c) i++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return deepest;
}

/** A revision counts writes; one that no library can have reached leaves no room to count on. */
const countable = <T extends object>(record: T): T =>
  'revision' in record && Number(record.revision) > MOST_REVISIONS
    ? { ...record, revision: MOST_REVISIONS }
    : record;

function recordOf(
  value: unknown,
  line: number,
  version: number,
  migrations: readonly Migration[],
): FileRecord | Extract<BackupEvent, { type: 'refused' }> {
  const outer = isPlainJson(value, LINE_DEPTH) ? v.safeParse(RecordLineSchema, value) : undefined;
  if (!outer?.success) return { type: 'refused', line, store: undefined, reason: 'not a record' };
  const { store } = outer.output;
  const refuse = (reason: string) => ({ type: 'refused' as const, line, store, reason });
  let current: unknown;
  try {
    current = migrateRecord(store, outer.output.record, version, migrations);
  } catch (error) {
    // A step met a record that its version never wrote; the line is refused, the file goes on.
    return refuse(`migration: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = v.safeParse(SCHEMAS[store], current);
  if (!checked.success) {
    const [issue] = checked.issues;
    return refuse(`${v.getDotPath(issue) ?? 'record'}: ${issue.message}`);
  }
  return { type: 'record', line, store, record: countable(checked.output) } as FileRecord;
}
