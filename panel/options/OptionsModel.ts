import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import type {
  ImportProgress,
  LongWork,
  OptionsState,
  PastAction,
  StoragePart,
} from '#components/options/OptionsState.ts';
import { t } from '#components/strings.ts';
import { onNews } from '#messaging/servePage.ts';
import { logFault } from '#model/logFault.ts';
import { backupAge } from '#storage/backup/backupAge.ts';
import { dailyTrouble, writesDailyFiles } from '#storage/backup/dailyFile.ts';
import type { LongDeed } from '#storage/index.ts';
import { onSettingsChange, readSettings, type Settings } from '#storage/settings.ts';
import { actionInWords } from '../actionInWords.ts';
import { browserKeys } from '../browserKeys.ts';
import { PanelModel } from '../PanelModel.ts';
import type { ChosenFile } from '../readChosenFile.ts';
import { reasonOf } from '../reasonOf.ts';
import { toDeleted } from '../toDeleted.ts';

/** Deleted things and past actions that are shown. */
const SHOWN = 20;

/** What the options page shows, read again at every change. */
export class OptionsModel extends PanelModel {
  readonly state = signal<OptionsState | null>(null);
  /** A file the reader chose, and what importing it would do; waits for their yes. */
  readonly chosen = signal<ChosenFile | null>(null);
  /** Set while a file is taken in; `stopImport` ends it. */
  readonly importing = signal<ImportProgress | null>(null);
  stopImport: AbortController | null = null;
  /** The look that a change of the mapping takes: how it is ended, and when it has. */
  look: { stop: AbortController; done: Promise<void> } | null = null;
  /** What else takes long and is under way. */
  readonly work = signal<LongWork | null>(null);
  /** What the reader has to know beyond the settings, as sentences. */
  readonly remarks = signal<string[]>([]);
  #measured: { usage: number | null; bytes: number } = { usage: -1, bytes: 0 };
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #longDeeds = 0;
  #before: { id: string; settings: Partial<Settings> } | null = null;

  async start(stop: AbortSignal): Promise<void> {
    const again = () => {
      if (this.#longDeeds === 0) void this.refresh().catch(this.fail);
    };
    onNews({ changed: again }, stop);
    onSettingsChange(again, stop);
    addEventListener('focus', again, { signal: stop });
    await this.refresh();
  }

  /**
   * Does what writes many batches and then reads once. Every batch is news, and reading measures the library by
   * writing it all out: a hundred batches would have it written out a hundred times.
   */
  async readAfter(deed: () => Promise<void>): Promise<void> {
    this.#longDeeds += 1;
    try {
      await deed();
    } finally {
      this.#longDeeds -= 1;
      await this.refresh();
    }
  }

  /**
   * Does what takes long and shows how far it is; one such deed at a time, further ones are not begun.
   * @param name what is being done, in words
   * @param stopped what is said where the reader stops it
   */
  async doLong(
    name: string,
    deed: (watch: Required<LongDeed>) => Promise<void>,
    stopped = t('options.workStopped'),
  ): Promise<void> {
    if (this.work.value || this.importing.value) return;
    const stop = new AbortController();
    const shown = { name, stop: () => stop.abort() };
    this.toast.value = null;
    this.work.value = { ...shown, done: 0, total: 0 };
    try {
      await deed({
        signal: stop.signal,
        onProgress: (done, total) => {
          this.work.value = { ...shown, done, total };
        },
      });
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      this.say(stopped);
    } finally {
      this.work.value = null;
    }
  }

  /** Reads everything again, one reading at a time; calls made meanwhile share the next one. */
  refresh(): Promise<void> {
    if (this.#next) return this.#next;
    const turn = this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#read();
      });
    this.#next = turn;
    this.#running = turn;
    return turn;
  }

  async #read(): Promise<void> {
    const settings = await readSettings();
    const [backupFiles, trouble, shortcuts, isAllowed] = await Promise.all([
      writesDailyFiles(),
      dailyTrouble(),
      browserKeys(),
      browser.extension.isAllowedIncognitoAccess(),
    ]);
    const remarks = [
      ...(settings.privateWindows && !isAllowed ? [t('options.privateRefused')] : []),
      ...(backupFiles && trouble === 'too-large' ? [t('options.backupFilesTooLarge')] : []),
      ...(backupFiles && trouble === 'failed' ? [t('options.backupFilesFailed')] : []),
    ];
    const known = { ...settings, backupFiles, shortcuts };
    // Settings stay in reach when the library can't be read.
    const before = this.state.value;
    const ofLibrary = await this.#ofLibrary().catch((error: unknown) => {
      logFault(error);
      remarks.push(reasonOf(error));
      return {
        backup: before?.backup ?? { at: null, unsaved: 0 },
        storage: null,
        deleted: [],
        deletedCount: 0,
        history: [],
      };
    });
    this.state.value = { ...known, ...ofLibrary };
    this.remarks.value = remarks;
  }

  async #ofLibrary(): Promise<
    Pick<OptionsState, 'backup' | 'storage' | 'deleted' | 'deletedCount' | 'history'>
  > {
    const { library } = this;
    const [backup, stats, latest, trash, actions] = await Promise.all([
      backupAge(library),
      library.stats(),
      library.backup.last(),
      library.trash.list(),
      library.actions(SHOWN),
    ]);
    const deleted = trash.slice(0, SHOWN).map(toDeleted);
    // Measured by writing it all, so only when the browser's own estimate moved.
    if (stats.usage === null || stats.usage !== this.#measured.usage)
      this.#measured = { usage: stats.usage, bytes: (await library.backup.export()).size };
    const parts: StoragePart[] = [
      { name: t('options.part.notes'), bytes: this.#measured.bytes },
      { name: t('options.part.snapshot'), bytes: latest?.bytes ?? 0 },
    ];
    const counted = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    const usedBytes = Math.max(stats.usage ?? 0, counted);
    parts.push({ name: t('options.part.history'), bytes: usedBytes - counted });
    return {
      backup,
      storage: { usedBytes, persisted: stats.persisted, parts },
      deleted,
      deletedCount: trash.length,
      history: actions.map(toPast),
    };
  }

  /** Says that settings changed; Undo puts back what they were. */
  sayChanged(before: Partial<Settings>): void {
    const id = crypto.randomUUID();
    this.#before = { id, settings: before };
    this.say(t('options.changed'), id);
  }

  /** What settings were before the change that `id` names; undefined where it names something else. */
  settingsBefore(id: string): Partial<Settings> | undefined {
    return this.#before?.id === id ? this.#before.settings : undefined;
  }
}

const toPast = (action: Parameters<typeof actionInWords>[0]): PastAction => {
  const { id, at, undone } = action;
  return { id, name: actionInWords(action), at, undone };
};
