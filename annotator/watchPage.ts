import { pageRoot } from './pageDocument';

/** At most two looks a second, however many changes a page makes, ms. */
const BETWEEN_LOOKS = 500;
/** Changes that come in one go are looked at together, ms. */
const SETTLE = 120;

/**
 * Calls back when the text of the page changed: soon after the first change, at most twice a second.
 * @param isOwn nodes of our own interface, whose coming and going is no change.
 */
export function watchPage(onChange: () => void, isOwn: (node: Node) => boolean, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const look = () => {
    timer = undefined;
    last = performance.now();
    onChange();
  };
  const observer = new MutationObserver((mutations) => {
    if (timer !== undefined || mutations.every((mutation) => concernsOnly(mutation, isOwn))) return;
    timer = setTimeout(look, Math.max(SETTLE, last + BETWEEN_LOOKS - performance.now()));
  });
  observer.observe(pageRoot(), { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

function concernsOnly(mutation: MutationRecord, isOwn: (node: Node) => boolean): boolean {
  if (mutation.type !== 'childList') return false;
  return [...mutation.addedNodes, ...mutation.removedNodes].every(isOwn);
}
