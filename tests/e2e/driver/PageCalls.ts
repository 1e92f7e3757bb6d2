import { type PageParts, pageParts } from './pageParts.ts';
import { until } from './until.ts';

/** What can be sent to a page and back. */
export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Json[]
  | { readonly [name: string]: Json };

/**
 * A function that is done in a page. It is sent by its source: it may use its arguments and what the page itself has, and
 * nothing that stands around it.
 */
export type Act<Args extends Json[], T> = (page: PageParts, ...args: Args) => T;

/** What is said of an act while it is waited for, characters. */
const LONGEST_NAME = 400;

/** The expression that does an act in a page. @throws where the function uses an import, which no page has. */
export function callText<Args extends Json[], T>(act: Act<Args, T>, args: Args): string {
  const source = String(act);
  const [foreign] = /\b__vi\w+(?:\.\w+)?/.exec(source) ?? [];
  if (foreign)
    throw new Error(
      `A function that is sent to a page may use its arguments and the page’s own globals only; this one uses an import (${foreign}): ${source}`,
    );
  const given = [`(${pageParts})()`, ...args.map((one) => JSON.stringify(one) ?? 'undefined')];
  // Not every way into a view carries other letters than Latin ones.
  return `(${source})(${given.join(', ')})`.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a reader of a failed test. */
const nameOf = (act: unknown, args: Json[]) =>
  [String(act).replace(/\s+/g, ' ').slice(0, LONGEST_NAME), ...args.map((one) => JSON.stringify(one))].join(
    '; ',
  );

/** Acts in one view or in the page the reader looks at, made of what a driver does with one expression. */
export abstract class PageCalls {
  /** Evaluates an expression; plain data comes back. */
  protected abstract run<T>(expression: string): Promise<T>;

  /** Does a function in the page; plain data comes back. */
  evaluate<T, Args extends Json[]>(act: Act<Args, T>, ...args: Args): Promise<Awaited<T>> {
    return this.run(callText(act, args));
  }

  /**
   * Evaluates a text that ends in an expression: for a whole bundled script, which no function can carry. All else is a
   * function.
   */
  evaluateBundle<T>(script: string): Promise<T> {
    return this.run(script);
  }

  /** Waits until a function gives something truthy in the page. */
  waitUntil<Args extends Json[]>(act: Act<Args, unknown>, ...args: Args): Promise<void> {
    return this.waitUntilWithin(10_000, act, ...args);
  }

  async waitUntilWithin<Args extends Json[]>(
    timeoutMs: number,
    act: Act<Args, unknown>,
    ...args: Args
  ): Promise<void> {
    const call = `(async () => !!(await ${callText(act, args)}))()`;
    await until(nameOf(act, args), () => this.run<boolean>(call), timeoutMs);
  }

  /** Waits until an element is there. @throws when it does not come in time. */
  waitFor(selector: string, timeoutMs = 10_000): Promise<void> {
    return this.waitUntilWithin(timeoutMs, (page, css) => page.find(css) !== null, selector);
  }
}
