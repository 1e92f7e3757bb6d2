import { computePosition, flip, offset, shift } from '@floating-ui/dom';
import { parentOf } from '#anchoring/readNode.ts';
import { later } from './later.ts';
import type { PageListeners } from './PageListeners.ts';
import { createElement, pageRoot } from './pageDocument.ts';

/** Space between the selection and the toolbar, and the viewport's edge, CSS px. */
const GAP = 8;
/** Up to this width a page that is touched shows the frame as a sheet at its lower edge, CSS px. */
const SHEET_UP_TO = 480;
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
  static readonly #hosts = new WeakSet<Node>();
  /** Called at each close. */
  onClose: () => void = () => undefined;
  readonly #host: HTMLElement;
  readonly #frame: HTMLIFrameElement;
  readonly #css: string;
  /** The host's style as the browser writes it. */
  readonly #style: string;
  #sizes: ResizeObserver | null = null;
  #place: (() => DOMRect) | null = null;
  #root: HTMLElement | null = null;
  /** The document the root stands in. In Firefox a document whose frame was taken out can't be asked anything any more. */
  #inner: Document | null = null;

  /** @param onRenew called when the browser gave the open frame a new, empty document. */
  constructor(css: string, listeners: PageListeners, signal: AbortSignal, onRenew: () => void) {
    this.#css = css;
    this.#host = createElement('div');
    QuickFrame.#hosts.add(this.#host);
    this.#host.style.cssText = HOST_STYLE;
    this.#style = this.#host.style.cssText;
    this.#frame = createElement('iframe');
    this.#frame.style.cssText = FRAME_STYLE;
    this.#frame.setAttribute('title', FRAME_TITLE);
    this.#host.attachShadow({ mode: 'closed' }).append(this.#frame);
    // Firefox swaps the frame's first empty document for another one after it was attached; it can take the
    // focus only once that is through.
    this.#frame.addEventListener('load', () => later(0, () => this.#renew(onRenew)));
    signal.addEventListener('abort', () => this.close());
    for (const type of ['scroll', 'resize'] as const)
      listeners.on(document, window, type, () => void this.#move(), { passive: true, capture: true });
    // A keyboard on the screen covers the lower edge.
    if (visualViewport) listeners.on(document, visualViewport, 'resize', () => void this.#move());
  }

  #renew(onRenew: () => void): void {
    if (!this.#host.isConnected || this.#isFresh) return;
    this.#root = this.#prepare();
    onRenew();
  }

  get isOpen(): boolean {
    return this.#host.isConnected;
  }

  /** Whether it is to be in the page, also where the page took it out. */
  get isWanted(): boolean {
    return this.#place !== null;
  }

  /** Whether the root stands in the document that the frame shows: a frame that was moved in the page gets a new one. */
  get #isFresh(): boolean {
    return this.#inner !== null && this.#inner === this.#frame.contentDocument;
  }

  /**
   * Whether the page took the open frame out, put it elsewhere or changed how it is shown; the latter is put right at
   * once. The former takes drawing anew.
   */
  isTaken(): boolean {
    if (this.#place === null) return false;
    if (this.#host.style.cssText !== this.#style) {
      this.#host.setAttribute('style', HOST_STYLE);
      // What was drawn while it was not shown could not be measured.
      void this.#move();
    }
    for (const { name } of [...this.#host.attributes]) if (name !== 'style') this.#host.removeAttribute(name);
    return parentOf(this.#host) !== pageRoot();
  }

  /** Whether an event of the page happened on our host element. */
  owns(event: Event): boolean {
    return event.target === this.#host;
  }

  /** Whether a node is the host element of a frame of ours, this or another. */
  isHost(node: Node): boolean {
    return QuickFrame.#hosts.has(node);
  }

  /**
   * Puts the frame into the page next to `place` (viewport box, asked again when the page scrolls).
   * @returns the element to render into, in the frame's own document.
   */
  open(place: () => DOMRect): HTMLElement {
    this.#place = place;
    const root = pageRoot();
    // Without one there is nowhere to stand; `isTaken` tells once there is one again.
    if (!root) return createElement('div');
    if (parentOf(this.#host) !== root) root.append(this.#host);
    const drawn = this.#root && this.#isFresh ? this.#root : this.#prepare();
    this.#root = drawn;
    void this.#move();
    return drawn;
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
    this.#inner = inner;
    this.#endSizes();
    this.#sizes = new view.ResizeObserver(() => void this.#move());
    this.#sizes.observe(root);
    return root;
  }

  #endSizes(): void {
    try {
      this.#sizes?.disconnect();
    } catch {
      // It went with the window that it came from.
    }
    this.#sizes = null;
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
    const { x, y } =
      sheetAt(width, height, place()) ??
      (await computePosition({ getBoundingClientRect: place }, this.#frame, {
        strategy: 'fixed',
        placement: 'top',
        middleware: [offset(GAP), flip({ padding: GAP }), shift({ padding: GAP, crossAxis: true })],
      }));
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
    this.#endSizes();
    this.#place = null;
    this.#root = null;
    this.#inner = null;
    this.#host.remove();
    this.onClose();
  }
}

/**
 * Where the frame stands on a small screen that is touched: beside the words lie the handles of the selection and the
 * system's own menu. At the lower edge, or at the upper one where it would lie on the words. Null on any other screen.
 */
function sheetAt(width: number, height: number, words: DOMRect): { x: number; y: number } | null {
  if (innerWidth > SHEET_UP_TO || !matchMedia('(pointer: coarse)').matches) return null;
  const seen = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
  const top = seen.offsetTop + GAP;
  const low = seen.offsetTop + seen.height - height - GAP;
  const hides = words.bottom > low && words.top < low + height;
  const x = seen.offsetLeft + (seen.width - width) / 2;
  return { x, y: low < top || (hides && words.top > top + height) ? top : low };
}
