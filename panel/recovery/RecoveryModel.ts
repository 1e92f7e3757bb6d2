import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { ImportProgress } from '#components/options/OptionsState.ts';
import type { RecoveryProgress } from '#components/recovery/RecoveryView.tsx';
import { logFault } from '#model/logFault.ts';
import { backupName } from '#storage/backup/backupFile.ts';
import type { ImportPreview, Library } from '#storage/index.ts';
import { ownSettings, writeSettings } from '#storage/settings.ts';
import { importFaultInWords } from '../importFaultInWords.ts';
import { reasonOf } from '../reasonOf.ts';
import { saveFile } from '../saveFile.ts';

/** A file the reader chose, and what is in it; waits for their yes. */
interface ChosenFile {
  file: File;
  preview: ImportPreview;
}

/** What is lost, and the ways back. */
export class RecoveryModel {
  /** Null while the library can't even be counted. */
  readonly counts = signal<{ expected: number; found: number } | null>(null);
  /** Whether nothing is missing. */
  readonly healthy = signal(false);
  /** Whether the browser does not let a new library be made in the place of the unreadable one. */
  readonly stuck = signal(false);
  readonly snapshot = signal<{ at: string; count: number } | null>(null);
  readonly progress = signal<RecoveryProgress>({ kind: 'idle' });
  readonly chosen = signal<ChosenFile | null>(null);
  readonly importing = signal<ImportProgress | null>(null);
  readonly library: Library;
  #stop: AbortController | null = null;

  constructor(library: Library) {
    this.library = library;
  }

  /** Counts again what is there. */
  look = (): Promise<void> => this.#try(() => this.#count());

  async #count(): Promise<void> {
    const status = await this.library.check();
    const { loss, fault } = this.library;
    const last = await this.library.backup.last();
    this.snapshot.value = last ? { at: last.at, count: last.count } : null;
    this.counts.value = null;
    this.healthy.value = false;
    if (status === 'unavailable') throw fault;
    this.stuck.value = false;
    const found = loss?.found ?? (await this.library.stats()).annotations;
    this.counts.value = { expected: loss?.expected ?? found, found };
    this.healthy.value = status !== 'lost';
    this.progress.value = { kind: 'idle' };
  }

  /** The latest copy that reads back whole, or what can be read of the latest. */
  restoreSnapshot = (): Promise<void> =>
    this.#try(async () => {
      const { copy, isWhole } = await this.#bestCopy();
      await this.#makeRoom();
      await this.#restore(copy, !isWhole);
    });

  /** The same copy as a file of the reader's, for a new installation or to keep. */
  saveSnapshot = (): Promise<void> =>
    this.#try(async () => {
      const { copy } = await this.#bestCopy();
      saveFile(backupName(new Date(), '.jsonl'), [copy], 'application/jsonl');
      this.progress.value = { kind: 'idle' };
    });

  async #bestCopy(): Promise<{ copy: Blob; isWhole: boolean }> {
    const { backup } = this.library;
    const latest = await backup.openSnapshot('latest');
    const previous = await backup.openSnapshot('previous');
    const copies = [latest, previous].filter((copy) => copy !== undefined);
    for (const copy of copies) if (await backup.verify(copy)) return { copy, isWhole: true };
    const [best] = copies;
    if (best) return { copy: best, isWhole: false };
    throw new Error(importFaultInWords('empty'));
  }

  /** A library that can't be opened holds nothing that could be overwritten, and has to go first. */
  async #makeRoom(): Promise<void> {
    if (this.library.status !== 'unavailable') return;
    const status = await this.library.rebuild();
    this.stuck.value = status === 'unavailable';
    if (status === 'unavailable') throw this.library.fault;
  }

  choose = (file: File): Promise<void> =>
    this.#try(async () => {
      if (this.library.status === 'unavailable' && (await this.library.backup.verify(file)))
        await this.#makeRoom();
      const preview = await this.library.backup.preview(file);
      // A file that was cut or altered is better than none.
      if (preview.refusedFile && !preview.header) throw new Error(importFaultInWords(preview.refusedFile));
      this.chosen.value = { file, preview };
      this.progress.value = { kind: 'idle' };
    });

  restoreChosen = (_: unknown, takesSettings: boolean): Promise<void> =>
    this.#try(async () => {
      const { value } = this.chosen;
      if (!value || this.importing.value) return;
      try {
        await this.#restore(value.file, value.preview.refusedFile !== undefined);
        const { settings } = value.preview.header ?? {};
        if (takesSettings && settings) await writeSettings(ownSettings(settings));
      } finally {
        this.chosen.value = null;
      }
    });

  /** Closes the dialog, or stops what is under way; the rest can be brought by the same file later. */
  cancel = (): void => {
    if (this.importing.value) this.#stop?.abort();
    else this.chosen.value = null;
  };

  startAnew = (): Promise<void> =>
    this.#try(async () => {
      await this.#makeRoom();
      await this.library.acceptLoss();
      await browser.runtime.openOptionsPage();
      await this.look();
    });

  async #restore(file: Blob, evenIfDamaged: boolean): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.importing.value = { done: 0, total: 0 };
    const onProgress = (done: number, total: number) => {
      this.importing.value = { done, total };
    };
    try {
      await this.library.backup.restore(file, {
        evenIfDamaged,
        addresses: 'take',
        onProgress,
        signal: stop.signal,
      });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      this.importing.value = null;
    }
    await this.#count();
    if (this.healthy.value) this.progress.value = { kind: 'done' };
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.progress.value = { kind: 'working' };
    try {
      await work();
    } catch (error) {
      logFault(error);
      this.progress.value = { kind: 'failed', reason: reasonOf(error) };
    }
  }
}
