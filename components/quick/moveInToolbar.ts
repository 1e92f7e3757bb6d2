/** Which way an arrow moves among the buttons; in right-to-left interfaces left and right change places. */
const STEP: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Keyboard of a toolbar (ARIA Authoring Practices): arrows and Home/End move, Escape closes. */
export function moveInToolbar(event: KeyboardEvent, onClose: () => void): void {
  // The toolbar may live in another document's realm, so `instanceof` of this one would not hold.
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(bar.ownerDocument.activeElement as HTMLElement);
  const mirrored = bar.ownerDocument.defaultView?.getComputedStyle(bar).direction === 'rtl';
  const step = STEP[event.key];
  let target: HTMLElement | undefined;
  if (step) {
    const flip = mirrored && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') ? -1 : 1;
    target = buttons.at((at + step * flip + buttons.length) % buttons.length);
  } else if (event.key === 'Home') target = buttons[0];
  else if (event.key === 'End') target = buttons.at(-1);
  else if (event.key === 'Escape') onClose();
  else return;
  event.preventDefault();
  event.stopPropagation();
  target?.focus();
}
