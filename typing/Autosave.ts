import type { UnsavedText } from '#model/drafts.ts';
import type { KeptText } from '#model/KeptText.ts';
import type { Saving } from '#model/Saving.ts';
import type { Fields } from '#model/typedKey.ts';
import { type Keeping, type Place, storedKey, toUnsaved } from './keptText.ts';

/** Typing is written down, or kept, after this pause, ms. */
export const PAUSE = 400;

/** What the library holds now of what is typed into. */
export interface Stored {
  fields: Fields;
  /** Of its record: tells an older reading from a newer one. */
  revision: number;
}

/**
 * Writes what was typed over what was stored when the typing began.
 * @param id of the record that comes of it, where one does.
 * @returns the record's revision after it.
 */
export type Write = (fields: Fields, base: Fields, id: string) => Promise<number>;

interface Typed<Reason> {
  fields: Fields;
  base: Fields;
  revision: number;
  id: string;
  saving: Saving<Reason>;
  /** Absent in forms: what stands there is stored when the reader says so, and only kept until then. */
  write: Write | undefined;
  /** Calls off what is to be done after a pause; absent once it was done. */
  callOff: (() => void) | undefined;
  /** What is kept of it: nothing, something older, or all of it. */
  kept: 'no' | 'older' | 'all';
  /** A form on its way to the library is closed, and opened again if that fails. */
  isLeaving: boolean;
}

interface Parts<Reason> {
  place: Place;
  /** Where texts stay that are not stored; `clear` gets the key under which one was put. */
  keeping: Pick<Keeping, 'put' | 'clear' | 'leave'>;
  /** This view's own name among those that keep texts. */
  by: string;
  /** What failed, for `Saving`. */
  reason: (error: unknown) => Reason;
  onChange: () => void;
  newId: () => string;
  /** Does something after a pause, unless it is called off; where a page could stop the window's timers, another clock. */
  later?: (ms: number, act: () => void) => () => void;
  /** A text could be neither stored nor kept: it stands in its field, and nowhere else. */
  onFault: (error: unknown) => void;
}

/**
 * Everything being typed in one view, by key. Fields with a `write` are written after a pause, one write after the
 * other; forms are kept after a pause and stored by `save`. Nothing goes before it is stored or given up: what can't
 * be stored is kept where a crash does not reach it, and a later view goes on with it.
 */
export class Autosave<Reason> {
  readonly #typed = new Map<string, Typed<Reason>>();
  readonly #writing = new Map<string, Promise<boolean>>();
  /** What is under way of keeping a text and of clearing it again. */
  readonly #keeping = new Map<string, Promise<void>>();
  /** Who kept what this view goes on with: it may clear that, too. */
  readonly #takenFrom = new Map<string, string>();
  readonly #parts: Parts<Reason>;
  readonly #later: NonNullable<Parts<Reason>['later']>;

  constructor(parts: Parts<Reason>) {
    this.#parts = parts;
    this.#later = parts.later ?? byTimer;
  }

