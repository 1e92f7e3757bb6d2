/**
 * The behaviours that anchoring owes its readers, by name. Plain functions without a test runner: the `dom` project
 * runs them in Chromium, `tests/e2e/behaviours.test.ts` puts the same bundle into a page of Firefox.
 */
import type { Behaviour } from './Behaviour.ts';
import { limits } from './limits.ts';
import { matching } from './matching.ts';
import { pages } from './pages.ts';
import { selections } from './selections.ts';
import { shown } from './shown.ts';

export const BEHAVIOURS: Behaviour[] = [...selections, ...matching, ...pages, ...shown, ...limits];

/** Names of the behaviours that do not hold, with what was found instead. */
export function failures(): string[] {
  return BEHAVIOURS.flatMap(({ name, check }) => {
    try {
      check();
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}
