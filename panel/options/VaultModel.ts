import { signal } from '@preact/signals';
import type { VaultActions, VaultState } from '#components/options/VaultSection.tsx';
import { MARKDOWN_PRESETS } from '#exchange/index.ts';
import { keepVault } from '#exchange/vault/keepVault.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import type { Library } from '#storage/index.ts';
import type { AskedHandle } from '#storage/sync/exchangeNow.ts';
import { withVault } from '#storage/vault/withVault.ts';
import { syncErrorInWords } from '../syncFaultInWords.ts';

interface Picker {
  showDirectoryPicker?: (options: { mode: 'readwrite'; id: string }) => Promise<AskedHandle>;
}

/** The part about the folder of Markdown files, and what its controls do. */
export class VaultModel {
  readonly state = signal<VaultState | null>(null);
  readonly actions: VaultActions;
  readonly #library: Library;
  readonly #fail: (error: unknown) => void;
  #busy = false;

  constructor(library: Library, openExport: () => void, fail: (error: unknown) => void) {
    this.#library = library;
    this.#fail = fail;
    this.actions = {
      choose: (preset) => {
        // Asked before any await: browsers want the click.
        const asked = picker().showDirectoryPicker?.({ mode: 'readwrite', id: 'claimlight-vault' });
        this.#run(async () => {
          const folder = await asked;
          if (!folder) return;
          await library.vault.begin(folder, preset);
          await this.#write();
        });
      },
      update: () => this.#run(() => this.#write()),
      end: () => this.#run(() => library.vault.end()),
      openExport,
    };
  }

  async start(stop: AbortSignal): Promise<void> {
    const again = () => void this.refresh().catch(logFault);
    onNews({ changed: again }, stop);
    addEventListener('focus', again, { signal: stop });
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const standing = await this.#library.vault.standing();
    const folder: AskedHandle | undefined = standing?.folder;
    const allowed = (await folder?.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
    this.state.value = {
      canFolder: picker().showDirectoryPicker !== undefined,
      presets: MARKDOWN_PRESETS,
      kept: standing && {
        folder: standing.folder.name,
        preset: standing.preset,
        at: standing.at,
        fault: standing.fault === null ? null : syncErrorInWords({ kind: standing.fault }),
        mustAllow: allowed !== 'granted',
      },
      busy: this.#busy,
    };
  }

  async #write(): Promise<void> {
    await this.refresh();
    await withVault(this.#library, (folder) => keepVault(this.#library, folder), { ask: true });
  }

  #run(deed: () => Promise<void>): void {
    if (this.#busy) return;
    this.#busy = true;
    deed()
      .catch((error: unknown) => {
        // Closing the browser's own dialog is a choice; what the folder can't do stands beside it.
        const isChoice = error instanceof DOMException && error.name === 'AbortError';
        const isTold = error instanceof Error && error.name === 'CarrierFault';
        if (isTold) logFault(error);
        else if (!isChoice) this.#fail(error);
      })
      .finally(() => {
        this.#busy = false;
        this.refresh().catch(logFault);
      });
    this.refresh().catch(logFault);
  }
}

const picker = () => globalThis as Picker;
