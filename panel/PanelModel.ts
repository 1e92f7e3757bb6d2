import { signal } from '@preact/signals';
import type { LibraryTrouble } from '#components/sidebar/SidebarState.ts';
import { t } from '#components/strings.ts';
import type { ToastMessage } from '#components/Toast.tsx';
import { logFault } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import { reasonOf, unavailable } from './reasonOf.ts';

/** What every page of ours has beside what it is for: the library, what is the matter with it, and what was said last. */
export class PanelModel {
  readonly library: Library;
  readonly trouble = signal<LibraryTrouble | null>(null);
  readonly toast = signal<ToastMessage | null>(null);

  constructor(library: Library) {
    this.library = library;
    const { status, fault } = library;
    if (status === 'lost') this.#tellLost().catch(logFault);
    if (status === 'unavailable') this.trouble.value = fault ? unavailable(fault) : { kind: 'not-kept' };
  }

  /** Says that the library is lost; from when the last backup is, once that is known. */
  async #tellLost(): Promise<void> {
    this.trouble.value = { kind: 'lost', lastBackupAt: null };
    const last = await this.library.backup.last();
    if (last && this.trouble.value?.kind === 'lost')
      this.trouble.value = { kind: 'lost', lastBackupAt: last.at };
  }

  /** What can be shown without the library is shown beside what is the matter with it. */
  tellTrouble(fault: unknown): void {
    logFault(fault);
    this.trouble.value = unavailable(fault);
  }

  /** Says what was done; `actionId` makes it undoable. */
  say(text: string, actionId?: string): void {
    this.toast.value = { id: actionId ?? crypto.randomUUID(), text, undo: actionId !== undefined };
  }

  /** Says that something did not work. `actionId` names what was done before it failed and can be taken back. */
  readonly fail = (error: unknown, actionId?: string): void => {
    logFault(error);
    this.say(t('toast.failed', { reason: reasonOf(error) }), actionId);
  };

  /** Takes an action back, or does it again. What was changed since is left alone, and that is said. */
  async move(actionId: string, direction: 'undo' | 'redo'): Promise<void> {
    const { applied, refused } = await this.library[direction](actionId);
    if (applied === 0 && refused.length > 0) this.say(t('toast.leftAlone'));
    else if (direction === 'redo') this.say(t('toast.redone'), actionId);
    else this.toast.value = { id: actionId, text: t('toast.undone'), undo: false, redo: true };
  }
}
