/** `scheduler.yield` (Prioritized Task Scheduling), in browsers that have it. */
interface Scheduler {
  yield?: () => Promise<void>;
}

let away = 0;

/** For how long the page has had its turn while our work waited, ms since this script began. */
export const timeAway = (): number => away;

/** Gives the page its turn and comes back as soon as it is done. */
export async function yieldToPage(): Promise<void> {
  const since = performance.now();
  await turn();
  away += performance.now() - since;
}

function turn(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
