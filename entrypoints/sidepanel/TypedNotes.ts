import type { Saving } from '@/components/SaveState';

/** Typing is written down after this pause, ms. */
const PAUSE = 400;

interface Typed {
  text: string;
  /** What was stored when the reader began or last saved. */
  base: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  saving: Saving;
}

/** Notes being typed: written after a pause, never lost on failure, overlaid on what is stored. */
export class TypedNotes {
  readonly #typed = new Map<string, Typed>();
  readonly #write: (key: string, text: string, base: string) => Promise<void>;
  readonly #onChange: () => void;
  readonly #reason: (error: unknown) => string;

  constructor(options: {
    write: (key: string, text: string, base: string) => Promise<void>;
    onChange: () => void;
    /** A sentence for the reader. */
    reason: (error: unknown) => string;
  }) {
    this.#write = options.write;
    this.#onChange = options.onChange;
    this.#reason = options.reason;
  }

  /** @param stored what the library holds now; the base of the edit when it begins. */
  type(key: string, text: string, stored: string): void {
    const before = this.#typed.get(key);
    clearTimeout(before?.timer);
    this.#typed.set(key, {
      text,
      base: before?.base ?? stored,
      saving: { kind: 'saving' },
      timer: setTimeout(() => void this.flush(key), PAUSE),
    });
    this.#onChange();
  }

  /** Writes now what is not yet written. */
  async flush(key: string): Promise<void> {
    const typed = this.#typed.get(key);
    if (!typed) return;
    clearTimeout(typed.timer);
    const { text, base } = typed;
    if (text === base) {
      this.#settle(key, text, { kind: 'saved' });
      return;
    }
    try {
      await this.#write(key, text, base);
      this.#settle(key, text, { kind: 'saved' }, text);
    } catch (error) {
      console.error('Claimlight:', error);
      this.#settle(key, text, { kind: 'failed', reason: this.#reason(error) });
    }
  }

  /** Keeps the outcome unless more was typed meanwhile. */
  #settle(key: string, text: string, saving: Saving, base?: string): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    this.#typed.set(key, {
      ...typed,
      base: base ?? typed.base,
      saving: typed.text === text ? saving : typed.saving,
    });
    this.#onChange();
  }

  /** The editor closed: writes, and forgets what is safely stored. */
  async finish(key: string): Promise<void> {
    await this.flush(key);
    if (this.#typed.get(key)?.saving.kind === 'saved') this.#typed.delete(key);
    this.#onChange();
  }

  async finishAll(): Promise<void> {
    await Promise.all([...this.#typed.keys()].map((key) => this.finish(key)));
  }

  textOf(key: string, stored: string): string {
    return this.#typed.get(key)?.text ?? stored;
  }

  savingOf(key: string): Saving {
    return this.#typed.get(key)?.saving ?? { kind: 'idle' };
  }
}
