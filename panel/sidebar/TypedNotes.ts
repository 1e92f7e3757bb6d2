import type { Saving } from '#components/SaveState.tsx';

/** Typing is written down after this pause, ms. */
const PAUSE = 400;

/** A note as the library holds it. */
export interface StoredNote {
  note: string;
  /** Of its record: tells an older reading from a newer one. */
  revision: number;
}

interface Typed {
  text: string;
  /** What was stored when the reader began or last saved. */
  base: string;
  /** The record's revision after the last save; below it a reading is out of date. */
  revision: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Saving;
}

/** Where text stays that could not be saved. */
export interface Keeping {
  keep(key: string, text: string, base: string): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Writes a note that began as `base`. @returns the record's revision after it. */
type Write = (key: string, text: string, base: string) => Promise<number>;

/**
 * Notes being typed: written after a pause, never lost on failure, overlaid on what is stored. Once all of it is
 * saved, a newer version from another window shows in the open field, too.
 */
export class TypedNotes {
  readonly #typed = new Map<string, Typed>();
  readonly #write: Write;
  readonly #onChange: () => void;
  readonly #reason: (error: unknown) => string;
  readonly #keeping: Keeping | undefined;
  readonly #kept = new Set<string>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(options: {
    write: Write;
    onChange: () => void;
    /** A sentence for the reader. */
    reason: (error: unknown) => string;
    keeping?: Keeping;
  }) {
    this.#write = options.write;
    this.#onChange = options.onChange;
    this.#reason = options.reason;
    this.#keeping = options.keeping;
  }

  /** @param stored what the library holds now; the base of the edit where nothing unsaved is in hand. */
  type(key: string, text: string, stored: StoredNote): void {
    const before = this.#ahead(key, stored);
    clearTimeout(this.#typed.get(key)?.timer);
    this.#typed.set(key, {
      text,
      base: before?.base ?? stored.note,
      revision: before?.revision ?? stored.revision,
      saving: { kind: 'saving' },
      timer: setTimeout(() => void this.flush(key), PAUSE),
    });
    this.#onChange();
  }

  /** What was typed, unless it is saved and what the library says is as new or newer. */
  #ahead(key: string, stored: StoredNote): Typed | undefined {
    const typed = this.#typed.get(key);
    return typed && isSaved(typed) && stored.revision >= typed.revision ? undefined : typed;
  }

  /** Writes now what is not yet written; one write after the other, or the second would take the first for a stranger's. */
  async flush(key: string): Promise<void> {
    clearTimeout(this.#typed.get(key)?.timer);
    const before = this.#writing.get(key);
    const writing = before ? before.then(() => this.#flush(key)) : this.#flush(key);
    this.#writing.set(key, writing);
    await writing;
    if (this.#writing.get(key) === writing) this.#writing.delete(key);
  }

  async #flush(key: string): Promise<void> {
    const typed = this.#typed.get(key);
    if (!typed) return;
    const { text, base } = typed;
    if (text === base) {
      this.#settle(key, text, { saving: { kind: 'saved' } });
      return;
    }
    try {
      const revision = await this.#write(key, text, base);
      this.#settle(key, text, { saving: { kind: 'saved' }, base: text, revision });
      if (this.#kept.delete(key)) await this.#keeping?.drop(key).catch(say);
    } catch (error) {
      say(error);
      this.#keep(key, text, base);
      this.#settle(key, text, { saving: { kind: 'failed', reason: this.#reason(error) } });
    }
  }

  #keep(key: string, text: string, base: string): void {
    this.#kept.add(key);
    this.#keeping?.keep(key, text, base).catch(say);
  }

  /** The view is closing: what is not saved is put where the next one finds it. */
  keepAll(): void {
    for (const [key, { text, base }] of this.#typed) if (text !== base) this.#keep(key, text, base);
  }

  /** Goes on with text that an earlier view kept. Does nothing where the reader is typing already. */
  resume(key: string, text: string, base: string): void {
    const typed = this.#typed.get(key);
    if (typed && !isSaved(typed)) return;
    this.#kept.add(key);
    this.type(key, text, { note: base, revision: 0 });
  }

  /** Keeps the outcome; what was typed meanwhile is still to be saved. */
  #settle(key: string, text: string, { saving, ...outcome }: Partial<Typed> & Pick<Typed, 'saving'>): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    this.#typed.set(key, { ...typed, ...outcome, saving: typed.text === text ? saving : typed.saving });
    this.#onChange();
  }

  /** The editor closed: writes. What was saved is shown until the library says it, too, and nothing is said of it. */
  async finish(key: string): Promise<void> {
    await this.flush(key);
    const typed = this.#typed.get(key);
    if (typed && isSaved(typed)) this.#typed.set(key, { ...typed, saving: { kind: 'idle' } });
    this.#onChange();
  }

  async finishAll(): Promise<void> {
    await Promise.all([...this.#typed.keys()].map((key) => this.finish(key)));
  }

  textOf(key: string, stored: StoredNote): string {
    return this.#ahead(key, stored)?.text ?? stored.note;
  }

  savingOf(key: string): Saving {
    return this.#typed.get(key)?.saving ?? { kind: 'idle' };
  }
}

const isSaved = ({ text, base, saving }: Typed) =>
  text === base && (saving.kind === 'saved' || saving.kind === 'idle');

const say = (error: unknown) => console.error('Claimlight:', error);
