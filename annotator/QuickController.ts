import { NothingSelectedError } from '#anchoring/index.ts';
import { CallError, call } from '#messaging/call.ts';
import type { Annotation, Color } from '#model/records.ts';
import { boxOnPage } from './boxOnPage.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import { MarkStore } from './MarkStore.ts';
import { newId } from './newId.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageFacts } from './PageFacts.ts';
import type { QuickFrame } from './QuickFrame.ts';
import type { QuickActions, QuickDraft, QuickSource, QuickState, Trouble } from './QuickState.ts';
import { clearSelection } from './readSelection.ts';

/** Typing is written down after this pause, ms. */
const PAUSE = 400;

interface Selected {
  range: Range;
  /** The page's address when it was selected: a single-page site may move on while we save. */
  url: string;
}

export interface QuickParts {
  frame: QuickFrame;
  painter: HighlightPainter;
  page: PageAnnotations;
  facts: PageFacts;
  /** Draws a state into the frame's root. */
  render: (root: HTMLElement, state: QuickState, actions: QuickActions) => void;
  /** Reads the library again and repaints. */
  reload: () => Promise<void>;
  /** Whether this script still belongs to a running extension. */
  isAlive: () => boolean;
}

/** Faults of the library that the reader can do something about. */
const TROUBLES = new Map<string, Trouble>([
  ['unavailable', 'notKept'],
  ['full', 'full'],
  ['damaged', 'damaged'],
]);

