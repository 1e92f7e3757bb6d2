import type { Detection } from '#model/records.ts';
import { readFeatures } from './features.ts';
import type { Features } from './pageFeatures.ts';
import { reasonsFor } from './reasons.ts';
import { BIAS, FLOOR, GATE_FROM, NEWS_FROM, USUAL, WEIGHTS } from './weights.ts';

/** The heads of the model, by their place in the weights. */
const GATE = 0;
const NEWS = 1;
const EARLY = 2;

/**
 * Says whether a page is a news article, another article or something else, how probable news is and why.
 *
 * - `kind`: `news` where the page is an article (the gate) and news (the second head); `article` where only the gate
 *   holds; else `other`.
 * - `score`: the probability that the page is a news article, 0..1, whatever the kind; calibrated by publisher.
 * - `signals`: the three strongest reasons, in words.
 *
 * Two stages: the address and the head alone settle most pages that are no articles; the rest are read once, within a
 * cap. A page that cannot be read is `other` with score 0. Never throws.
 */
export function detectArticle(document: Document, url: string): Detection {
  try {
    const page = readFeatures(document, url);
    const early = weigh(page.cheap, EARLY);
    if (early.probability < FLOOR)
      return {
        kind: 'other',
        score: early.probability,
        signals: reasonsFor(early.sums, false, page.cheap, 0),
      };
    const { features, paragraphs } = page.full();
    const gate = weigh(features, GATE);
    const isArticle = gate.probability >= GATE_FROM;
    const score = weigh(features, NEWS).probability * (isArticle ? 1 : gate.probability);
    return {
      kind: isArticle ? (score >= NEWS_FROM ? 'news' : 'article') : 'other',
      score,
      signals: reasonsFor(gate.sums, isArticle, features, paragraphs),
    };
  } catch {
    // A page broken beyond reading is no article, and a content script has nobody to tell.
    return { kind: 'other', score: 0, signals: [] };
  }
}

/** A head's probability, and what each reason adds to it or takes from it, against what is usual. */
function weigh(features: Features, head: number) {
  let sum = BIAS[head] ?? 0;
  const sums: Record<string, number> = {};
  for (const name in features) {
    const letter = name.charAt(0);
    const part = ((WEIGHTS[name]?.[head] ?? 0) * (features[name] ?? 0)) / 10;
    sum += part;
    sums[letter] = (sums[letter] ?? -(USUAL[letter]?.[head] ?? 0)) + part;
  }
  return { probability: 1 / (1 + Math.exp(-sum)), sums };
}
