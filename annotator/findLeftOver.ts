import { browser } from 'wxt/browser';
import { STANCES } from '#model/records.ts';
import { pageRoot } from './pageDocument.ts';
import { FRAME_TITLE, HOST_LAYER } from './QuickFrame.ts';
import type { QuickSource } from './QuickState.ts';

/** What stood in an editor that an update of the extension left behind. */
export interface LeftOver {
  /** The marked words the editor was about. */
  quote: string;
  note: string;
  /** A source that was being typed. */
  source: QuickSource | null;
  /** Takes the old frame out of the page, once its words are in a new one. */
  remove: () => void;
}

/** Content scripts may look into closed shadow roots, in Chromium by `dom` and in Firefox by the element itself. */
interface Dom {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}
interface OpenableElement extends HTMLDivElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

function shadowRootOf(element: OpenableElement): ShadowRoot | null {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  const { dom } = browser as unknown as { dom?: Dom };
  return dom?.openOrClosedShadowRoot(element) ?? null;
}

/**
 * Finds the frame of an annotator whose extension was updated or reloaded. The old script is dead by then; only its
 * elements are still in the page. An idle frame is removed; null when nothing was being typed.
 */
export function findLeftOver(): LeftOver | null {
  for (const element of [...(pageRoot()?.children ?? [])]) {
    if (!(element instanceof HTMLDivElement) || element.style.zIndex !== HOST_LAYER) continue;
    const frame = shadowRootOf(element)?.querySelector('iframe');
    if (frame?.title !== FRAME_TITLE) continue;
    const quote = frame.contentDocument?.querySelector('.quick-quote')?.textContent ?? '';
    const note = frame.contentDocument?.querySelector('textarea')?.value ?? '';
    const source = typedSource(frame.contentDocument);
    if (note || source) return { quote, note, source, remove: () => element.remove() };
    element.remove();
  }
  return null;
}

/** What stands in the fields of a source; null where there are none, or nothing in them. */
function typedSource(of: Document | null): QuickSource | null {
  const textOf = (name: string) =>
    of?.querySelector<HTMLInputElement>(`[data-testid="${name}"]`)?.value ?? '';
  const [url, title] = [textOf('source-url'), textOf('source-title')];
  const chosen = of?.querySelector<HTMLInputElement>('.quick-source input:checked')?.value;
  const stance = STANCES.find((one) => one === chosen) ?? 'supports';
  return url.trim() || title.trim() ? { url, title, stance } : null;
}
