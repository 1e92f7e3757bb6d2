import { type IndexUpdate, indexBetween, indexSlices, patchIndex, type TextIndex } from '#anchoring/index.ts';
import { DirtyNodes } from './DirtyNodes.ts';
import { bodyOf, createElement } from './pageDocument.ts';
import { yieldToPage } from './yieldToPage.ts';

/** Longest stretch of work before the page gets its turn, ms. */
export const SLICE = 8;
/** Texts longer than this are never read in one go, units. */
export const LONG = 300_000;

interface Watch {
  /** The text may have changed; `update` tells. */
  onChange: () => void;
  /** Nodes of our own interface, whose coming and going is no change. */
  isOwn: (node: Node) => boolean;
}

/**
 * The text of one document (the page's own or a frame's) and what changed in it. Nothing is read or watched before
 * the text is first asked for.
 */
export class DocumentReader {
  readonly document: Document;
  readonly #isOwn: Watch['isOwn'];
  readonly #observer: MutationObserver;
  readonly #dirty = new DirtyNodes();
  #watchedShadows = new WeakSet<ShadowRoot>();
  #index: TextIndex | null = null;

  constructor(document: Document, { onChange, isOwn }: Watch) {
    this.document = document;
    this.#isOwn = isOwn;
    this.#observer = new MutationObserver((records) => {
      if (this.#dirty.add(records, isOwn)) onChange();
    });
  }

  /** Length of the text as last read, UTF-16 units. */
  get length(): number {
    return this.#index?.text.length ?? 0;
  }

  /** Whether there was more text than is read of one document. */
  get isCut(): boolean {
    return this.#index?.truncated ?? false;
  }

  /** The text as last read; read now where it was not. */
  async index(): Promise<TextIndex> {
    if (this.#index) return this.#index;
    // The document, not its root element, which the page may replace.
    this.#watch(this.document);
    this.#index = await this.#read();
    return this.#index;
  }

  /** The page shows other parts of itself, though no node changed: the next update reads all of it. */
  readAnew(): void {
    this.#dirty.addAll();
  }

  /** Takes in what changed since the last look. Null where nothing did, or where the text was never read. */
  async update(): Promise<IndexUpdate | null> {
    const before = this.#index;
    if (!before) return null;
    this.#dirty.add(this.#observer.takeRecords(), this.#isOwn);
    const dirty = this.#dirty.take();
    if (dirty?.length === 0 && before.root.isConnected) return null;
    const update = await this.#follow(before, dirty);
    this.#index = update.index;
    this.#watchShadows(update.index);
    return update;
  }

  /** A document that is being written anew may have no element at all: it has no text then. */
  get #body(): HTMLElement {
    return bodyOf(this.document) ?? createElement('body');
  }

  /** Patches the text; where a patch cannot be trusted or would take long, reads it anew in slices. */
  async #follow(before: TextIndex, dirty: Node[] | null): Promise<IndexUpdate> {
    const patched = dirty !== null && before.root === this.#body ? patchIndex(before, dirty) : null;
    return patched ?? indexBetween(before, await this.#read());
  }

  async #read(): Promise<TextIndex> {
    const slices = indexSlices(this.#body, SLICE);
    for (let step = slices.next(); ; step = slices.next()) {
      if (step.done) {
        this.#watchShadows(step.value);
        return step.value;
      }
      await yieldToPage();
    }
  }

  /** `hidden` takes text away and brings it back without touching a node. */
  #watch(root: Node): void {
    this.#observer.observe(root, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['hidden'],
    });
  }

  /** Mutations inside a shadow tree are told only to who observes that tree. */
  #watchShadows(index: TextIndex): void {
    if (!index.hasShadow) return;
    for (const node of index.nodes) {
      const tree = node.getRootNode();
      if (tree.nodeType !== Node.DOCUMENT_FRAGMENT_NODE || this.#watchedShadows.has(tree as ShadowRoot))
        continue;
      this.#watchedShadows.add(tree as ShadowRoot);
      this.#watch(tree);
    }
  }

  /** Forgets the text and stops watching; the next `index()` begins anew. */
  drop(): void {
    this.#observer.disconnect();
    this.#dirty.take();
    this.#watchedShadows = new WeakSet();
    this.#index = null;
  }
}