  /** @param stored what the library holds now; the base of the edit where nothing unsaved is in hand. */
  type(key: string, fields: Fields, stored: Stored, write: Write): void {
    const ahead = this.#ahead(key, stored.revision);
    const typed = this.#put(key, {
      fields,
      base: ahead?.base ?? stored.fields,
      revision: ahead?.revision ?? stored.revision,
      saving: { kind: 'saving' },
      write,
    });
    typed.callOff = this.#later(PAUSE, () => void this.flush(key));
    this.#parts.onChange();
  }

  /** What stands in a form: the fields that differ from what it began as. */
  fill(key: string, fields: Fields): void {
    const typed = this.#put(key, {
      fields,
      base: {},
      revision: 0,
      saving: { kind: 'idle' },
      write: undefined,
    });
    typed.callOff = this.#later(PAUSE, () => this.#keep(key));
  }

  #put(
    key: string,
    now: Pick<Typed<Reason>, 'fields' | 'base' | 'revision' | 'saving' | 'write'>,
  ): Typed<Reason> {
    const before = this.#typed.get(key);
    before?.callOff?.();
    const typed: Typed<Reason> = {
      ...now,
      // While one is on its way to the library, this is the next one.
      id: before && !before.isLeaving ? before.id : this.#parts.newId(),
      kept: before && before.kept !== 'no' ? 'older' : 'no',
      isLeaving: false,
      callOff: undefined,
    };
    this.#typed.set(key, typed);
    return typed;
  }

  /** What was typed, unless it is stored and what the library says is as new or newer. */
  #ahead(key: string, revision: number): Typed<Reason> | undefined {
    const typed = this.#typed.get(key);
    return typed && isStored(typed) && revision >= typed.revision ? undefined : typed;
  }

  /** What stands in a field: as typed, or as stored where that is as new. */
  textOf(key: string, stored: Stored): Fields {
    return this.#ahead(key, stored.revision)?.fields ?? stored.fields;
  }

  savingOf(key: string): Saving<Reason> {
    return this.#typed.get(key)?.saving ?? { kind: 'idle' };
  }

  /** What was typed into a form and neither stored nor given up: the form is to be open. */
  formOf(key: string): Fields | undefined {
    const typed = this.#typed.get(key);
    return typed?.isLeaving ? undefined : typed?.fields;
  }

  /** Writes now what is not yet written. @returns whether all that stands there is stored. */
  flush(key: string): Promise<boolean> {
    this.#typed.get(key)?.callOff?.();
    const before = this.#writing.get(key);
    // At once where nothing is under way: the view may be closing.
    const writing = before ? before.then(() => this.#flush(key)) : this.#flush(key);
    this.#writing.set(key, writing);
    return writing.finally(() => {
      if (this.#writing.get(key) === writing) this.#writing.delete(key);
    });
  }

  async #flush(key: string): Promise<boolean> {
    const typed = this.#typed.get(key);
    if (!typed?.write) return true;
    const { fields, base, id, write } = typed;
    if (isSame(fields, base)) {
      this.#settle(key, fields, { saving: { kind: 'saved' } });
      this.#unkeep(key, fields);
      return true;
    }
    try {
      const revision = await write(fields, base, id);
      this.#settle(key, fields, { saving: { kind: 'saved' }, base: fields, revision });
      this.#unkeep(key, fields);
      return true;
    } catch (error) {
      const reason = this.#parts.reason(error);
      this.#keep(key);
      this.#settle(key, fields, { saving: { kind: 'failed', reason } });
      return false;
    }
  }

  /** Notes the outcome; what was typed meanwhile is still to be written. */
  #settle(
    key: string,
    fields: Fields,
    { saving, ...outcome }: Partial<Typed<Reason>> & Pick<Typed<Reason>, 'saving'>,
  ): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    Object.assign(typed, outcome, { saving: typed.fields === fields ? saving : typed.saving });
    this.#parts.onChange();
  }

  /** The field was closed: writes. What was stored is shown until the library says it, too, and nothing is said of it. */
  async finish(key: string): Promise<boolean> {
    const done = await this.flush(key);
    const typed = this.#typed.get(key);
    if (typed && isStored(typed)) typed.saving = { kind: 'idle' };
    this.#parts.onChange();
    return done;
  }

  async finishAll(): Promise<void> {
    await Promise.all([...this.#typed].map(([key, { write }]) => (write ? this.finish(key) : undefined)));
  }

  /**
   * Stores what stands in a form; `work` gets the id for what comes of it. The form is closed meanwhile, and forgotten
   * once it is done.
   * @throws what `work` throws; the form is then open again, with all that was typed, and kept.
   */
  async save(key: string, work: (id: string) => Promise<unknown>): Promise<void> {
    const typed = this.#typed.get(key);
    if (!typed) return void (await work(this.#parts.newId()));
    if (typed.callOff !== undefined) this.#keep(key);
    typed.isLeaving = true;
    // More may be typed meanwhile; that is not touched.
    const isThere = () => this.#typed.get(key) === typed;
    try {
      await work(typed.id);
    } catch (error) {
      typed.isLeaving = false;
      if (isThere()) this.#keep(key);
      this.#parts.onChange();
      throw error;
    }
    if (isThere()) this.drop(key);
  }

  /** The reader gave it up, or it is stored. */
  drop(key: string): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    typed.callOff?.();
    this.#typed.delete(key);
    if (typed.kept !== 'no') this.#clear(key);
    this.#parts.onChange();
  }

  /** Forgets forms of which this came already: another view stored them, or this one before it crashed. */
  forgetStored(ids: ReadonlySet<string>): void {
    for (const [key, { id, write, isLeaving }] of this.#typed)
      if (!write && !isLeaving && ids.has(id)) this.drop(key);
  }

  /** The view is closing: what is not stored is kept now. */
  keepAll(): void {
    const all = [...this.#typed.keys()];
    this.#parts.keeping.leave?.(all.flatMap((key) => this.#unstored(key) ?? []));
    for (const key of all) this.#keep(key);
  }

  /** Opens a form again that an earlier view kept. Does nothing where the reader is at it already. */
  resumeForm({ key, fields, id, by }: KeptText): void {
    if (this.#typed.has(key) || Object.keys(fields).length === 0) return;
    this.fill(key, fields);
    this.#taken(key, id, by);
  }

  /** Goes on with what an earlier view could not write, over what is stored now. Not where the reader is typing. */
  resume({ key, fields, base, id, by }: KeptText, stored: Stored, write: Write): void {
    const typed = this.#typed.get(key);
    if (typed && !isStored(typed)) return;
    const before = { fields: { ...stored.fields, ...base }, revision: stored.revision };
    this.#typed.delete(key);
    this.type(key, { ...stored.fields, ...fields }, before, write);
    this.#taken(key, id, by);
  }

  /** What was resumed is kept already, under its own id. */
  #taken(key: string, id: string, by = ''): void {
    this.#takenFrom.set(key, by);
    const typed = this.#typed.get(key);
    if (typed) Object.assign(typed, { kept: 'all', id: id || typed.id });
  }

  #keep(key: string): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    if (!typed.write) typed.callOff?.();
    if (!typed.write) typed.callOff = undefined;
    if (typed.kept === 'all') return;
    const text = this.#unstored(key);
    if (!text) {
      if (typed.kept === 'older') this.#clear(key);
      typed.kept = 'no';
      return;
    }
    typed.kept = 'all';
    this.#inOrder(
      key,
      () => this.#parts.keeping.put(text),
      (error) => {
        typed.kept = 'older';
        this.#parts.onFault(error);
      },
    );
  }

  /** What is to be kept of a text: the fields that differ from what was stored. */
  #unstored(key: string): UnsavedText | undefined {
    const typed = this.#typed.get(key);
    if (!typed) return undefined;
    const { fields, base, id } = typed;
    const names = Object.keys(fields).filter((name) => fields[name] !== base[name]);
    if (names.length === 0) return undefined;
    const only = (all: Fields) =>
      Object.fromEntries(names.flatMap((name) => (name in all ? [[name, all[name] ?? '']] : [])));
    const { place, by } = this.#parts;
    return toUnsaved(place, { key, fields: only(fields), base: only(base), id, by });
  }

  /** What is stored needs no keeping any more, unless more was typed meanwhile. */
  #unkeep(key: string, fields: Fields): void {
    const typed = this.#typed.get(key);
    if (!typed || typed.kept === 'no' || typed.fields !== fields) return;
    typed.kept = 'no';
    this.#clear(key);
  }

  #clear(key: string): void {
    const { place, by, keeping } = this.#parts;
    const taken = this.#takenFrom.get(key);
    const clear = () => keeping.clear(storedKey(place, key), taken === undefined ? [by] : [by, taken]);
    this.#inOrder(key, clear, this.#parts.onFault);
  }

  /**
   * Keeping a text and clearing it follow each other, or a slow keeping would outlive the clearing. At once where
   * nothing is under way: the view may be closing.
   */
  #inOrder(key: string, step: () => Promise<unknown>, onFault: (error: unknown) => void): void {
    const before = this.#keeping.get(key);
    const now: Promise<void> = (before ? before.then(step) : step())
      .then(() => undefined, onFault)
      .finally(() => {
        if (this.#keeping.get(key) === now) this.#keeping.delete(key);
      });
    this.#keeping.set(key, now);
  }
}

function byTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

const isSame = (a: Fields, b: Fields): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => (a[name] ?? '') === (b[name] ?? ''));

const isStored = <Reason>({ fields, base, saving, write }: Typed<Reason>): boolean =>
  write !== undefined && isSame(fields, base) && (saving.kind === 'saved' || saving.kind === 'idle');
