import { viewOf } from './pageDocument.ts';

interface Listener {
  target: EventTarget;
  type: string;
  act: (event: Event) => void;
  options: AddEventListenerOptions;
}

// A page can shadow the methods of its document by naming an element so.
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;

/**
 * What we listen to in the page's documents. `document.open()` takes every listener off a document and its window, and
 * says nothing; but then another root element comes. All are added again then: those that are still there stay single
 * (DOM, "add an event listener").
 */
export class PageListeners {
  readonly #of = new Map<Document, { listeners: Listener[]; watch: MutationObserver }>();
  readonly #onNewRoot: () => void;
  readonly #signal: AbortSignal;

  /** @param onNewRoot a document got another root element, or lost the one it had */
  constructor(onNewRoot: () => void, signal: AbortSignal) {
    this.#onNewRoot = onNewRoot;
    this.#signal = signal;
    signal.addEventListener('abort', () => {
      for (const owner of [...this.#of.keys()]) this.#leave(owner);
    });
  }

  /** Listens at a document or its window until the end. */
  on<E extends Event>(
    owner: Document,
    target: EventTarget,
    type: string,
    act: (event: E) => void,
    options: AddEventListenerOptions = {},
  ): void {
    if (this.#signal.aborted) return;
    const listener = { target, type, act: act as Listener['act'], options };
    this.#at(owner).push(listener);
    add.call(target, type, listener.act, options);
  }

  #at(owner: Document): Listener[] {
    const known = this.#of.get(owner);
    if (known) return known.listeners;
    for (const one of this.#of.keys()) if (!viewOf(one)) this.#leave(one);
    const watch = new MutationObserver(() => {
      this.#renew(owner);
      this.#onNewRoot();
    });
    watch.observe(owner, { childList: true });
    const listeners: Listener[] = [];
    this.#of.set(owner, { listeners, watch });
    return listeners;
  }

  #renew(owner: Document): void {
    for (const { target, type, act, options } of this.#of.get(owner)?.listeners ?? [])
      add.call(target, type, act, options);
  }

  #leave(owner: Document): void {
    const known = this.#of.get(owner);
    known?.watch.disconnect();
    for (const { target, type, act, options } of known?.listeners ?? [])
      remove.call(target, type, act, options);
    this.#of.delete(owner);
  }
}
