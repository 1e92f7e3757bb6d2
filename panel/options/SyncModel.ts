import { signal } from '@preact/signals';
import type { SyncCarrier, SyncChoice, SyncOn, SyncState } from '#components/options/SyncState.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import type { Library, SyncStanding } from '#storage/index.ts';
import { companion } from '#storage/sync/companion.ts';
import type { AskedHandle } from '#storage/sync/exchangeNow.ts';
import type { Carrier } from '#sync/Carrier.ts';
import type { Door } from '#sync/seal.ts';
import { syncErrorInWords, syncFaultInWords } from '../syncFaultInWords.ts';

/** What the reader chose so far; nothing of it is stored before the last step. */
export interface SetupInHand {
  carrier: SyncCarrier;
  choice: SyncChoice;
  folder?: AskedHandle;
  /** What the folder or file holds. */
  there?: Carrier;
  /** The file that was brought. */
  file?: Uint8Array<ArrayBuffer>;
  door?: Door | undefined;
  key?: CryptoKey;
  name: string;
}

/** What the part about other devices shows. */
export class SyncModel {
  readonly state = signal<SyncState | null>(null);
  readonly trouble = signal<string | null>(null);
  readonly busy = signal(false);
  readonly library: Library;
  inHand: SetupInHand | undefined;
  /** Counts what is shown and asked; an answer to what was asked before is thrown away. */
  #round = 0;

  constructor(library: Library) {
    this.library = library;
  }

  async start(stop: AbortSignal): Promise<void> {
    const again = () => void this.refresh().catch(logFault);
    onNews({ changed: again }, stop);
    addEventListener('focus', again, { signal: stop });
    document.addEventListener('visibilitychange', again, { signal: stop });
    await this.refresh();
  }

  /**
   * Reads how it stands, unless the reader is just setting it up. What was read is thrown away where the reader took a step
   * meanwhile: the companion may take its time, and an old answer must not bring them back to the first step.
   */
  async refresh(): Promise<void> {
    const shown = this.state.value;
    if (shown && shown.kind !== 'off' && shown.kind !== 'on' && shown.kind !== 'carrier') return;
    this.#round += 1;
    const round = this.#round;
    const next: SyncState =
      shown?.kind === 'carrier'
        ? // The reader may have been away to install the companion, or to tell it a server.
          { ...shown, companion: await companion.standing() }
        : await this.#standing();
    if (round === this.#round) this.state.value = next;
  }

  async #standing(): Promise<SyncState> {
    const standing = await this.library.sync.standing();
    return standing ? toState(standing) : { kind: 'off' };
  }

  /** Shows a step, or with nothing how it stands. */
  async show(step?: SyncState): Promise<void> {
    this.#round += 1;
    this.trouble.value = null;
    this.state.value = step ?? null;
    if (!step) await this.refresh();
  }

  /** Does something that takes a while; what goes wrong is said where it was asked for. */
  async run(deed: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      await deed();
    } catch (error) {
      // Closing the browser's own dialog is a choice.
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        logFault(error);
        this.trouble.value = syncErrorInWords(error);
      }
    } finally {
      this.busy.value = false;
      await this.refresh().catch(logFault);
    }
  }
}

async function toState({ setup, last, waiting }: SyncStanding): Promise<SyncOn> {
  const names = new Map((last?.devices ?? []).map(({ device, name }) => [device, name]));
  const faults = last?.faults ?? [];
  const folder: AskedHandle | undefined = setup.folder;
  const allowed = (await folder?.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
  return {
    kind: 'on',
    carrier: setup.carrier,
    folder: folder?.name ?? null,
    name: setup.name,
    lastAt: last?.at ?? null,
    devices: (last?.devices ?? [])
      .filter(({ device }) => !setup.forgotten.includes(device))
      .map(({ device, name, at }) => ({ id: device, name, seenAt: new Date(at).toISOString() })),
    waiting,
    paused: setup.paused,
    faults: [
      ...new Set(faults.map((fault) => syncFaultInWords(fault, (device) => names.get(device) ?? device))),
    ],
    mustAllow: allowed !== 'granted',
    isEmptied: faults.some(({ kind }) => kind === 'emptied'),
  };
}
