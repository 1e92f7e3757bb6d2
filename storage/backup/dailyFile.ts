import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { logFault, logMended } from '#model/logFault.ts';
import type { Library } from '../index.ts';
import { readSettings } from '../settings.ts';
import { backupInfo, backupName, packed } from './backupFile.ts';
import { keptBackups, type WrittenFile } from './keptBackups.ts';

/** Held by the context that writes. */
const LOCK = 'dated backup file';
const DAY = 86_400_000;
/** Writing a large library for nothing at every change would cost the reader's battery. */
const TRY_AGAIN = 3_600_000;
const FILES = 'backupFiles:written';
const TROUBLE = 'backupFiles:trouble';
/** Chromium takes addresses of up to 2 MB, and its workers can make no other address for a file: a page has to. */
const LARGEST_PACKED = 1_500_000;

const FilesSchema = v.fallback(v.array(v.object({ id: v.number(), name: v.string(), at: v.string() })), []);

const TroubleSchema = v.fallback(
  v.nullable(v.object({ kind: v.picklist(['too-large', 'failed']), at: v.string() })),
  null,
);

/** Why no dated file could be written the last time; null when it could. */
export type DailyTrouble = 'too-large' | 'failed';

export async function dailyTrouble(): Promise<DailyTrouble | null> {
  return (await lastTrouble())?.kind ?? null;
}

async function lastTrouble(): Promise<v.InferOutput<typeof TroubleSchema>> {
  return v.parse(TroubleSchema, (await browser.storage.local.get(TROUBLE))[TROUBLE]);
}

async function noteTrouble(kind: DailyTrouble, now: Date): Promise<void> {
  await browser.storage.local.set({ [TROUBLE]: { kind, at: now.toISOString() } });
}

/** Whether the reader wants dated files and the browser lets us write them. */
export async function writesDailyFiles(): Promise<boolean> {
  if (!(await readSettings()).backupFiles) return false;
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Workers have no object URLs; event pages (Firefox) and our own pages do. */
const canWriteAnySize = () => typeof URL.createObjectURL === 'function';

/**
 * Writes a dated file when a day has passed since the last file and something changed since. One context at a time.
 * @returns whether one was written. Rejects when the browser could not write it; `dailyTrouble` then says so.
 */
export function dailyFileIfDue(library: Library, now = new Date()): Promise<boolean> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) =>
    lock ? writeIfDue(library, now) : false,
  );
}

async function writeIfDue(library: Library, now: Date): Promise<boolean> {
  if (!(await writesDailyFiles())) return false;
  const before = await lastTrouble();
  const isOurs = before?.kind === 'too-large' && canWriteAnySize();
  if (before && !isOurs && Math.abs(now.getTime() - Date.parse(before.at)) < TRY_AGAIN) return false;
  const last = await library.backup.lastFile();
  const age = last ? now.getTime() - Date.parse(last.at) : Number.POSITIVE_INFINITY;
  // A negative age means that the clock went back.
  if (age >= 0 && age < DAY) return false;
  const file = await library.backup.export();
  const info = await backupInfo(file, now.toISOString());
  if (info.sha256 === last?.sha256) return false;
  try {
    if (!(await library.backup.verify(file))) throw new Error('The backup did not read back.');
    const gz = await packed(file);
    if (!canWriteAnySize() && gz.size > LARGEST_PACKED) {
      await noteTrouble('too-large', now);
      return false;
    }
    const written = await download(gz, `Claimlight/${backupName(now, '.jsonl.gz')}`);
    await library.backup.noteFile(info);
    await browser.storage.local.remove(TROUBLE);
    await remember({ ...written, at: info.at });
    return true;
  } catch (error) {
    await noteTrouble('failed', now);
    throw error;
  }
}

/**
 * An open page of ours writes the file that the worker can't, at once and whenever the worker meets that limit.
 * Ends with `signal`.
 */
export async function writeLargeFiles(
  library: Library,
  signal: AbortSignal,
  onWritten: () => void = () => undefined,
): Promise<void> {
  const look = async () => {
    if ((await lastTrouble())?.kind !== 'too-large') return;
    // The worker that met the limit may still hold the lock.
    if (await navigator.locks.request(LOCK, () => writeIfDue(library, new Date()))) onWritten();
  };
  const onChanged = (changes: Record<string, unknown>) => {
    if (TROUBLE in changes) look().catch((error) => logFault(error, 'no backup'));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  await look();
}

/** Resolves with the download's number and the name it got when the file is wholly on disk. */
async function download(file: Blob, filename: string): Promise<{ id: number; name: string }> {
  // Event pages (Firefox) refuse data URLs.
  const object = canWriteAnySize();
  const url = object ? URL.createObjectURL(file) : await dataUrl(file);
  try {
    const ended = Promise.withResolvers<void>();
    const states = new Map<number, string>();
    const wanted: { id?: number } = {};
    const look = () => {
      const state = wanted.id === undefined ? undefined : states.get(wanted.id);
      if (state === 'complete') ended.resolve();
      else if (state === 'interrupted') ended.reject(new Error('The browser broke the download off.'));
    };
    const onChanged = ({
      id,
      state,
    }: {
      id: number;
      state?: { current?: string | undefined } | undefined;
    }) => {
      if (state?.current === undefined) return;
      states.set(id, state.current);
      look();
    };
    browser.downloads.onChanged.addListener(onChanged);
    try {
      const id = await browser.downloads.download({
        url,
        filename,
        conflictAction: 'uniquify',
        saveAs: false,
      });
      wanted.id = id;
      // It may have ended before its number was known.
      const [now] = await browser.downloads.search({ id });
      if (now) states.set(id, now.state);
      look();
      await ended.promise;
      const [written] = await browser.downloads.search({ id });
      return { id, name: written?.filename.split(/[\\/]/).at(-1) ?? filename };
    } finally {
      browser.downloads.onChanged.removeListener(onChanged);
    }
  } finally {
    if (object) URL.revokeObjectURL(url);
  }
}

async function dataUrl(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:application/gzip;base64,${btoa(text)}`;
}

/** Adds a file to the list and removes those that are no longer kept: our own downloads only. */
async function remember(file: WrittenFile): Promise<void> {
  const before = v.parse(FilesSchema, (await browser.storage.local.get(FILES))[FILES]);
  const all = [...before, file];
  const kept = keptBackups(all);
  await browser.storage.local.set({ [FILES]: kept });
  for (const { id, name } of all.filter((one) => !kept.includes(one))) {
    const [found] = await browser.downloads.search({ id });
    // Numbers may be given anew after the reader cleared the list of downloads.
    if (!found?.exists || found.byExtensionId !== browser.runtime.id) continue;
    if (!found.filename.endsWith(name)) continue;
    await browser.downloads.removeFile(id).catch((error) => logMended(error, 'old backup not removed'));
  }
}
