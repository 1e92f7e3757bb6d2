import { CallError } from './call.ts';

/** How often something is asked again, and the first pause before it, ms; it grows. */
const MOST_REPEATS = 4;
const PAUSE = 300;

/**
 * Does something that asks the background and may be done twice; again, a few times, where no answer came: the
 * background died while it worked, and the next call wakes it.
 * @throws what `ask` throws: at once when the background refused, `NoAnswer` after the last attempt.
 */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let repeats = 1; ; repeats++) {
    try {
      return await ask();
    } catch (error) {
      const isUnanswered = error instanceof CallError && error.name === 'NoAnswer';
      if (!isUnanswered || repeats > MOST_REPEATS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * repeats));
    }
  }
}
