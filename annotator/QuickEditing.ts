import { call } from '#messaging/call.ts';
import type { KeptText } from '#model/KeptText.ts';
import type { Annotation, Color, Stance } from '#model/records.ts';
import { STANCES } from '#model/records.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import type { Autosave } from '#typing/Autosave.ts';
import type { QuickSaving, QuickSource, QuickState, Refusal, Trouble } from './QuickState.ts';

const NO_SOURCE: QuickSource = { url: '', title: '', stance: 'supports' };

const isTyped = (source: QuickSource | null): source is QuickSource =>
  source !== null && (source.url.trim() !== '' || source.title.trim() !== '');

const complete = (url: string) => (url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`);

interface Parts {
  typed: Autosave<Trouble>;
  /** Names what failed. */
  trouble: (error: unknown) => Trouble;
  onChange: () => void;
}

/** An open editor: note, source and colour of one highlight, until all of it is stored. */
export class QuickEditing {
  readonly id: string;
  /** The address at which it was opened: a single-page site may move on before all is stored. */
  readonly url: string;
  readonly #parts: Parts;
  readonly #annotation: Annotation;
  readonly #focus: 'note' | 'source';
  #color: Color;
  #storedColor: Color;
  #source: QuickSource | null;
  /** Why colour or source is not stored; the note's own trouble is its autosave's. */
  #trouble: Trouble | Refusal | null = null;
  #saving: Promise<boolean> | null = null;

  constructor(annotation: Annotation, url: string, focus: 'note' | 'source', parts: Parts) {
    this.id = annotation.id;
    this.url = url;
    this.#annotation = annotation;
    this.#parts = parts;
    this.#color = annotation.color;
    this.#storedColor = annotation.color;
    // What was half typed at this highlight before is still there.
    const half = parts.typed.formOf(this.#sourceKey);
    this.#source = half ? toSource(half) : focus === 'source' ? NO_SOURCE : null;
    this.#focus = half ? 'source' : focus;
  }

  get #noteKey(): string {
    return typedKey.note(this.id);
  }

  get #sourceKey(): string {
    return typedKey.newSource(this.id);
  }

  get #stored() {
    return { fields: { note: this.#annotation.note }, revision: this.#annotation.revision };
  }

  get state(): QuickState {
    return {
      kind: 'editor',
      annotation: { ...this.#annotation, color: this.#color },
      note: this.#parts.typed.textOf(this.#noteKey, this.#stored).note ?? '',
      source: this.#source,
      focus: this.#focus,
      saving: this.#savingNow(),
    };
  }

  /** Speaks of everything in the editor: “saved” while a source is not would be a lie. */
  #savingNow(): QuickSaving {
    const note = this.#parts.typed.savingOf(this.#noteKey);
    if (note.kind === 'failed') return note;
    if (this.#trouble !== null) return { kind: 'failed', reason: this.#trouble };
    if (note.kind === 'saving' || this.#saving !== null) return { kind: 'saving' };
    return isTyped(this.#source) || this.#color !== this.#storedColor ? { kind: 'idle' } : note;
  }

  typeNote(note: string): void {
    this.#parts.typed.type(this.#noteKey, { note }, this.#stored, this.#writeNote);
  }

  readonly #writeNote = async (fields: Fields, base: Fields): Promise<number> => {
    const patch = { note: fields.note ?? '' };
    const { url, id } = this;
    return (await call('patchAnnotation', { url, id, patch, base: { note: base.note ?? '' } })).revision;
  };

  /** A source is stored as a whole, when the reader is done; until then it is kept as typed. */
  typeSource(source: QuickSource): void {
    this.#source = source;
    this.#trouble = null;
    if (isTyped(source)) this.#parts.typed.fill(this.#sourceKey, { ...source });
    else this.#parts.typed.drop(this.#sourceKey);
    this.#parts.onChange();
  }

  setColor(color: Color): void {
    this.#color = color;
    this.#parts.onChange();
    void this.#storeColor();
  }

  async #storeColor(): Promise<boolean> {
    const color = this.#color;
    if (color === this.#storedColor) return true;
    try {
      await call('patchAnnotation', { url: this.url, id: this.id, patch: { color } });
      this.#storedColor = color;
      return true;
    } catch (error) {
      // The editor stays as it is, with all that stands in it.
      this.fail(this.#parts.trouble(error));
      return false;
    } finally {
      this.#parts.onChange();
    }
  }

  /** Something that the reader wanted meanwhile did not work: it is said here, where they are writing. */
  fail(trouble: Trouble | Refusal): void {
    this.#trouble = trouble;
    this.#parts.onChange();
  }

  /** Goes on with what was kept of this highlight. @returns whether there was anything that is not stored. */
  resume(kept: readonly KeptText[]): boolean {
    let isNews = false;
    for (const text of kept) {
      if (text.key === this.#noteKey && text.fields.note !== undefined) {
        if (text.fields.note === this.#annotation.note || text.fields.note === text.base.note) continue;
        // Whoever else wrote the note since keeps their words, too.
        this.#parts.typed.resume(text, this.#stored, this.#writeNote);
        isNews = true;
      }
      if (text.key === this.#sourceKey && isTyped(toSource(text.fields))) {
        this.#parts.typed.resumeForm(text);
        this.#source = toSource(this.#parts.typed.formOf(this.#sourceKey) ?? text.fields);
        isNews = true;
      }
    }
    return isNews;
  }

  /** The note is written, and a source that is half typed stays kept with this highlight. @returns whether it is safe. */
  setAside(): Promise<boolean> {
    return this.#parts.typed.finish(this.#noteKey);
  }

  /** Stores all of it. Save, and Escape right after it, are one. @returns whether all is stored. */
  save(): Promise<boolean> {
    this.#saving ??= this.#storeAll().finally(() => {
      this.#saving = null;
      this.#parts.onChange();
    });
    return this.#saving;
  }

  async #storeAll(): Promise<boolean> {
    this.#trouble = null;
    const isNoteStored = await this.#parts.typed.flush(this.#noteKey);
    const isColorStored = await this.#storeColor();
    return (await this.#storeSource()) && isNoteStored && isColorStored;
  }

  async #storeSource(): Promise<boolean> {
    const source = this.#source;
    if (!isTyped(source)) return true;
    const { url, id } = this;
    const typed = { ...source, url: complete(source.url.trim()), title: source.title.trim() };
    try {
      await this.#parts.typed.save(this.#sourceKey, (sourceId) =>
        call('addSource', { url, id, source: { ...typed, id: sourceId } }),
      );
      // More may have been typed while this one was stored.
      if (this.#source === source) this.#source = null;
      return this.#source === null;
    } catch (error) {
      this.fail(this.#parts.trouble(error));
      return false;
    }
  }
}

function toSource({ url = '', title = '', stance }: Fields): QuickSource {
  return { url, title, stance: STANCES.find((one): one is Stance => one === stance) ?? NO_SOURCE.stance };
}
