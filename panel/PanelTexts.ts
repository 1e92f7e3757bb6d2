import type { FormDrafts } from '#components/FormDrafts.ts';
import type { KeptText } from '#model/KeptText.ts';
import { logFault } from '#model/logFault.ts';
import { Autosave } from '#typing/Autosave.ts';
import { type Shelf, withClosingTexts } from '#typing/closingTexts.ts';
import { type Keeping, keptTexts } from '#typing/keptText.ts';
import { reasonOf } from './reasonOf.ts';

/** Everything typed in this panel, and what earlier panels could not store. */
export class PanelTexts {
  readonly typed: Autosave<string>;
  /** The forms among it, for the views. */
  readonly forms: FormDrafts;
  readonly #keeping: Keeping;
  #kept = new Map<string, KeptText>();

  constructor(library: Keeping, onChange: () => void, shelf: Shelf | undefined = ownShelf()) {
    const keeping = withClosingTexts(library, shelf, logFault);
    this.#keeping = keeping;
    const typed = new Autosave<string>({
      place: 'panel',
      keeping,
      by: crypto.randomUUID(),
      onChange,
      newId: () => crypto.randomUUID(),
      onFault: logFault,
      reason: (error) => {
        logFault(error);
        return reasonOf(error);
      },
    });
    this.typed = typed;
    this.forms = {
      get: (key) => typed.formOf(key),
      type: (key, fields) => typed.fill(key, fields),
      drop: (key) => typed.drop(key),
    };
  }

  /** Reads again what is kept. A text is handed out once: then it is in this panel's hands. */
  async load(): Promise<void> {
    for (const kept of await keptTexts(this.#keeping, 'panel'))
      if (!this.#taken.has(kept.key)) this.#kept.set(kept.key, kept);
  }
  readonly #taken = new Set<string>();

  /** What was kept under a key and is not in hand yet. */
  take(key: string): KeptText | undefined {
    const kept = this.#kept.get(key);
    if (kept) this.#taken.add(key);
    this.#kept.delete(key);
    return kept;
  }

  /** Opens the forms with these keys again, where something was kept of them. */
  resumeForms(isShown: (key: string) => boolean): void {
    for (const key of [...this.#kept.keys()]) {
      const kept = isShown(key) ? this.take(key) : undefined;
      if (kept) this.typed.resumeForm(kept);
    }
  }
}

function ownShelf(): Shelf | undefined {
  try {
    return globalThis.localStorage;
  } catch (error) {
    // Switched off by the reader or an organisation.
    logFault(error);
    return undefined;
  }
}
