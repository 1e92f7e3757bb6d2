import { WORDING } from './newsSignals';
import { type Features, share } from './pageFeatures';

/**
 * How a text is worded: reports quote people, count and name days; guides speak to their readers, and blogs of
 * themselves. Shares by length, so that short and long texts compare.
 */
export function wordingFeatures(text: string): Features {
  const counts = [0, 0, 0, 0];
  for (const word of text.split(/[\s.,;:!?()"“”„'’]+/)) {
    const kind = WORDING.get(word) ?? 0;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const per = (count = 0, most = 10) => share((1_000 * count) / (text.length || 1), most);
  return {
    wQuotes: per(text.split(/["“”„«»「」]/).length - 1),
    wDigits: per(text.split(/\d/).length - 1, 100),
    wReader: per(counts[1], 20),
    wSelf: per(counts[2], 20),
    wDays: per(counts[3], 5),
  };
}
