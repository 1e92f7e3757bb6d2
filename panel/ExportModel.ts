import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { t } from '#components/strings.ts';
import type { ArticleNotes } from '#exchange/ArticleNotes.ts';
import { EXPORT_FORMATS, type ExportFormatId, exportFormat } from '#exchange/exportFormats.ts';
import { fileName } from '#exchange/fileName.ts';
import { libraryToHtml } from '#exchange/htmlPage.ts';
import { MARKDOWN_PRESETS, type MarkdownPreset } from '#exchange/index.ts';
import { LONGEST_ELSEWHERE, LONGEST_ON_WINDOWS, obsidianLink } from '#exchange/obsidianLink.ts';
import { TemplateError, type TemplateFault } from '#exchange/template/TemplateFault.ts';
import type { Template } from '#model/Template.ts';
import { readExportChoice, writeExportChoice } from '#storage/exportChoice.ts';
import type { Library } from '#storage/index.ts';
import { readSettings } from '#storage/settings.ts';
import { readTemplateDrafts } from '#storage/templateDraft.ts';
import type { ExportScope } from './ExportScope.ts';
import { inBlobs } from './inBlobs.ts';
import { notesOf, PART } from './notesOf.ts';
import { openProgram } from './openProgram.ts';
import { savePieces } from './savePieces.ts';
import { firstTemplate } from './storedTemplate.ts';
import { TemplateModel } from './TemplateModel.ts';

/** Characters of a preview. */
const SHOWN = 3_000;
/** How often the progress is shown, and a press of Escape heard, ms. */
const SHOWN_EVERY = 100;

/** The formats that make sense of what is taken away. */
export const formatsFor = ({ kind }: ExportScope) =>
  EXPORT_FORMATS.filter(({ ofMany }) => !ofMany || kind !== 'article');

/** An open dialog. */
export interface ExportState {
  scope: ExportScope;
  format: ExportFormatId;
  preset: MarkdownPreset;
  /** The reader's own, or what one begins with. */
  template: Template;
  /** A template is being written that is not used yet. */
  hasDraft: boolean;
  /** The beginning of the file; null until it is there. */
  preview: string | null;
  /** A link to Obsidian can't hold this. */
  isTooLong: boolean;
  /** What is wrong with the template, where the format is written by it. */
  fault: TemplateFault | null;
  /** Articles written so far, while the file is made. */
  progress: { done: number } | null;
}

