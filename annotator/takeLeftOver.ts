import { browser } from 'wxt/browser';
import { pageRoot } from './pageDocument';
import { FRAME_TITLE, HOST_LAYER } from './QuickFrame';

/** What stood in an editor that an update of the extension left behind. */
export interface Unfinished {
  /** The marked words the editor was about. */
  quote: string;
  note: string;
}

/** Content scripts may look into closed shadow roots (WebExtensions `dom`); the shared types do not know it yet. */
interface Dom {
  openOrClosedShadowRoot(element: Element): ShadowRoot | null;
}

/**
 * Removes the frame of an annotator whose extension was updated or reloaded, and hands over what was being typed in
 * it. Null when there is none. The old script is dead by then; only its elements are still in the page.
 */
export function takeLeftOver(): Unfinished | null {
  const { dom } = browser as unknown as { dom?: Dom };
  for (const element of [...pageRoot().children]) {
    if (!(element instanceof HTMLDivElement) || element.style.zIndex !== HOST_LAYER) continue;
    const frame = dom?.openOrClosedShadowRoot(element)?.querySelector('iframe');
    if (frame?.title !== FRAME_TITLE) continue;
    const quote = frame.contentDocument?.querySelector('.quick-quote')?.textContent ?? '';
    const note = frame.contentDocument?.querySelector('textarea')?.value ?? '';
    element.remove();
    return note ? { quote, note } : null;
  }
  return null;
}
