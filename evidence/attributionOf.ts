import type { Quote } from '#model/records.ts';
import { type AttributionSuggestion, suggestAttribution } from './suggestAttribution.ts';

/** A text that was cut may have lost the end of a name, unless a mark stands there. */
const CUT = /[\p{L}\p{N}-]$/u;

/**
 * Who asserts marked words, from the sentences they touch, as far as their stored surroundings show them. `null` where a name
 * may have been cut off.
 */
export function attributionOf(quote: Quote, language: string | null): AttributionSuggestion | null {
  const { exact, prefix, suffix } = quote;
  const text = `${prefix}${exact}${suffix}`.replace(/\s/gu, ' ');
  const [from, to] = [prefix.length, prefix.length + exact.length];
  const sentences = [...new Intl.Segmenter(language ?? undefined, { granularity: 'sentence' }).segment(text)];
  const touched = sentences.filter(({ index, segment }) => index < to && index + segment.length > from);
  const start = touched[0]?.index ?? 0;
  const sentence = touched.map(({ segment }) => segment).join('');
  const range = { start: from - start, end: to - start };
  const found = suggestAttribution(sentence, range, language);
  if (!found) return null;
  const cutBehind = start + found.end >= text.trimEnd().length && suffix !== '' && CUT.test(text.trimEnd());
  const cutBefore = start + found.start === 0 && prefix !== '';
  return cutBehind || cutBefore ? null : found;
}