/** What was stopped while the last piece was made is no file either. */
async function* untilStopped<T>(pieces: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void> {
  yield* pieces;
  signal.throwIfAborted();
}

interface Host {
  say: (text: string) => void;
  fail: (error: unknown) => void;
  /** Before anything is read: what is being typed must be in it. */
  finish?: () => Promise<void>;
  /** What is taken away where the reader does not say; everything where there is none. */
  scope?: () => ExportScope | null;
}

/** The one dialog in which everything leaves: its choices, its preview and its run; one run at a time. */
export class ExportModel {
  readonly state = signal<ExportState | null>(null);
  readonly editor: TemplateModel;
  readonly #library: Library;
  readonly #host: Host;
  #stop: AbortController | undefined;
  /** Counts up with every choice: a preview that comes late is of another one. */
  #asked = 0;

  constructor(library: Library, host: Host) {
    this.#library = library;
    this.#host = host;
    this.editor = new TemplateModel(library, {
      say: host.say,
      fail: host.fail,
      done: () => this.#run(() => this.#readTemplate()),
    });
  }

  /** @param wanted the format to begin with; else the one that was taken last */
  open(scope: ExportScope, wanted?: ExportFormatId): void {
    this.#run(() => this.#open(scope, wanted));
  }

  /** What is at hand once more, in the form that was taken last; the dialog shows how it goes. */
  again(): void {
    if (this.state.value) return;
    this.#run(async () => {
      await this.#open(this.#host.scope?.() ?? { kind: 'all' });
      this.save();
    });
  }

  async #open(scope: ExportScope, wanted?: ExportFormatId): Promise<void> {
    const [{ format: last, preset }, { template }, drafts] = await Promise.all([
      readExportChoice(),
      readSettings(),
      readTemplateDrafts(),
    ]);
    const format = wanted ?? last;
    this.state.value = {
      scope,
      format: formatsFor(scope).find(({ id }) => id === format)?.id ?? 'markdown',
      preset: MARKDOWN_PRESETS.find((name) => name === preset) ?? 'obsidian',
      template: template ?? firstTemplate(),
      hasDraft: drafts.length > 0,
      preview: null,
      fault: null,
      isTooLong: false,
      progress: null,
    };
    await this.#host.finish?.();
    await this.#preview();
  }

  choose(choice: Partial<Pick<ExportState, 'format' | 'preset'>>): void {
    this.#change({ ...choice, isTooLong: false });
    this.#run(() => this.#preview());
  }

  editTemplate(): void {
    const { value: state } = this.state;
    if (state) this.editor.open(state.scope);
  }

  /** Closes the dialog, or stops what is under way. */
  cancel(): void {
    if (this.#stop) this.#stop.abort();
    else this.state.value = null;
  }

  save(): void {
    this.#write(async (make, { mimeType, extension }, title) => {
      await savePieces(fileName(title, extension), make, mimeType);
      this.#host.say(t('export.saved'));
      return true;
    });
  }

  /** Markdown as text, and the same notes as rich text for programs that take it. */
  copy(): void {
    this.#write(async (make, _format, _title, notes) => {
      const text = new Blob(await inBlobs(make()), { type: 'text/plain' });
      const html = new Blob(await inBlobs(libraryToHtml(notes())), { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
      this.#host.say(t('toast.copied'));
      return true;
    });
  }

  /** Gives one article's file to Obsidian by a link; the dialog stays where it is too long for one. */
  openObsidian(): void {
    this.#write(async (make, _format, title) => {
      const { os } = await browser.runtime.getPlatformInfo();
      const parts = await inBlobs(make());
      const longest = os === 'win' ? LONGEST_ON_WINDOWS : LONGEST_ELSEWHERE;
      const link = obsidianLink(title, await new Blob(parts).text(), longest);
      if (link) {
        openProgram(link);
        this.#host.say(t('export.obsidianOpened'));
      }
      return link !== undefined;
    });
  }

  /** @param hand makes the pieces, takes all of them and gives the file away; false where that can't be, and the dialog stays */
  #write(
    hand: (
      make: () => AsyncIterable<string | Uint8Array<ArrayBuffer>>,
      format: ReturnType<typeof exportFormat>,
      title: string,
      notes: () => AsyncIterable<ArticleNotes>,
    ) => Promise<boolean>,
  ): void {
    const { value: state } = this.state;
    if (!state || this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    this.#change({ progress: { done: 0 } });
    this.#run(async () => {
      try {
        await writeExportChoice({ format: state.format, preset: state.preset });
        const format = exportFormat(state.format);
        const notes = (): AsyncIterable<ArticleNotes> => ({
          // From the beginning each time: a format may have to know all before it writes the first line.
          [Symbol.asyncIterator]: () => this.#counted(state.scope, stop.signal),
        });
        const title = await this.#titleOf(state.scope);
        const source = await this.#source(state.scope, notes);
        const make = () => untilStopped(format.write(source, state.preset, state.template), stop.signal);
        if (await hand(make, format, title, notes)) this.state.value = null;
        else this.#change({ isTooLong: true });
      } catch (error) {
        if (stop.signal.aborted) this.#host.say(t('export.stopped'));
        else if (error instanceof TemplateError) this.#change({ fault: error.fault });
        else throw error;
      } finally {
        this.#stop = undefined;
        this.#change({ progress: null });
      }
    });
  }

  /** One article as a list, of which a file says more than of a library. */
  async #source(
    { kind }: ExportScope,
    notes: () => AsyncIterable<ArticleNotes>,
  ): Promise<ArticleNotes[] | AsyncIterable<ArticleNotes>> {
    return kind === 'article' ? Array.fromAsync(notes()) : notes();
  }

  async *#counted(scope: ExportScope, stop: AbortSignal): AsyncGenerator<ArticleNotes> {
    let done = 0;
    let shown = performance.now();
    for await (const notes of notesOf(this.#library, scope)) {
      stop.throwIfAborted();
      yield notes;
      done++;
      // Told at each article the dialog would be drawn as often, which took longer than the writing.
      if (performance.now() - shown < SHOWN_EVERY) continue;
      this.#change({ progress: { done } });
      await new Promise((resolve) => setTimeout(resolve));
      shown = performance.now();
    }
  }

  async #titleOf(scope: ExportScope): Promise<string> {
    const article = scope.kind === 'article' ? await this.#library.articles.get(scope.articleId) : undefined;
    return article?.title ?? t('extName');
  }

  async #preview(): Promise<void> {
    const { value: state } = this.state;
    if (!state) return;
    const asked = ++this.#asked;
    let first: ArticleNotes[] = [];
    const { scope } = state;
    // Of a long selection the first marks are enough to look at.
    const part = scope.kind === 'marks' ? { ...scope, ids: scope.ids.slice(0, PART) } : scope;
    for await (const notes of notesOf(this.#library, part)) {
      first = [notes];
      break;
    }
    let text = '';
    let fault: TemplateFault | null = null;
    const { preview, write } = exportFormat(state.format);
    try {
      for await (const piece of (preview ?? write)(first, state.preset, state.template)) text += piece;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      fault = error.fault;
    }
    if (asked === this.#asked) this.#change({ preview: text.slice(0, SHOWN).toWellFormed(), fault });
  }

  async #readTemplate(): Promise<void> {
    const [{ template }, drafts] = await Promise.all([readSettings(), readTemplateDrafts()]);
    this.#change({ template: template ?? firstTemplate(), hasDraft: drafts.length > 0 });
    await this.#preview();
  }

  #change(change: Partial<ExportState>): void {
    const { value: state } = this.state;
    if (state) this.state.value = { ...state, ...change };
  }

  #run(deed: () => Promise<void>): void {
    deed().catch(this.#host.fail);
  }
}
