import { logFault } from '#model/logFault.ts';
import type { SentenceNotice, SentenceState } from '#model/SentenceState.ts';
import { deedOf, type SentenceDeed } from '#model/sentenceKeys.ts';
import { boxOnPage } from './boxOnPage.ts';
import { isDraft } from './isDraft.ts';
import { later } from './later.ts';
import { PageListeners } from './PageListeners.ts';
import { activeElementOf, bodyOf, ownerOf, pageRoot, viewOf } from './pageDocument.ts';
import type { QuickFrame } from './QuickFrame.ts';
import type { Then } from './QuickState.ts';
import type { Seat } from './Seat.ts';
import { type Sentence, SentenceList } from './SentenceList.ts';

/** Room above the sentence in hand, and below it for the bar, CSS px. */
const MARGIN = { top: 72, bottom: 128 };
/** Between the bar and the lower edge of the window, CSS px. */
const EDGE = 8;

/** For what is stored to be read, ms; without an answer the mode goes on with what it knows. */
const PATIENCE = 4_000;

interface Options {
  seat: Seat;
  /** Style sheet of the bar. */
  css: string;
  render: (root: HTMLElement, state: SentenceState, act: (deed: SentenceDeed) => void) => void;
  onEnd: () => void;
}

/**
 * Reading by sentence: a bar that holds the keyboard, the sentence in hand painted in the page, and everything said in the
 * bar's live region. The focus stands in a frame of ours, so the page learns of no key; keys that come to the page when
 * nothing in it has the focus count, too.
 */
export class SentenceReader {
  readonly #options: Options;
  readonly #list: SentenceList;
  readonly #stop = new AbortController();
  readonly #bar: QuickFrame;
  #state: SentenceState;
  #place = 0;
  /** Deeds are done one after the other. */
  #turn: Promise<void> = Promise.resolve();
  #isBusy = false;

