import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether an element can still have the focus: what stands in a closed dialog can't. */
const isThere = (element: Element): boolean => element.isConnected && element.checkVisibility();

/**
 * Leads the focus on when what had it is gone from the page (a deleted card, the Undo of a message), instead of leaving it on
 * nothing. A reader who put it on nothing, by a press beside everything, is left alone.
 * @param lead what takes the focus now; called after a drawing
 */
export function useFocusLedOn(lead: () => HTMLElement | null | undefined): void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    let isPress = false;
    const onIn = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    const onUp = () => {
      isPress = false;
    };
    const onDown = () => {
      isPress = true;
      // The press gives the focus away before its task ends; what the button does may come before any timer.
      setTimeout(onUp);
    };
    const onOut = ({ target, relatedTarget }: FocusEvent) => {
      // On its way to where the reader puts it. What it leaves may close by that, and be drawn, before it arrives.
      if (relatedTarget || isPress) {
        last.current = null;
        return;
      }
      // What is being taken away is gone only after the event.
      queueMicrotask(() => {
        if (target !== last.current || !(target instanceof Element) || !isThere(target)) return;
        if (document.activeElement === document.body && document.hasFocus()) last.current = null;
      });
    };
    addEventListener('focusin', onIn);
    addEventListener('blur', onOut, { capture: true });
    addEventListener('mousedown', onDown, { capture: true });
    addEventListener('mouseup', onUp, { capture: true });
    return () => {
      removeEventListener('focusin', onIn);
      removeEventListener('blur', onOut, { capture: true });
      removeEventListener('mousedown', onDown, { capture: true });
      removeEventListener('mouseup', onUp, { capture: true });
    };
  }, []);
  useLayoutEffect(() => {
    const { current } = last;
    if (!current || isThere(current) || document.activeElement !== document.body) return;
    last.current = null;
    lead()?.focus();
  });
}
