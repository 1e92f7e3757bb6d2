import type { Quote } from '#model/records.ts';
import { wellFormed } from '#model/text.ts';
import { textOf } from './readField.ts';

/** A text of another program's file as a record holds it. */
export const asHeld = (value: unknown): string => wellFormed(textOf(value));

/** Whether a selector of another program names the words of a record; of its context a record may hold less. */
export const isSameQuote = (
  { exact, prefix, suffix }: { exact?: unknown; prefix?: unknown; suffix?: unknown },
  quote: Quote,
): boolean =>
  asHeld(exact).trim() === quote.exact &&
  asHeld(prefix).endsWith(quote.prefix) &&
  asHeld(suffix).startsWith(quote.suffix);
