import { readSelection } from './readSelection';

/** After the last change of a selection made without a pointer, ms. */
const SETTLE = 250;
/** A selection this long after the reader's last key, touch or pointer was made by the page, ms. */
const BY_READER = 2_000;

/**
 * Calls back with what the reader selected, or with null when it is gone. Events that the page makes up are
 * no input (`isTrusted`), and a selection without input of the reader is not offered.
 */
export function watchSelection(onSelect: (range: Range | null) => void, signal: AbortSignal): void {
  let pressed = false;
  let lastInput = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const options = { signal, capture: true, passive: true };

  const check = () => {
    if (pressed) return;
    const range = readSelection();
    if (range && performance.now() - lastInput > BY_READER) return;
    onSelect(range);
  };
  const soon = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(check, wait);
  };
  const input = (event: Event) => {
    if (event.isTrusted) lastInput = performance.now();
  };
  addEventListener('keydown', input, options);
  addEventListener('touchend', input, options);
  addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      input(event);
      pressed = event.button === 0 && event.pointerType === 'mouse';
    },
    options,
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) return;
        input(event);
        pressed = false;
        soon(0);
      },
      options,
    );
  // It bubbles to the window, whose methods a page cannot shadow by naming an element.
  addEventListener('selectionchange', () => soon(SETTLE), options);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
