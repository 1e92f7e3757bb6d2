import type { Detection } from '@/model/records';
import { readFeatures } from './features';
import type { Features } from './headFeatures';
import { reasonsFor } from './reasons';
import { CHEAP, FLOOR, FULL, GATE_FROM, NEWS_FROM, type Stage } from './weights';

/** The two heads of a stage, by their place in the weights. */
const GATE = 0;
const NEWS = 1;

/**
 * Says whether a page is a news article, another article or something else, how sure that is and why. Two stages: the
 * address and the head alone settle most pages that are no articles; the rest are read once, within a cap. The score
 * is the probability of `kind` for news and articles; for `other` it is the (small) probability of an article.
 * A page that cannot be read is `other` with score 0. Never throws.
 */
export function detectArticle(document: Document, url: string): Detection {
  try {
    const page = readFeatures(document, url);
    const early = probability(CHEAP, page.cheap, GATE);
    if (early < FLOOR)
      return { kind: 'other', score: early, signals: explain(CHEAP, page.cheap, GATE, false) };
    const features = page.full();
    const article = probability(FULL, features, GATE);
    if (article < GATE_FROM)
      return { kind: 'other', score: article, signals: explain(FULL, features, GATE, false) };
    const news = probability(FULL, features, NEWS);
    const signals = explain(FULL, features, GATE, true);
    return news >= NEWS_FROM
      ? { kind: 'news', score: news, signals }
      : { kind: 'article', score: 1 - news, signals };
  } catch {
    // A page broken beyond reading is no article, and a content script has nobody to tell.
    return { kind: 'other', score: 0, signals: [] };
  }
}

function probability(stage: Stage, features: Features, head: number): number {
  let sum = stage.bias[head] ?? 0;
  for (const name in stage.weights) sum += (stage.weights[name]?.[head] ?? 0) * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Weighs what is unusual about this page: each value against the mean of all pages. */
const explain = (stage: Stage, features: Features, head: number, positive: boolean) =>
  reasonsFor(
    features,
    (name, value) => {
      const weights = stage.weights[name];
      return weights ? (weights[head] ?? 0) * (value - (FULL.weights[name]?.[2] ?? 0)) : 0;
    },
    positive,
  );
