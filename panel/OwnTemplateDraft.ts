import { isSameTemplate, type Template } from '#model/Template.ts';
import {
  dropTemplateDraft,
  readTemplateDrafts,
  type TemplateDraft,
  writeTemplateDraft,
} from '#storage/templateDraft.ts';

/** Held by the editor that types in a draft; the browser lets go of it when the window closes, however it does. */
const lockOf = (id: string) => `claimlight template draft ${id}`;

/** @returns how to let go of it; undefined where another editor has it. */
const hold = (id: string): Promise<(() => void) | undefined> =>
  new Promise((answer, fail) => {
    navigator.locks
      .request(lockOf(id), { ifAvailable: true }, (lock) => {
        if (!lock) return answer(undefined);
        return new Promise<void>((letGo) => answer(letGo));
      })
      .catch(fail);
  });

/**
 * The draft that one editor types in. Each open editor has one of its own, whatever windows there are; what a window that
 * closed left behind goes to the next editor that opens.
 */
export class OwnTemplateDraft {
  #id: string = crypto.randomUUID();
  #letGo: (() => void) | undefined;

  /** Takes the draft that was typed in last and that no other editor has; undefined where there is none. */
  async take(): Promise<TemplateDraft | undefined> {
    for (const draft of await readTemplateDrafts()) if (await this.#take(draft.id)) return draft;
    await this.#take(crypto.randomUUID());
    return undefined;
  }

  /** Goes over to another draft; the one so far stays. @returns undefined where it is gone, or another editor has it. */
  async goTo(id: string): Promise<TemplateDraft | undefined> {
    const draft = (await readTemplateDrafts()).find((one) => one.id === id);
    return draft && (await this.#take(id)) ? draft : undefined;
  }

  async #take(id: string): Promise<boolean> {
    const letGo = await hold(id);
    if (!letGo) return false;
    this.#letGo?.();
    this.#letGo = letGo;
    this.#id = id;
    return true;
  }

  /** Keeps what was typed over `base`; nothing where the two are the same. */
  async keep(template: Template, base: Template): Promise<void> {
    if (isSameTemplate(template, base)) await dropTemplateDraft(this.#id);
    else await writeTemplateDraft({ id: this.#id, template, base, at: new Date().toISOString() });
  }

  /** Keeps another template beside what is typed here, as a draft that nobody types in. */
  async keepBeside(template: Template, base: Template): Promise<void> {
    await writeTemplateDraft({ id: crypto.randomUUID(), template, base, at: new Date().toISOString() });
  }

  /** Drafts beside the one that is typed in here, and that no other editor has. */
  async others(): Promise<TemplateDraft[]> {
    const drafts = (await readTemplateDrafts()).filter(({ id }) => id !== this.#id);
    const { held = [] } = await navigator.locks.query();
    const taken = new Set(held.map(({ name }) => name));
    return drafts.filter(({ id }) => !taken.has(lockOf(id)));
  }

  letGo(): void {
    this.#letGo?.();
    this.#letGo = undefined;
  }
}
