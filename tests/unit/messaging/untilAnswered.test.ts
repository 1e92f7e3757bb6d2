import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }));

const { CallError } = await import('#messaging/call.ts');
const { untilAnswered } = await import('#messaging/untilAnswered.ts');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks until the end, whatever it is. @returns how often it was asked, and what came of it. */
async function asked(answers: (attempt: number) => string) {
  let attempts = 0;
  const end = untilAnswered(async () => {
    attempts += 1;
    return answers(attempts);
  }).catch((error: unknown) => (error instanceof CallError ? error.name : error));
  await vi.runAllTimersAsync();
  return [attempts, await end];
}

function fail(name: string): never {
  throw new CallError(name, 'it said so');
}

describe('a question to the background', () => {
  it('is asked again when no answer came', async () => {
    expect(await asked((attempt) => (attempt < 3 ? fail('NoAnswer') : 'here'))).toEqual([3, 'here']);
  });

  it('is asked five times and no more', async () => {
    expect(await asked(() => fail('NoAnswer'))).toEqual([5, 'NoAnswer']);
  });

  it('is not asked again when it was refused', async () => {
    expect(await asked(() => fail('Refused'))).toEqual([1, 'Refused']);
  });
});