const complete = (url: string) => (url === '' || /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`);

/** What the frame in the page shows and does: toolbar, editor, card. Nothing is stored but by these actions. */
export class QuickController implements QuickActions {
  readonly #parts: QuickParts;
  readonly #marks = new MarkStore();
  #state: QuickState | null = null;
  #selected: Selected | null = null;
  #place: () => DOMRect = () => new DOMRect();
  #color: Color = 'yellow';
  #ids: string[] = [];
  #saving = false;
  #writing: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sourceTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a draft is kept that has to go once all is saved. */
  #isKept = false;
  /** The address at which the editor was opened: a single-page site may move on before all is saved. */
  #url = '';
  /** The note as last stored, so that an edit made elsewhere meanwhile is noticed. */
  #base = '';
  /** Of the source being typed: saved again after an unclear failure, it is stored once. */
  #sourceId = '';

  constructor(parts: QuickParts) {
    this.#parts = parts;
  }

  /** Whether the reader is in the middle of writing. */
  get isEditing(): boolean {
    return this.#state?.kind === 'editor';
  }

  /** Offers the toolbar for a selection; takes it away when there is none. */
  offer(range: Range | null, show: boolean): void {
    if (this.isEditing) return;
    this.#selected = range && { range, url: location.href };
    if (range && show) this.#show({ kind: 'toolbar', color: this.#color }, () => boxOnPage(range));
    else if (this.#state?.kind === 'toolbar') this.close();
  }

  /** Opens the card of the innermost of the clicked highlights. */
  open(ids: string[]): void {
    const [first, ...others] = ids;
    const annotation = first === undefined ? undefined : this.#parts.page.get(first);
    if (!annotation || this.isEditing) return;
    this.#ids = ids;
    this.#showCard(annotation, others.length);
    this.#parts.painter.focus(annotation.id);
    call('showCard', { url: location.href, id: annotation.id }).catch(this.#say);
  }

  /** Marks a selection by shortcut or menu. @returns whether there was one. */
  async markRange(
    range: Range | null,
    color: Color | null,
    then: 'note' | 'source' | null,
  ): Promise<boolean> {
    if (!range) return false;
    this.#selected = { range, url: location.href };
    await this.#mark(color ?? this.#color, then);
    return true;
  }

  mark(color: Color, then: 'note' | 'source' | null): void {
    void this.#mark(color, then);
  }

  async #mark(color: Color, then: 'note' | 'source' | null): Promise<void> {
    const { page } = this.#parts;
    const selected = this.#selected;
    if (!selected) return;
    this.#color = color;
    try {
      const target = await page.describe(selected.range);
      const { url } = selected;
      const annotation = await this.#marks.store({
        url,
        metadata: this.#parts.facts.metadata(url),
        detection: this.#parts.facts.detection(url),
        target,
        color,
        note: '',
        source: null,
      });
      this.#selected = null;
      clearSelection(selected.range);
      const shown = this.#state;
      await this.#parts.reload();
      // A background that has to be woken takes its time; what the reader opened meanwhile is not taken away.
      if (this.#state !== shown && this.#state !== null && this.#state.kind !== 'toolbar') return;
      if (then) this.#edit(annotation, then);
      else this.close();
    } catch (error) {
      if (error instanceof NothingSelectedError) this.close();
      else this.#show({ kind: 'notice', trouble: this.#trouble(error) });
    }
  }

  setColor(color: Color): void {
    const state = this.#state;
    if (state?.kind !== 'editor' && state?.kind !== 'card') return;
    const { annotation } = state;
    this.#show({ ...state, annotation: { ...annotation, color } });
    call('patchAnnotation', { url: location.href, id: annotation.id, patch: { color } }).catch((error) =>
      this.#show({ kind: 'notice', trouble: this.#trouble(error) }),
    );
  }

  typeNote(note: string): void {
    if (this.#state?.kind !== 'editor') return;
    this.#show({ ...this.#state, note, saving: { kind: 'saving' } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveNote(), PAUSE);
  }

  typeSource(source: QuickSource): void {
    if (this.#state?.kind !== 'editor') return;
    this.#show({ ...this.#state, source });
    // A source is stored as a whole, when the reader is done; until then it is kept as typed.
    clearTimeout(this.#sourceTimer);
    this.#sourceTimer = setTimeout(() => void this.#keep(), PAUSE);
  }

  /** Keeps what is not saved where a crash of page, browser or script does not reach it. */
  async #keep(): Promise<void> {
    const state = this.#state;
    if (state?.kind !== 'editor') return;
    const { note, source, annotation } = state;
    const draft: QuickDraft = { id: annotation.id, note, base: this.#base, source, sourceId: this.#sourceId };
    this.#isKept = true;
    try {
      await call('keepDraft', { url: this.#url, text: JSON.stringify(draft) });
    } catch (error) {
      // The editor still holds it, and its state says that it is not saved.
      this.#say(error);
    }
  }

  #forget(): void {
    clearTimeout(this.#sourceTimer);
    if (!this.#isKept) return;
    this.#isKept = false;
    call('dropDraft', { url: this.#url }).catch(this.#say);
  }

  edit(focus: 'note' | 'source'): void {
    if (this.#state?.kind === 'card') this.#edit(this.#state.annotation, focus);
  }

  #edit(annotation: Annotation, focus: 'note' | 'source'): void {
    this.#base = annotation.note;
    this.#sourceId = newId();
    this.#url = location.href;
    this.#ids = [annotation.id];
    this.#show(
      {
        kind: 'editor',
        annotation,
        note: annotation.note,
        source: focus === 'source' ? { url: '', title: '', stance: 'supports' } : null,
        focus,
        saving: { kind: 'idle' },
      },
      () => this.#boxOf(annotation.id),
    );
    this.#parts.frame.focus();
  }

  /** Goes on with a note that an update of the extension interrupted. */
  resume(annotation: Annotation, note: string): void {
    this.#edit(annotation, 'note');
    this.typeNote(note);
  }

  /** Shows again what a crash or a failed save left over. @returns whether there was anything to show. */
  resumeDraft(annotation: Annotation, { note, base, source, sourceId }: QuickDraft): boolean {
    if (this.isEditing) return false;
    const isTyped = source !== null && (source.url.trim() !== '' || source.title.trim() !== '');
    if (!isTyped && (note === annotation.note || note === base)) return false;
    this.#edit(annotation, isTyped ? 'source' : 'note');
    this.#isKept = true;
    this.#sourceId = sourceId;
    if (isTyped && this.#state?.kind === 'editor') this.#show({ ...this.#state, source });
    if (note !== base) {
      // Whoever else wrote the note since keeps their words, too.
      this.#base = base;
      this.typeNote(note);
    }
    return true;
  }

  /**
   * Writes the note as it stands, after the write before it: that one would look like a stranger's to the library.
   * @returns whether what stood there is stored.
   */
  #saveNote(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#writeNote());
    return this.#writing;
  }

  async #writeNote(): Promise<boolean> {
    const state = this.#state;
    if (state?.kind !== 'editor') return true;
    const { note, annotation } = state;
    if (note === this.#base) {
      if (state.saving.kind === 'saving') this.#show({ ...state, saving: { kind: 'saved' } });
      return true;
    }
    try {
      const url = this.#url;
      await call('patchAnnotation', { url, id: annotation.id, patch: { note }, base: { note: this.#base } });
      this.#base = note;
      if (state.source === null) this.#forget();
      // More may have been typed while this was written.
      if (this.#state?.kind === 'editor' && this.#state.note === note)
        this.#show({ ...this.#state, saving: { kind: 'saved' } });
      return true;
    } catch (error) {
      if (this.#state?.kind === 'editor')
        this.#show({ ...this.#state, saving: { kind: 'failed', reason: this.#trouble(error) } });
      await this.#keep();
      return false;
    }
  }

  save(): void {
    void this.#saveAll();
  }

  /** Save, and Escape right after it, are one: a source must not be stored twice. */
  async #saveAll(): Promise<void> {
    if (this.#saving) return;
    this.#saving = true;
    try {
      await this.#storeAll();
    } finally {
      this.#saving = false;
    }
  }

  async #storeAll(): Promise<void> {
    const state = this.#state;
    if (state?.kind !== 'editor' || !(await this.#saveNote())) return;
    const { source, annotation } = state;
    if (source && (source.url.trim() || source.title.trim())) {
      try {
        await call('addSource', {
          url: this.#url,
          id: annotation.id,
          source: {
            ...source,
            id: this.#sourceId,
            url: complete(source.url.trim()),
            title: source.title.trim(),
          },
        });
      } catch (error) {
        this.#show({ ...state, saving: { kind: 'failed', reason: this.#trouble(error) } });
        await this.#keep();
        return;
      }
    }
    this.#end();
  }

  remove(): void {
    if (this.#state?.kind !== 'card') return;
    const { id } = this.#state.annotation;
    call('removeAnnotation', { url: location.href, id })
      .then(({ actionId }) => this.#show({ kind: 'removed', actionId }))
      .catch((error) => this.#show({ kind: 'notice', trouble: this.#trouble(error) }));
  }

  undo(actionId: string): void {
    call('undo', { url: location.href, actionId })
      .then(() => this.close())
      .catch((error) => this.#show({ kind: 'notice', trouble: this.#trouble(error) }));
  }

  next(): void {
    const [first, ...rest] = this.#ids;
    if (first !== undefined) this.open([...rest, first]);
  }

  openSidebar(): void {
    call('openSidebar', null).catch(this.#say);
  }

  /** Closes; what was typed is written first, and the editor stays where that fails. */
  close(): void {
    if (this.#state?.kind === 'editor') void this.#saveAll();
    else this.#end();
  }

  /** The library changed: shows the card as it is now. */
  refresh(): void {
    const state = this.#state;
    if (state?.kind !== 'card') return;
    const annotation = this.#parts.page.get(state.annotation.id);
    if (annotation) this.#show({ ...state, annotation });
    else this.#end();
  }

  /** Draws again, where the browser gave the frame a new document. */
  redraw(): void {
    if (!this.#state) return;
    this.#show(this.#state);
    if (this.isEditing) this.#parts.frame.focus();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#forget();
    this.#state = null;
    this.#parts.painter.focus(null);
    this.#parts.frame.close();
  }

  #showCard(annotation: Annotation, others: number): void {
    this.#show({ kind: 'card', annotation, others }, () => this.#boxOf(annotation.id));
  }

  #boxOf(id: string): DOMRect {
    const range = this.#parts.page.rangesOf(id)[0];
    return range ? boxOnPage(range) : this.#place();
  }

  #show(state: QuickState, place: () => DOMRect = this.#place): void {
    this.#state = state;
    this.#place = place;
    this.#parts.render(this.#parts.frame.open(place), state, this);
  }

  #trouble(error: unknown): Trouble {
    console.error('Claimlight:', error);
    if (!this.#parts.isAlive()) return 'reload';
    const fault = error instanceof CallError ? /^LibraryError\.(\w+)$/.exec(error.name)?.[1] : undefined;
    return TROUBLES.get(fault ?? '') ?? 'failed';
  }

  readonly #say = (error: unknown) => console.error('Claimlight:', error);
}
