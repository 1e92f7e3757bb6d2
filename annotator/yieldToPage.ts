/** `scheduler.yield` (Prioritized Task Scheduling), in browsers that have it. */
interface Scheduler {
  yield?: () => Promise<void>;
}

/** Gives the page its turn and comes back as soon as it is done. */
export function yieldToPage(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
