import type { Annotation, Article, Quote } from '#model/records.ts';
import { webAddress } from '#model/webAddress.ts';
import { articleBodies } from './annotationBodies.ts';
import { isSameQuote } from './foreign/isSameQuote.ts';
import { keptEntry } from './foreign/keptEntry.ts';
import { listOf, othersOf } from './foreign/Reader.ts';
import { targetParts } from './foreign/webAnnotationParts.ts';

/** An IRI as the model asks for one. */
const IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/iu;

/** Properties that are written from our records, whatever came under their names. */
const OURS = '@context @id @type type created modified body bodyValue target claimlight'.split(' ');

/**
 * What came with an entry and has no place in our records, under its own names.
 * @param ours the motivation of an entry that came from nowhere
 */
export function keptOf(record: Annotation | Article, ours: string): Record<string, unknown> {
  const { id, motivation, ...others } = keptEntry(record.ext, 'webAnnotation');
  const motives = listOf(motivation);
  const isTheirs = motives.length > 0 && motives.every((each) => typeof each === 'string' && each !== '');
  const came = others.target !== undefined && !needsBookmark(record);
  return {
    ...othersOf(others, ...OURS),
    ...(typeof id === 'string' && IRI.test(id) && { id }),
    ...(isTheirs ? { motivation } : !came && { motivation: ours }),
  };
}

/** Only a bookmark is described by the title of its page. */
const needsBookmark = (record: Annotation | Article): boolean =>
  !('target' in record) && articleBodies(record).title.length > 0;

/** The target as it came, where it still names the same words of the same page. */
export function keptTarget(record: Annotation | Article, quote: Quote | undefined, urls: string[]): unknown {
  const { target } = keptEntry(record.ext, 'webAnnotation');
  if (target === undefined || Array.isArray(target)) return undefined;
  const { url, exact, quote: given } = targetParts(target);
  const address = webAddress(url.trim());
  const isSame = quote ? isSameQuote({ ...given, exact }, quote) : exact === '';
  return isSame && address !== undefined && urls.includes(address) ? target : undefined;
}
