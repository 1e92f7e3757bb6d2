import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type { RecoveryProgress } from '@/components/recovery/RecoveryView';
import type { ImportPreview, Library } from '@/storage';
import { reasonOf } from '../sidepanel/SidebarModel';
import { importFaultInWords } from './importFaultInWords';

/** A file the reader chose, and what is in it; waits for their yes. */
interface ChosenFile {
  file: File;
  preview: ImportPreview;
}

/** What is lost, and the ways back. */
export class RecoveryModel {
  readonly counts = signal({ expected: 0, found: 0 });
  readonly snapshot = signal<{ at: string; count: number } | null>(null);
  readonly progress = signal<RecoveryProgress>({ kind: 'idle' });
  readonly chosen = signal<ChosenFile | null>(null);
  readonly library: Library;

  constructor(library: Library) {
    this.library = library;
  }

  /** Counts again what is there. */
  look = (): Promise<void> =>
    this.#try(async () => {
      const status = await this.library.check();
      const { loss, fault } = this.library;
      const last = await this.library.backup.last();
      this.snapshot.value = last ? { at: last.at, count: last.count } : null;
      if (status === 'unavailable') throw fault;
      const found = loss?.found ?? (await this.library.stats()).annotations;
      this.counts.value = { expected: loss?.expected ?? found, found };
      this.progress.value = status === 'lost' ? { kind: 'idle' } : { kind: 'done' };
    });

  /** The latest copy that reads back whole, or what can be read of the latest. */
  restoreSnapshot = (): Promise<void> =>
    this.#try(async () => {
      const { backup } = this.library;
      const latest = await backup.openSnapshot('latest');
      const previous = await backup.openSnapshot('previous');
      const copies = [latest, previous].filter((copy) => copy !== undefined);
      for (const copy of copies) if (await backup.verify(copy)) return this.#restore(copy, false);
      const [best] = copies;
      if (best) await this.#restore(best, true);
      else throw new Error(importFaultInWords('empty'));
    });

  choose = (file: File): Promise<void> =>
    this.#try(async () => {
      const preview = await this.library.backup.preview(file);
      // A file that was cut or altered is better than none.
      if (preview.refusedFile && !preview.header) throw new Error(importFaultInWords(preview.refusedFile));
      this.chosen.value = { file, preview };
      this.progress.value = { kind: 'idle' };
    });

  restoreChosen = (): Promise<void> =>
    this.#try(async () => {
      const { value } = this.chosen;
      this.chosen.value = null;
      if (value) await this.#restore(value.file, value.preview.refusedFile !== undefined);
    });

  startAnew = (): Promise<void> =>
    this.#try(async () => {
      await this.library.acceptLoss();
      await browser.runtime.openOptionsPage();
      await this.look();
    });

  async #restore(file: Blob, evenIfDamaged: boolean): Promise<void> {
    await this.library.backup.restore(file, { evenIfDamaged });
    await this.look();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.progress.value = { kind: 'working' };
    try {
      await work();
    } catch (error) {
      console.error('Claimlight:', error);
      this.progress.value = { kind: 'failed', reason: reasonOf(error) };
    }
  }
}
