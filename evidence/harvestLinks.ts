import type { LinkCandidate } from '#model/LinkCandidate.ts';
import { linkKind } from './linkKind.ts';
import { linksAround } from './linksAround.ts';

/**
 * Links inside the highlighted range or beside it in the same sentence, as candidate sources, typed by where they lead. Reads the
 * DOM, fetches nothing. Empty where the range is outside of `body`.
 */
export const harvestLinks = (body: Element, range: Range, pageUrl: string): LinkCandidate[] =>
  linksAround(body, range, pageUrl).map((link) => ({ ...link, kind: linkKind(link.url, pageUrl) }));
