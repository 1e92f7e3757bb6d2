import { NothingSelectedError } from '#anchoring/index.ts';
import { call } from '#messaging/call.ts';
import type { KeptText } from '#model/KeptText.ts';
import { logFault } from '#model/logFault.ts';
import type { Annotation, Color } from '#model/records.ts';
import { typedKey } from '#model/typedKey.ts';
import { Autosave } from '#typing/Autosave.ts';
import { areSameRanges } from './areSameRanges.ts';
import { boxOnPage, CORNER } from './boxOnPage.ts';
import type { HighlightPainter } from './HighlightPainter.ts';
import { keepInLibrary } from './keepInLibrary.ts';
import { later } from './later.ts';
import { MarkStore } from './MarkStore.ts';
import { newId } from './newId.ts';
import type { PageAnnotations } from './PageAnnotations.ts';
import type { PageFacts } from './PageFacts.ts';
import { QuickCard } from './QuickCard.ts';
import { QuickEditing } from './QuickEditing.ts';
import { QuickEvidence } from './QuickEvidence.ts';
import type { QuickFrame } from './QuickFrame.ts';
import type { QuickActions, QuickSource, QuickState, Refusal, Then, Trouble } from './QuickState.ts';
import { clearSelection, type Lack } from './readSelection.ts';
import { type Selected, storeSelection } from './storeSelection.ts';
import { troubleOf } from './troubleOf.ts';

export interface QuickParts {
  frame: QuickFrame;
  painter: HighlightPainter;
  page: PageAnnotations;
  facts: PageFacts;
  /** Draws a state into the frame's root. */
  render: (root: HTMLElement, state: QuickState, actions: QuickActions) => void;
  /** Shows and paints what was just stored from here. */
  showStored: (stored: readonly Annotation[], url: string) => Promise<void>;
  /** Whether this script still belongs to a running extension. */
  isAlive: () => boolean;
  /** Why nothing that is selected can be marked. */
  lack: () => Lack;
}

/**
 * What the frame in the page shows and does. One of: nothing, the toolbar at a selection, an editor, the card of a
 * highlight, a notice. An editor is left only by its own doing, once what stands in it is stored or set aside.
 */
export class QuickController implements QuickActions {
  /** What is done for claims and their sources. */
  readonly evidence: QuickEvidence;
  readonly #card: QuickCard;
  readonly #parts: QuickParts;
  /** By what marks are stored. */
  readonly #storing: Parameters<typeof storeSelection>[0];
  readonly #keeping = keepInLibrary();
  readonly #typed: Autosave<Trouble>;
  #state: QuickState | null = null;
  #editing: QuickEditing | null = null;
  #selected: Selected | null = null;
  /** What is being stored just now: a toolbar at it would come too late, and in the way of the editor. */
  #marking: readonly Range[] = [];
  /** With what nothing could be done, which a notice says. */
  #refused: readonly Range[] = [];
  #place: () => DOMRect = () => new DOMRect();
  #color: Color = 'yellow';
  /** What was kept of the page's highlights and is not in an editor yet. */
  #kept: KeptText[] = [];

