import { WORDING } from './newsSignals.ts';
import { type Features, share } from './pageFeatures.ts';

/**
 * How a text is worded: reports quote people, count and name days; guides speak to their readers, and blogs of
 * themselves. Shares by length, so that short and long texts compare.
 */
export function wordingFeatures(text: string): Features {
  const kinds = new Map<string, number>();
  for (const [kind, list] of WORDING.entries()) for (const word of list.split(' ')) kinds.set(word, kind);
  const counts = [0, 0, 0];
  for (const word of text.split(/[\s.,;:!?()"“”„'’]+/)) {
    const kind = kinds.get(word);
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const per = (count = 0, most = 10) => share((1_000 * count) / (text.length || 1), most);
  return {
    wQuotes: per(text.match(/["“”„«»「」]/g)?.length),
    wDigits: per(text.match(/\d/g)?.length, 100),
    wReader: per(counts[0], 20),
    wSelf: per(counts[1], 20),
    wDays: per(counts[2], 5),
  };
}
