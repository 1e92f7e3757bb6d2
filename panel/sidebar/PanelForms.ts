import type { FormDrafts, TypedFields } from '#components/FormDrafts.ts';
import type { UnsavedText } from '#model/drafts.ts';

/** Typing is kept after this pause, ms. */
const PAUSE = 400;
const PREFIX = 'form:';
/** Among the kept fields: the id that what comes of the form gets. */
const ID = ' id';

interface Typed {
  fields: TypedFields;
  /** Of the record that comes of the form: saved again after an unclear failure, it is there once. */
  id: string;
  timer?: ReturnType<typeof setTimeout> | undefined;
  /** What is kept of it: nothing, something older, or all of it. */
  kept: 'no' | 'older' | 'all';
  /** On its way to the library: the form is closed, and opened again if that fails. */
  isSaving: boolean;
}

/** Where unsaved texts are kept: the library has such a place. */
interface Drafts {
  list(): Promise<readonly UnsavedText[]>;
  put(text: UnsavedText): Promise<void>;
  clear(key: string): Promise<void>;
}

/** What stands in this panel's forms and is not saved, kept where a crash of the panel does not reach it. */
export class PanelForms implements FormDrafts {
  readonly #typed = new Map<string, Typed>();
  readonly #drafts: Drafts;
  readonly #onChange: () => void;

  constructor(drafts: Drafts, onChange: () => void) {
    this.#drafts = drafts;
    this.#onChange = onChange;
  }

  /** Takes over what earlier panels kept. Once, before anything is shown. */
  async load(): Promise<void> {
    for (const { key, fields } of await this.#drafts.list()) {
      const { [ID]: id, ...typed } = fields;
      if (key.startsWith(PREFIX) && id !== undefined)
        this.#typed.set(key.slice(PREFIX.length), { fields: typed, id, kept: 'all', isSaving: false });
    }
  }

  get(key: string): TypedFields | undefined {
    const typed = this.#typed.get(key);
    return typed?.isSaving ? undefined : typed?.fields;
  }

  type(key: string, fields: TypedFields): void {
    this.hold(key, fields).timer = setTimeout(() => this.#keep(key), PAUSE);
  }

  /** As `type`, of what is saved soon by itself: it is kept only where that fails, or the panel closes before. */
  hold(key: string, fields: TypedFields): Typed {
    const before = this.#typed.get(key);
    clearTimeout(before?.timer);
    const typed: Typed = {
      fields,
      // While one is on its way to the library, this is the next one.
      id: before && !before.isSaving ? before.id : crypto.randomUUID(),
      kept: before && before.kept !== 'no' ? 'older' : 'no',
      isSaving: false,
    };
    this.#typed.set(key, typed);
    return typed;
  }

  drop(key: string): void {
    const typed = this.#typed.get(key);
    if (!typed) return;
    clearTimeout(typed.timer);
    this.#typed.delete(key);
    if (typed.kept !== 'no') this.#drafts.clear(PREFIX + key).catch(say);
    this.#onChange();
  }

  /**
   * Saves what stands in a form; `work` gets the id for what comes of it. The form is closed meanwhile, and forgotten
   * once it is done.
   * @throws what `work` throws; the form is then open again, with all that was typed.
   */
  async save(key: string, work: (id: string) => Promise<unknown>): Promise<void> {
    const typed = this.#typed.get(key);
    if (!typed) return void (await work(crypto.randomUUID()));
    if (typed.timer !== undefined) this.#keep(key);
    typed.isSaving = true;
    // More may be typed meanwhile; that is not touched.
    const isThere = () => this.#typed.get(key) === typed;
    try {
      await work(typed.id);
    } catch (error) {
      typed.isSaving = false;
      if (isThere()) this.#keep(key);
      this.#onChange();
      throw error;
    }
    if (isThere()) this.drop(key);
  }

  /** Forgets forms of which this came already: another panel saved them, or this one before it crashed. */
  forgetStored(ids: ReadonlySet<string>): void {
    for (const [key, { id, isSaving }] of this.#typed) if (ids.has(id) && !isSaving) this.drop(key);
  }

  /** The panel is closing: what is not kept yet is kept now. */
  keepAll(): void {
    for (const key of this.#typed.keys()) this.#keep(key);
  }

  #keep(key: string): void {
    const typed = this.#typed.get(key);
    if (!typed || typed.kept === 'all') return;
    clearTimeout(typed.timer);
    typed.timer = undefined;
    typed.kept = 'all';
    const { fields, id } = typed;
    const isEmpty = Object.keys(fields).length === 0;
    const kept = isEmpty
      ? this.#drafts.clear(PREFIX + key)
      : this.#drafts.put({ key: PREFIX + key, fields: { ...fields, [ID]: id } });
    kept.catch(say);
  }
}

const say = (error: unknown) => console.error('Claimlight:', error);
