import type { Annotation, Article, Version } from '#model/records.ts';
import type { Library } from '#storage/index.ts';
import { isKnown, makeStamp, type Vector } from '#sync/stamps.ts';
import {
  annotationDraft,
  articleDraft,
  clock,
  metadata,
  library as openOne,
  target,
} from '#tests/unit/storage/fixtures.ts';
import { keyValueInMemory } from '#tests/unit/storage/keyValueInMemory.ts';

/** What is remembered of deeds, to be held against the end. */
export interface Deed {
  device: string;
  change: number;
  known: Vector;
  kind: 'delete' | 'work';
}

/** Everything that was done by readers, on all devices. */
export class Diary {
  readonly deeds = new Map<string, Deed[]>();
  /** Texts that nobody replaced who knew them, by annotation. */
  readonly texts = new Map<string, Set<string>>();

  /** Whether some work on the record was not known to whoever deleted it, for every delete. */
  mayLive(id: string): boolean {
    const all = this.deeds.get(id) ?? [];
    return all
      .filter(({ kind }) => kind === 'delete')
      .every((gone) =>
        all.some((one) => one.kind === 'work' && !isKnown(gone.known, makeStamp(0, one.change, one.device))),
      );
  }

  mayBeGone(id: string): boolean {
    return (this.deeds.get(id) ?? []).some(({ kind }) => kind === 'delete');
  }
}

/** One reader's browser. */
export class Device {
  readonly library: Library;
  readonly time: ReturnType<typeof clock>;
  readonly #diary: Diary;
  #number = 0;
  readonly #prefix: string;

  private constructor(library: Library, time: ReturnType<typeof clock>, diary: Diary, prefix: string) {
    this.library = library;
    this.time = time;
    this.#diary = diary;
    this.#prefix = prefix;
  }

  /** @param skew hours by which its clock is wrong */
  static async open(number: number, skew: number, diary: Diary): Promise<Device> {
    const time = clock();
    time.pass(skew * 3_600_000);
    const prefix = `d${number}`;
    const keyValue = keyValueInMemory();
    const { library } = await openOne({ prefix, name: `claimlight-${number}`, now: time.now, keyValue });
    return new Device(library, time, diary, prefix);
  }

  async annotations(): Promise<Annotation[]> {
    const { annotations } = await dump(this.library);
    return annotations;
  }

  /** Does something as a reader, and writes down in the diary what it did to whom. */
  async act(deed: (library: Library) => Promise<unknown>): Promise<void> {
    const before = new Map((await this.annotations()).map((one) => [one.id, one]));
    const standing = await this.library.sync.standing();
    await deed(this.library).catch((error: unknown) => {
      // Somebody else removed or purged it: what a reader is told, too.
      if (
        !/gone|refused|belongs elsewhere|Nothing to split/.test(
          String((error as { fault?: string }).fault ?? error),
        )
      )
        throw error;
    });
    const vector = await knownBy(this.library);
    for (const one of await this.annotations()) {
      const old = before.get(one.id);
      const same = old && JSON.stringify({ ...old, anchor: 0 }) === JSON.stringify({ ...one, anchor: 0 });
      if (same) continue;
      const kind = old && old.deletedAt === undefined && one.deletedAt !== undefined ? 'delete' : 'work';
      const isNewTrash = !old && one.deletedAt !== undefined;
      const list = this.#diary.deeds.get(one.id) ?? [];
      this.#diary.deeds.set(one.id, list);
      const deed = { device: standing?.device ?? this.#prefix, ...vector };
      if (kind === 'work') list.push({ ...deed, kind });
      if (kind === 'delete' || isNewTrash) list.push({ ...deed, kind: 'delete' });
      const texts = this.#diary.texts.get(one.id) ?? new Set();
      this.#diary.texts.set(one.id, texts);
      for (const text of textsOf(old)) if (!textsOf(one).has(text)) texts.delete(text);
      for (const text of textsOf(one)) if (!textsOf(old).has(text)) texts.add(text);
    }
  }

  /** Empties the trash. What was written into a record of the trash and is known to nobody else goes with it. */
  async purge(others: Device[]): Promise<void> {
    const before = await this.annotations();
    await this.library.trash.purge(this.time.now());
    const left = new Set((await this.annotations()).map(({ id }) => id));
    const elsewhere = (await Promise.all(others.map((one) => one.annotations()))).flat();
    for (const one of before.filter(({ id }) => !left.has(id)))
      for (const text of textsOf(one))
        if (!elsewhere.some((other) => other.id === one.id && textsOf(other).has(text)))
          this.#diary.texts.get(one.id)?.delete(text);
  }

  word(): string {
    return `${this.#prefix}w${++this.#number}.`;
  }

  draft(page: number) {
    const url = `https://quay.example/story-${page}`;
    return annotationDraft({
      id: `${this.#prefix}a${++this.#number}`,
      article: articleDraft({
        addresses: [url],
        metadata: metadata({ canonicalUrl: url, title: `Story ${page}` }),
      }),
      url,
      target: target({ exact: `Words ${this.word()}` }),
      note: this.word(),
    });
  }
}

/** Every text of an annotation that a reader wrote, wherever it is kept. */
export function textsOf(one: Annotation | undefined): Set<string> {
  if (!one) return new Set();
  const texts = [
    one.note,
    one.claim?.statement,
    ...one.history.flatMap(({ before, after }) => [before, after]),
  ];
  return new Set(texts.flatMap((text) => text?.match(/d\dw\d+\./g) ?? []));
}

async function knownBy(library: Library): Promise<{ change: number; known: Vector }> {
  const standing = await library.sync.standing();
  return { change: standing?.change ?? 0, known: standing?.known ?? {} };
}

/** All records of a library as plain data. */
export async function dump(
  library: Library,
): Promise<{ articles: Article[]; annotations: Annotation[]; versions: Version[] }> {
  const text = await (await library.backup.export()).text();
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { store?: string; record?: { id: string } });
  const of = (store: string) =>
    lines.flatMap((line) => (line.store === store && line.record ? [line.record] : []));
  return { articles: of('articles'), annotations: of('annotations'), versions: of('versions') } as never;
}
