import { DocumentReader } from './DocumentReader.ts';
import { bodyOf, ownerOf } from './pageDocument.ts';

/** A frame with less text than this holds no article, UTF-16 units. */
const LEAST_TEXT = 200;
/** Frames within frames are read so deep. */
const DEEPEST = 4;
/** More frames of one document than this are not read. */
const MOST_FRAMES = 10;

interface Parts {
  onChange: () => void;
  isOwn: (node: Node) => boolean;
  /** A document is read from now on: selections and clicks in it count, highlights show in it. */
  onDocument: (document: Document) => void;
}

/** The documents whose text counts as the page's: its own, then frames of the same origin that hold text. */
export class PageDocuments {
  readonly #parts: Parts;
  #texts: DocumentReader[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#texts = [new DocumentReader(document, parts)];
  }

  /** All of them, in order; frames that came or went since are taken in. */
  all(): DocumentReader[] {
    const known = new Map(this.#texts.map((text) => [text.document, text]));
    const documents = [document, ...framedIn(document, 0)];
    for (const text of this.#texts) if (!documents.includes(text.document)) text.drop();
    this.#texts = documents.map((one) => {
      const text = known.get(one);
      if (text) return text;
      this.#parts.onDocument(one);
      return new DocumentReader(one, this.#parts);
    });
    return this.#texts;
  }

  /** Those last seen, without looking for new frames. */
  get known(): readonly DocumentReader[] {
    return this.#texts;
  }

  get documents(): Document[] {
    return this.#texts.map((text) => text.document);
  }

  /** Whether some text lies beyond what is read. */
  get isCut(): boolean {
    return this.#texts.some((text) => text.isCut);
  }

  /** The one that holds a node. */
  of(node: Node): DocumentReader | undefined {
    return this.#texts.find((text) => text.document === ownerOf(node));
  }

  /** Where a document's text begins, if all texts are put one after another. */
  startOf(text: DocumentReader): number {
    const before = this.#texts.slice(0, this.#texts.indexOf(text));
    return before.reduce((sum, { length }) => sum + length, 0);
  }

  drop(): void {
    for (const text of this.#texts) text.drop();
  }
}

/**
 * Documents with text in the frames of another one, also of a frameset, in order. A frame of another origin has no
 * `contentDocument` for us.
 */
function framedIn(owner: Document, depth: number): Document[] {
  if (depth === DEEPEST) return [];
  const frames = Document.prototype.querySelectorAll.call(owner, 'iframe, frame');
  const found: Document[] = [];
  for (let i = 0; i < frames.length && i < 100 && found.length < MOST_FRAMES; i++) {
    const frame = frames[i] as HTMLIFrameElement;
    const inner = frame.contentDocument;
    if (!inner || !frame.checkVisibility()) continue;
    if ((bodyOf(inner)?.textContent?.length ?? 0) >= LEAST_TEXT) found.push(inner);
    found.push(...framedIn(inner, depth + 1));
  }
  return found;
}
