import { logFault, logMended } from '#model/logFault.ts';
import type { Breath } from './breath.ts';
import { privateFolder } from './privateFolder.ts';
import type { AnnotationEntry, ArticleEntry, SearchCache } from './searchEntry.ts';

/**
 * What an entry holds and how its texts are folded. To be counted up with every change of `searchEntry.ts`, of what it
 * calls, or of `fold`: entries of another shape are not read. A test knows when.
 */
export const SHAPE = 1;

/** Entries of one line: what is parsed between two looks at the clock. */
const LINE = 500;
const FILE = 'texts.jsonl';

/** Of which library something is, and up to which of its changes. */
export interface SearchState {
  /** Tells this very database: a library that was wiped and brought back counts its changes anew. */
  library: string;
  seq: number;
}

/** The first line. */
interface Head extends SearchState {
  shape: number;
  /** The reader's time zone: days in entries are theirs. */
  zone: string;
  lines: number;
}

export interface SearchFile {
  /**
   * Puts what is kept of a library into an empty cache. Resolves with the number of the library's last change that is in
   * it; undefined, with the cache as it was, where nothing of use is kept.
   */
  read(now: SearchState, cache: SearchCache, pause: Breath): Promise<number | undefined>;
  /** Keeps a cache that has every change up to `state.seq`, in idle time. One context at a time; never rejects. */
  write(state: SearchState, cache: SearchCache): Promise<void>;
  /** Removes what was kept before a time (ISO 8601): it may hold words of what is gone for good. Never rejects. */
  forget(before: string): Promise<void>;
}

/**
 * The folded texts in a file beside the database. Reading and folding 10,000 records takes a second, most of it in the
 * browser's database; the same texts in one file take a tenth. The library's log says what changed since.
 */
export function searchFile(name: string): SearchFile {
  const folder = () => privateFolder(name);
  const zone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

  async function read(now: SearchState, cache: SearchCache, pause: Breath): Promise<number | undefined> {
    const file = await fileIn(await folder());
    if (!file) return undefined;
    let head: Head | undefined;
    let lines = 0;
    for await (const line of linesOf(file)) {
      if (!head) {
        head = JSON.parse(line) as Head;
        if (!fits(head, now)) throw new Error('The kept search texts are of another library, shape or zone');
        continue;
      }
      const [kind, entries] = JSON.parse(line) as
        | ['articles', ArticleEntry[]]
        | ['annotations', AnnotationEntry[]];
      if (kind === 'articles') for (const entry of entries) cache.articles.set(entry.id, entry);
      else for (const entry of entries) cache.annotations.set(entry.id, entry);
      lines += 1;
      await pause();
    }
    if (head?.lines === lines) return head.seq;
    throw new Error('The kept search texts are not whole');
  }

  const fits = (head: Head, now: SearchState) =>
    head.shape === SHAPE && head.zone === zone() && head.library === now.library && head.seq <= now.seq;

  async function write(state: SearchState, cache: SearchCache): Promise<void> {
    const home = await folder();
    if (!home) return;
    const head: Head = {
      ...state,
      shape: SHAPE,
      zone: zone(),
      lines: Math.ceil(cache.articles.size / LINE) + Math.ceil(cache.annotations.size / LINE),
    };
    const stream = await (await home.getFileHandle(FILE, { create: true })).createWritable();
    try {
      await stream.write(`${JSON.stringify(head)}\n`);
      // What is written meanwhile may come in newer than `seq`, which the log puts right.
      for (const kind of ['articles', 'annotations'] as const) {
        const all = [...cache[kind].values()];
        for (let from = 0; from < all.length; from += LINE) {
          await idle();
          await stream.write(`${JSON.stringify([kind, all.slice(from, from + LINE)])}\n`);
        }
      }
      // Only now it takes the place of the one before.
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
  }

  async function remove(): Promise<void> {
    await (await folder())?.removeEntry(FILE);
  }

  return {
    async read(now, cache, pause) {
      try {
        return await read(now, cache, pause);
      } catch (error) {
        // It must not be believed later, when the numbers have grown.
        logMended(error, 'kept search texts not read');
        await remove().catch(() => undefined);
        cache.articles.clear();
        cache.annotations.clear();
        return undefined;
      }
    },

    async write(state, cache) {
      try {
        await locked(name, { ifAvailable: true }, () => write(state, cache));
      } catch (error) {
        logMended(error, 'search texts not kept');
      }
    },

    // Behind a write that is under way: that may hold the words, too.
    async forget(before) {
      try {
        await locked(name, {}, async () => {
          const file = await fileIn(await folder());
          if (file && file.lastModified < Date.parse(before)) await remove();
        });
      } catch (error) {
        logFault(error, 'kept search texts not removed');
      }
    },
  };
}

/** Runs `work` under a lock between contexts; where the browser has none, it has no private files either. */
async function locked(name: string, options: LockOptions, work: () => Promise<void>): Promise<void> {
  await globalThis.navigator?.locks?.request(name, options, (lock) => (lock ? work() : undefined));
}

async function fileIn(folder: FileSystemDirectoryHandle | undefined): Promise<File | undefined> {
  try {
    return await (await folder?.getFileHandle(FILE))?.getFile();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

/** The lines of a file, read piece by piece: as one string 100,000 notes would be too large. */
async function* linesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const parts = value.split('\n');
    for (const part of parts.slice(0, -1)) {
      yield pieces.join('') + part;
      pieces = [];
    }
    pieces.push(parts.at(-1) ?? '');
  }
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 20);
  });
