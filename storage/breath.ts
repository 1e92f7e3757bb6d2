/** `scheduler.yield` (Prioritized Task Scheduling), in browsers that have it. */
interface Scheduler {
  yield?: () => Promise<void>;
}

/** Longest stretch of work without a pause, ms: keys typed meanwhile are shown in time. */
const STRETCH = 12;
/** Steps between two looks at the clock, where a step is one record. */
const STEPS = 64;

/** To be called at each step of long work. Resolves after others had their turn where the work has gone on for long. */
export type Breath = () => Promise<void> | undefined;

/** @param every steps between two looks at the clock; 1 where each of them takes long by itself */
export function breath(every = STEPS): Breath {
  let begun = performance.now();
  let steps = 0;
  return () => {
    steps += 1;
    if (steps % every !== 0 || performance.now() - begun < STRETCH) return undefined;
    return giveWay().then(() => {
      begun = performance.now();
    });
  };
}

function giveWay(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: Scheduler }).scheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
