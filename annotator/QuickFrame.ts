import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { createElement, pageRoot } from './pageDocument.ts';

/** Space between the selection and the toolbar, and the viewport's edge, CSS px. */
const GAP = 8;
/** The frame's first size, before its content was measured, CSS px. */
const FIRST_SIZE = { width: 320, height: 48 };

/** By these a later annotator knows the frame of one that an update left behind. */
export const HOST_LAYER = '2147483647';
export const FRAME_TITLE = 'Claimlight';

const HOST_STYLE =
  'all:initial!important;position:fixed!important;inset:0 auto auto 0!important;' +
  `z-index:${HOST_LAYER}!important;display:block!important;width:0!important;height:0!important;`;
/** Unseen until it is placed by `opacity`: a hidden frame could not take the focus. */
const FRAME_STYLE =
  'position:fixed;left:0;top:0;border:0;margin:0;padding:0;background:transparent;color-scheme:light dark;' +
  'border-radius:12px;box-shadow:0 8px 24px rgb(0 0 0 / .18);opacity:0;';

/**
 * Our interface inside a web page: an empty frame of its own document in a closed shadow root.
 *
 * The shadow root keeps the page's scripts from finding it. The frame does what a shadow root alone cannot:
 * keys typed in it never pass through the page's window, so a page that listens to every key (many trackers
 * do) does not learn what the reader writes, and the page's own shortcuts stay quiet. Frames in shadow trees
 * are no part of `window.frames` (HTML, "document-tree child navigables").
 */
export class QuickFrame {
  readonly #host: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  readonly #css: string;
  #sizes: ResizeObserver | null = null;
  #place: (() => DOMRect) | null = null;
  #root: HTMLElement | null = null;

  /** @param onRenew called when the browser gave the open frame a new, empty document. */
  constructor(css: string, signal: AbortSignal, onRenew: () => void) {
    this.#css = css;
    this.#host = createElement('div');
    this.#host.style.cssText = HOST_STYLE;
    this.#frame = createElement('iframe');
    this.#frame.style.cssText = FRAME_STYLE;
    this.#frame.setAttribute('title', FRAME_TITLE);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#frame);
    // Firefox swaps the frame's first empty document for another one after it was attached; it can take the
    // focus only once that is through.
    this.#frame.addEventListener('load', () => setTimeout(() => this.#renew(onRenew)));
    signal.addEventListener('abort', () => this.close());
    for (const type of ['scroll', 'resize'] as const)
      addEventListener(type, () => void this.#move(), { signal, passive: true, capture: true });
  }

  #renew(onRenew: () => void): void {
    if (!this.#host.isConnected || this.#root?.ownerDocument === this.#frame.contentDocument) return;
    this.#root = this.#prepare();
    onRenew();
  }

  get isOpen(): boolean {
    return this.#host.isConnected;
  }

  /** Whether an event of the page happened on our host element. */
  owns(event: Event): boolean {
    return event.target === this.#host;
  }

  /** Whether a node is our host element. */
  isHost(node: Node): boolean {
    return node === this.#host;
  }

  /**
   * Puts the frame into the page next to `place` (viewport box, asked again when the page scrolls).
   * @returns the element to render into, in the frame's own document.
   */
  open(place: () => DOMRect): HTMLElement {
    this.#place = place;
    if (!this.#host.isConnected || !this.#root?.isConnected) {
      pageRoot().append(this.#host);
      this.#root = this.#prepare();
    }
    void this.#move();
    return this.#root;
  }

  #prepare(): HTMLElement {
    const inner = this.#frame.contentDocument;
    const view = this.#frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inner || !view) throw new Error('The page did not give Claimlight a frame for its toolbar.');
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(this.#css);
    inner.adoptedStyleSheets = [sheet];
    const root = inner.createElement('div');
    root.className = 'quick-root';
    inner.body.replaceChildren(root);
    this.#sizes?.disconnect();
    this.#sizes = new view.ResizeObserver(() => void this.#move());
    this.#sizes.observe(root);
    return root;
  }

  async #move(): Promise<void> {
    const place = this.#place;
    const root = this.#root;
    if (!place || !root || !this.#host.isConnected) return;
    // A narrow page leaves less room than views would take; the frame itself follows what they take.
    root.style.setProperty('--room', `${innerWidth - 2 * GAP}px`);
    const width = Math.min(root.scrollWidth || FIRST_SIZE.width, innerWidth - 2 * GAP);
    const height = Math.min(root.scrollHeight || FIRST_SIZE.height, innerHeight - 2 * GAP);
    Object.assign(this.#frame.style, { width: `${width}px`, height: `${height}px` });
    const { x, y } = await computePosition({ getBoundingClientRect: place }, this.#frame, {
      strategy: 'fixed',
      placement: 'top',
      middleware: [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP, crossAxis: true })],
    });
    Object.assign(this.#frame.style, {
      transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
      opacity: '1',
    });
  }

  /** Moves the keyboard focus into the frame. */
  focus(): void {
    this.#frame.contentWindow?.focus();
    const inner = this.#frame.contentDocument;
    // A view focuses its own field; where that came too early, the first field of text takes it.
    if (inner?.activeElement === inner?.body)
      this.#root?.querySelector<HTMLElement>('textarea, button')?.focus();
  }

  /** Takes the frame out of the page; nothing of ours is left in its DOM. */
  close(): void {
    this.#sizes?.disconnect();
    this.#sizes = null;
    this.#place = null;
    this.#root = null;
    this.#host.remove();
  }
}