  constructor(parts: QuickParts) {
    this.#parts = parts;
    this.#storing = { page: parts.page, facts: parts.facts, marks: new MarkStore() };
    this.#typed = new Autosave<Trouble>({
      place: 'page',
      keeping: this.#keeping,
      by: newId(),
      reason: (error) => this.#trouble(error),
      onChange: () => this.#drawEditor(),
      newId,
      later,
      onFault: logFault,
    });
    const host = {
      ...parts,
      state: () => this.#state,
      show: (state: QuickState, place?: () => DOMRect) => this.#show(state, place),
      besides: (id: string) => this.#besides(id),
      end: () => this.#end(),
      endOffer: (id: string) => this.#endOffer(id),
      fail: this.#fail,
    };
    this.#card = new QuickCard(host);
    this.evidence = new QuickEvidence({
      ...host,
      isEditing: () => this.isEditing,
      selected: () => this.#selected?.ranges ?? [],
      unselect: (ranges) => {
        this.#selected = null;
        clearSelection(ranges);
      },
      refuse: (why, ranges) => this.refuse(why, ranges),
    });
  }

  /** The colour of the next mark, as the reader set it; from then on the one used last. */
  useColor(color: Color): void {
    this.#color = color;
  }

  /** Whether the reader is in the middle of writing. */
  get isEditing(): boolean {
    return this.#editing !== null;
  }

  /** Offers the toolbar for a selection; takes it away when there is none. */
  offer(ranges: readonly Range[], show: boolean): void {
    if (this.isEditing) return;
    // The same selection, come to rest, takes no answer away.
    if (this.#state?.kind === 'notice' && areSameRanges(ranges, this.#refused)) return;
    if (ranges.length > 0 && areSameRanges(ranges, this.#marking)) return;
    const last = ranges.at(-1);
    this.#selected = last ? { ranges, url: location.href } : null;
    // With a claim in hand the toolbar is how it is seen, also where the reader does without it otherwise.
    const { inHand } = this.evidence;
    if (last && (show || inHand))
      this.#show({ kind: 'toolbar', color: this.#color, inHand }, () => boxOnPage(last));
    else if (this.#state?.kind === 'toolbar') this.close();
  }

  /** Opens the card of the innermost of the clicked highlights. */
  open(ids: string[]): void {
    const [first] = ids;
    if (first === undefined || this.isEditing) return;
    const annotation = this.#parts.page.get(first);
    if (annotation) this.#card.open(ids, annotation);
    else this.evidence.showCitation(first);
  }

  /** Marks a selection by shortcut or menu, or says why not. @returns whether there was one. */
  async markRanges(ranges: readonly Range[], color: Color | null, then: Then): Promise<boolean> {
    if (ranges.length === 0) this.refuse(this.#parts.lack());
    else {
      this.#selected = { ranges, url: location.href };
      await this.#mark(color ?? this.#color, then);
    }
    return ranges.length > 0;
  }

  /** Says why a press does nothing: in the open editor, or else in a notice. */
  refuse(why: Refusal, ranges: readonly Range[] = []): void {
    this.#refused = ranges;
    if (this.#editing) this.#editing.fail(why);
    else this.#show({ kind: 'notice', trouble: why }, () => CORNER);
  }

  mark(color: Color, then: Then): void {
    void this.#mark(color, then);
  }

  async #mark(color: Color, then: Then): Promise<void> {
    const selected = this.#selected;
    if (!selected) return;
    this.#color = color;
    this.#marking = selected.ranges;
    try {
      const stored = await storeSelection(this.#storing, selected, color, then === 'claim');
      this.#selected = null;
      clearSelection(selected.ranges);
      const shown = this.#state;
      await this.#parts.showStored(stored, selected.url);
      // An open editor stays; only another that the reader asks for takes its place, once it is set aside.
      if (this.#editing && (!then || !(await this.#editing.setAside()))) return;
      // A background that has to be woken takes its time; what the reader opened meanwhile is not taken away.
      const isElse = this.#state !== shown && this.#state !== null && this.#state.kind !== 'toolbar';
      if (isElse && !this.isEditing) return;
      // What stood in an open editor is set aside by now, or there was none.
      this.#editing = null;
      const [annotation, ...others] = stored;
      if (!then || !annotation) this.#end();
      else if (then === 'claim') await this.evidence.claim(annotation, others, selected.url);
      else this.#edit(annotation, then);
    } catch (error) {
      if (error instanceof NothingSelectedError) this.refuse('wordless', selected.ranges);
      else this.#fail(error);
    } finally {
      if (this.#marking === selected.ranges) this.#marking = [];
    }
  }

  setColor(color: Color): void {
    this.#editing?.setColor(color);
    this.#card.setColor(color);
  }

  typeNote(note: string): void {
    this.#editing?.typeNote(note);
  }

  typeSource(source: QuickSource): void {
    this.#editing?.typeSource(source);
  }

  edit(focus: 'note' | 'source'): void {
    const annotation = this.#card.shown;
    if (annotation) this.#edit(annotation, focus);
  }

  #edit(annotation: Annotation, focus: 'note' | 'source'): QuickEditing {
    const { id } = annotation;
    this.#keeping.place(id, location.href);
    const editing = new QuickEditing(annotation, location.href, focus, {
      typed: this.#typed,
      trouble: (error) => this.#trouble(error),
      onChange: () => this.#drawEditor(),
    });
    const isOf = ({ key }: KeptText) => key === typedKey.note(id) || key === typedKey.newSource(id);
    editing.resume(this.#kept.filter(isOf));
    this.#kept = this.#kept.filter((text) => !isOf(text));
    this.#editing = editing;
    this.#show(editing.state, this.#besides(id));
    this.#parts.frame.focus();
    return editing;
  }

  #drawEditor(): void {
    if (this.#editing) this.#show(this.#editing.state);
  }

  /** Goes on with what an update of the extension interrupted. */
  resume(annotation: Annotation, note: string, source: QuickSource | null): void {
    const editing = this.#edit(annotation, source ? 'source' : 'note');
    if (source) editing.typeSource(source);
    if (note !== annotation.note) editing.typeNote(note);
  }

  /** Takes over what a crash or a failed save left over of the page's highlights, and shows the first of it again. */
  resumeKept(kept: readonly KeptText[]): void {
    this.#kept = [...kept];
    for (const { key } of kept) {
      const annotation = this.#parts.page.get(key.split(' ')[1] ?? '');
      if (this.isEditing || !annotation) continue;
      const mine = new Set([typedKey.note(annotation.id), typedKey.newSource(annotation.id)]);
      const isNews = kept.some(
        ({ key: one, fields, base }) =>
          mine.has(one) &&
          (fields.note === undefined || (fields.note !== annotation.note && fields.note !== base.note)),
      );
      if (isNews) this.#edit(annotation, 'note');
    }
  }

  /** The page may be going: what is typed is kept and written now, not after a pause. */
  leavePage(): void {
    this.#typed.keepAll();
    void this.#typed.finishAll();
  }

  save(): void {
    this.close();
  }

  remove(): void {
    this.#card.remove();
  }

  undo(actionId: string): void {
    this.#card.undo(actionId);
  }

  /** What was offered to undo is undone; the answer may be late, and what the reader opened meanwhile stays. */
  #endOffer(id: string): void {
    const state = this.#state;
    const offered =
      state?.kind === 'removed' ? state.actionId : state?.kind === 'used' ? state.sourceId : null;
    if (offered === id) this.#end();
  }

  next(): void {
    this.open(this.#card.next());
  }

  openSidebar(): void {
    call('openSidebar', null).catch(logFault);
  }

  /** Closes; what was typed is stored first, and the editor stays where that fails. */
  close(): void {
    const editing = this.#editing;
    if (!editing) this.#end();
    else
      void editing.save().then((isStored) => {
        if (isStored && this.#editing === editing) this.#end();
      });
  }

  /** The library changed: shows the card as it is now. */
  refresh(): void {
    this.#card.refresh();
  }

  /** Draws again, where the browser gave the frame a new document. */
  redraw(focus = true): void {
    if (!this.#state) return;
    this.#show(this.#state);
    if (focus && this.isEditing) this.#parts.frame.focus();
  }

  /**
   * Where the page took the frame away, it comes back with all that stands in it, which is kept meanwhile.
   * @returns whether it had.
   */
  putBack(): boolean {
    if (!this.#parts.frame.isTaken()) return false;
    const selected = this.#selected?.ranges[0]?.startContainer;
    if (this.isEditing) this.leavePage();
    if (this.#state?.kind === 'toolbar' && !selected?.isConnected) this.#end();
    else this.redraw();
    return true;
  }

  #end(): void {
    this.#editing = null;
    this.#state = null;
    this.#parts.painter.focus(null);
    this.#parts.frame.close();
  }

  /** Where a highlight stands, asked again as the page moves; where it stood last once its words are gone. */
  #besides(id: string): () => DOMRect {
    let last = this.#place();
    return () => {
      const range = this.#parts.page.rangesOf(id)[0];
      if (range?.startContainer.isConnected) last = boxOnPage(range);
      return last;
    };
  }

  #show(state: QuickState, place: () => DOMRect = this.#place): void {
    this.#state = state;
    this.#place = place;
    this.#parts.render(this.#parts.frame.open(place), state, this);
  }

  /** Something did not work: said in the open editor, which stays, or else in a notice. */
  readonly #fail = (error: unknown): void => {
    const trouble = this.#trouble(error);
    if (this.#editing) this.#editing.fail(trouble);
    else this.#show({ kind: 'notice', trouble });
  };

  #trouble(error: unknown): Trouble {
    logFault(error);
    return troubleOf(error, this.#parts.isAlive());
  }
}
