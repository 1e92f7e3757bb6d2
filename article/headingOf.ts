import { select, textOf } from './dom.ts';
import type { Heading } from './title.ts';

/** Topics that stand within a heading, above or before the headline, in a part of their own. */
const TOPIC =
  '[class*="overline" i],[class*="kicker" i],[class*="topline" i],[class*="dachzeile" i],[class*="headerline" i],[class*="sub-head" i],[class*="eyebrow" i],[class*="hidden" i],[class*="offscreen" i]';

/** A main heading with and without such topics. */
export function headingOf(h1: Element): Heading {
  const text = textOf(h1).slice(0, 2_000);
  const parts = select(h1, TOPIC, 4).map(textOf);
  const bare = parts.reduce((left, part) => left.replace(part, ' '), text).replace(/^[\s:–—-]+/, '');
  return { text, bare: bare.trim() === '' ? text : bare };
}
