import { createTextQuoteSelectorMatcher, describeTextQuote } from '@apache-annotator/dom';
import * as position from 'dom-anchor-text-position';
import * as quote from 'dom-anchor-text-quote';
import { anchor, describe, indexText, type Target, type TextIndex } from '#anchoring/index.ts';

/** One program under test. Targets cross the two pages as JSON. */
export interface Anchorer {
  name: string;
  /** A page was loaded: forget the last one. */
  load(): void;
  describe(range: Range): unknown | Promise<unknown>;
  find(target: unknown): Range | null | Promise<Range | null>;
}

let index: TextIndex | null = null;
const currentIndex = (): TextIndex => {
  index ??= indexText(document.body);
  return index;
};

export const claimlight: Anchorer = {
  name: 'Claimlight',
  load: () => {
    index = null;
  },
  describe: (range) => describe(currentIndex(), range),
  find: (target) => {
    const found = anchor(currentIndex(), target as Target);
    return found.state === 'exact' || found.state === 'changed' ? found.range : null;
  },
};

interface QuoteAndPosition {
  quote: { exact: string; prefix?: string; suffix?: string };
  start: number;
}

export const textQuote: Anchorer = {
  name: 'dom-anchor-text-quote 4.0.2',
  load: () => undefined,
  describe: (range) => ({
    quote: quote.fromRange(document.body, range),
    start: position.fromRange(document.body, range).start,
  }),
  find: (target) => {
    const { quote: selector, start } = target as QuoteAndPosition;
    return quote.toRange(document.body, selector, { hint: start }) ?? null;
  },
};

export const apache: Anchorer = {
  name: 'Apache Annotator 0.2.0',
  load: () => undefined,
  describe: (range) => describeTextQuote(range, document.body),
  find: async (target) => {
    const match = createTextQuoteSelectorMatcher(
      target as Parameters<typeof createTextQuoteSelectorMatcher>[0],
    );
    for await (const range of match(document.body)) return range as Range;
    return null;
  },
};

export const ANCHORERS = [claimlight, textQuote, apache];
