import type { Saving } from '#model/Saving.ts';
import { type Fields, typedKey } from '#model/typedKey.ts';
import type { Library } from '#storage/index.ts';
import type { Stored } from '#typing/Autosave.ts';
import type { PanelTexts } from './PanelTexts.ts';

/** A record with a note. */
export interface Noted {
  note: string;
  revision: number;
}

/** Notes of annotations typed in this panel, and what became of them in the library. */
export class CardNotes {
  protected readonly texts: PanelTexts;
  protected readonly library: Library;

  constructor(library: Library, texts: PanelTexts) {
    this.texts = texts;
    this.library = library;
  }

  /** The reader types the note of a highlight. */
  type(id: string, note: string, stored: Noted): void {
    this.texts.typed.type(typedKey.note(id), { note }, toStored(stored), this.#writeNote(id));
  }

  textOf(id: string, stored: Noted): string {
    return this.texts.typed.textOf(typedKey.note(id), toStored(stored)).note ?? '';
  }

  savingOf(id: string): Saving {
    return this.texts.typed.savingOf(typedKey.note(id));
  }

  /** Goes on with notes that an earlier panel could not save. */
  resumeCards(annotations: readonly (Noted & { id: string })[]): void {
    for (const one of annotations) this.resume(typedKey.note(one.id), one, this.#writeNote(one.id));
  }

  protected resume(
    key: string,
    stored: Noted,
    write: (fields: Fields, base: Fields) => Promise<number>,
  ): void {
    const kept = this.texts.take(key);
    if (kept) this.texts.typed.resume(kept, toStored(stored), write);
  }

  #writeNote(id: string) {
    return async ({ note = '' }: Fields, base: Fields): Promise<number> => {
      const before = { note: base.note ?? '' };
      return (await this.library.annotations.patch(id, { note }, before)).annotation.revision;
    };
  }
}

export const toStored = ({ note, revision }: Noted): Stored => ({ fields: { note }, revision });
