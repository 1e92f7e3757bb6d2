import { later } from './later.ts';
import type { PageListeners } from './PageListeners.ts';
import { noteInput } from './readSelection.ts';

/** After the last change of a selection made without a pointer, ms. */
const SETTLE = 250;
/** A selection this long after the reader's last key, touch or pointer was made by the page, ms. */
const BY_READER = 2_000;

/**
 * Calls back when the reader selected something in a window, or took the selection away. Events that the page makes
 * up are no input (`isTrusted`), and a selection without input of the reader is not offered.
 * @param onSelect told whether input of the reader made the selection
 */
export function watchSelection(
  view: Window,
  onSelect: (byReader: boolean) => void,
  listeners: PageListeners,
): void {
  let pressed = false;
  let lastInput = Number.NEGATIVE_INFINITY;
  let callOff = (): void => undefined;

  const check = () => {
    if (!pressed) onSelect(performance.now() - lastInput <= BY_READER);
  };
  const soon = (wait: number) => {
    callOff();
    callOff = later(wait, check);
  };
  const input = (event: Event) => {
    if (!event.isTrusted) return;
    lastInput = performance.now();
    noteInput(event, view.document);
  };
  const listen = <T extends keyof WindowEventMap>(type: T, act: (event: WindowEventMap[T]) => void) =>
    listeners.on(view.document, view, type, act, { capture: true, passive: true });

  listen('keydown', (event) => {
    if (event.isTrusted) lastInput = performance.now();
  });
  listen('touchend', input);
  listen('pointerdown', (event) => {
    if (!event.isTrusted) return;
    input(event);
    pressed = event.button === 0 && event.pointerType === 'mouse';
  });
  for (const type of ['pointerup', 'pointercancel'] as const)
    listen(type, (event) => {
      if (!event.isTrusted) return;
      lastInput = performance.now();
      pressed = false;
      soon(0);
    });
  // It bubbles to the window, whose methods a page cannot shadow by naming an element.
  listen('selectionchange' as keyof WindowEventMap, () => soon(SETTLE));
}
