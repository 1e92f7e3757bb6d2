/**
 * Does something once, `ms` milliseconds from now. The ids of timers are the window's: a page may stop them all, ours
 * with its own, and some do. A signal that times out has no id.
 * @returns what calls it off.
 */
export function later(ms: number, act: () => void): () => void {
  const off = new AbortController();
  AbortSignal.timeout(ms).addEventListener('abort', act, { once: true, signal: off.signal });
  return () => off.abort();
}