  constructor(options: Options) {
    this.#options = options;
    const { seat, css } = options;
    this.#list = new SentenceList(seat);
    const { signal } = this.#stop;
    const listeners = new PageListeners(() => this.#bar.isWanted && this.#draw(), signal);
    this.#bar = new seat.Frame(css, listeners, signal, () => {
      this.#draw();
      this.focus();
    });
    this.#state = {
      at: 0,
      count: 0,
      text: '',
      language: '',
      mark: null,
      notice: null,
      showsKeys: false,
      turn: 0,
    };
    seat.signal.addEventListener('abort', () => this.end(), { signal });
    seat.frame.onClose = () => this.#comeBack();
    listeners.on(document, window, 'keydown', (event: KeyboardEvent) => this.#pressed(event), {
      capture: true,
    });
    // Popup and side bar take the focus with them; it comes back to the page, and goes on to the bar.
    listeners.on(document, window, 'focus', () =>
      // Firefox tells it before the field that takes the focus has it.
      later(0, () => this.#isFree() && this.focus()),
    );
  }

  /** Reads the page and shows the sentence that the reader looks at. */
  start(): Promise<void> {
    return this.#after(async () => {
      await this.#reload();
      await this.#list.read();
      this.#place = this.#list.firstInView();
      this.#show(null);
      this.focus();
    });
  }

  /** Gives the keyboard to the bar. */
  focus(): void {
    if (this.#stop.signal.aborted) return;
    this.#bar.focus();
    this.#draw().querySelector<HTMLElement>('[role="application"]')?.focus();
  }

  /** Does what a key or a button stands for. */
  act(deed: SentenceDeed): void {
    if (!this.#options.seat.isAlive()) this.end();
    else void this.#after(() => this.#do(deed));
  }

  /** Leaves the mode; the page's caret stands at the sentence, so that reading goes on from there. */
  end(): void {
    if (this.#stop.signal.aborted) return;
    const { seat, onEnd } = this.#options;
    seat.frame.onClose = () => undefined;
    seat.painter.hold([]);
    this.#stop.abort();
    const range = this.#list.at(this.#place)?.range;
    if (range?.startContainer.isConnected) {
      const view = viewOf(ownerOf(range.startContainer));
      view?.focus();
      view?.getSelection()?.collapse(range.startContainer, range.startOffset);
    }
    // With nothing of the reader's in it, the page is no longer watched.
    seat.page.reread().catch(logFault);
    onEnd();
  }

  #after(deed: () => Promise<void>): Promise<void> {
    const doIt = async () => {
      if (this.#stop.signal.aborted) return;
      this.#isBusy = true;
      try {
        await deed();
      } catch (error) {
        logFault(error);
        this.#show('failed');
      } finally {
        this.#isBusy = false;
      }
    };
    this.#turn = this.#turn.then(doIt);
    return this.#turn;
  }

  async #do(deed: SentenceDeed): Promise<void> {
    const { quick } = this.#options.seat;
    switch (deed) {
      case 'next':
        return this.#goTo(this.#place + 1);
      case 'previous':
        return this.#goTo(this.#place - 1);
      case 'first':
        return this.#goTo(0);
      case 'last':
        return this.#goTo(this.#list.length - 1);
      case 'repeat':
        return this.#show(null);
      case 'keys':
        return this.#showKeys(!this.#state.showsKeys);
      case 'leave':
        return this.#state.showsKeys ? this.#showKeys(false) : this.end();
      case 'use':
        return this.#withSentence(async ({ range }) => {
          await quick.evidence.useRanges([range.cloneRange()]);
        });
      default:
        return this.#withSentence((sentence) => this.#mark(sentence, deed === 'mark' ? null : deed));
    }
  }

  /** Does something with the sentence in hand, where it still stands. */
  async #withSentence(deed: (sentence: Sentence) => Promise<void>): Promise<void> {
    if (!this.#list.isIntact(this.#place)) await this.#readAgain();
    const sentence = this.#list.at(this.#place);
    if (sentence) await deed(sentence);
  }

  /** Marks a sentence and opens what is asked for; one that is marked already is not marked twice. */
  async #mark(sentence: Sentence, then: Then): Promise<void> {
    const { seat } = this.#options;
    const { quick } = seat;
    const known = this.#list.annotationOf(sentence);
    if (!known) await quick.markRanges([sentence.range.cloneRange()], null, then);
    else if (then === 'claim') await quick.evidence.claim(known, [], location.href);
    else if (then) {
      quick.open([known.id]);
      quick.edit(then);
    }
    if (then) return;
    const isListed = () => this.#list.annotationOf(sentence) !== null;
    // Where it could not be stored, the annotator's own notice says why.
    if (!isListed() && !seat.frame.isOpen) await this.#reload();
    this.#show(known ? 'already' : isListed() ? 'marked' : 'failed');
  }

  /** Reads the library until what was read is shown: another reading may overtake ours. */
  async #reload(): Promise<void> {
    const { seat } = this.#options;
    await new Promise<void>((resolve) => {
      const callOff = later(PATIENCE, resolve);
      seat.onShown = () => {
        callOff();
        resolve();
      };
      seat.reload().catch((error: unknown) => {
        logFault(error);
        resolve();
      });
    });
    seat.onShown = () => undefined;
  }

  async #goTo(wanted: number): Promise<void> {
    const step = wanted - this.#place;
    const isThere = (place: number) => this.#list.isIntact(place);
    // Also at the end: more of the article may have come.
    if (!isThere(this.#place) || !isThere(wanted)) await this.#readAgain();
    const place = Math.abs(step) === 1 ? this.#place + step : wanted;
    const last = this.#list.length - 1;
    this.#place = Math.max(0, Math.min(place, last));
    this.#show(place < 0 ? 'first' : place > last && last >= 0 ? 'last' : null);
  }

  async #readAgain(): Promise<void> {
    const before = this.#list.at(this.#place)?.text ?? '';
    await this.#list.read();
    this.#place = this.#list.nearest(before, this.#place);
  }

  /** The annotator's frame was closed: the keyboard comes back to the bar, which says what became of the sentence. */
  #comeBack(): void {
    if (this.#isBusy || this.#stop.signal.aborted) return;
    if (this.#isFree()) this.focus();
    void this.#after(async () => {
      await this.#reload();
      this.#show('back');
    });
  }

  #showKeys(showsKeys: boolean): void {
    this.#state = { ...this.#state, showsKeys };
    this.focus();
  }

  /** Paints the sentence in hand, brings it into view and says it. */
  #show(notice: SentenceNotice | null): void {
    const sentence = this.#list.at(this.#place);
    const known = sentence ? this.#list.annotationOf(sentence) : null;
    this.#state = {
      ...this.#state,
      at: sentence ? this.#place + 1 : 0,
      count: this.#list.length,
      text: sentence?.text ?? '',
      language: sentence?.language ?? '',
      mark: known && { color: known.color, isClaim: !!known.claim, hasNote: known.note !== '' },
      notice,
      turn: this.#state.turn + 1,
    };
    this.#options.seat.painter.hold(sentence?.pieces ?? []);
    if (sentence && (notice === null || notice === 'first' || notice === 'last'))
      bringIntoView(sentence.range);
    this.#draw();
  }

  #draw(): HTMLElement {
    const root = this.#bar.open(() => new DOMRect(innerWidth / 2, innerHeight - EDGE, 0, 0));
    // By its class tests and a later annotator tell the frame of the quick editor.
    root.className = 'sentence-root';
    this.#options.render(root, this.#state, (deed) => this.act(deed));
    return root;
  }

  /** Whether nothing in the page has the focus. */
  #isFree(): boolean {
    const active = activeElementOf(document);
    return active === null || active === bodyOf(document) || active === pageRoot();
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || !this.#isFree() || isDraft(event.target as Node)) return;
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.act(deed);
    if (deed !== 'leave') this.focus();
  }
}

/** At once, and only as far as needed: who reads sentence by sentence is quicker than a smooth way there. */
function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement;
  const isSeen = () => {
    const box = boxOnPage(range);
    return box.top >= MARGIN.top && box.bottom <= innerHeight - MARGIN.bottom;
  };
  if (isSeen()) return;
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  if (isSeen()) return;
  scrollBy({ top: boxOnPage(range).top - innerHeight / 3, behavior: 'instant' });
}
