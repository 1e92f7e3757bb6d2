/**
 * Fits the detector: `npm run fit:detector`. Reads the features of the development pages in Chromium, fits the heads
 * and writes article/weights.ts; prints figures cross-validated by publisher and with each source left out, and the
 * worst misses, and writes them to tests/bench/results/detector.md and detector-misses.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, readManifest } from '#tests/bench/articles/pages.mjs';
import { detectionTable, ownPages, reliabilityTable, worstMisses } from './fit/figures.mjs';
import { GATE_FROM, Model, NEWS_FROM } from './fit/model.mjs';
import { pagesWithFeatures } from './fit/pages.mjs';

const LATE = /^(?:wcxb|frontpage2026|fundus)$/;

const manifest = readManifest();
if (!manifest) {
  console.log(
    'No development pages at ../shared/data/articles: nothing fitted, article/weights.ts stays as it is.',
  );
  process.exit(0);
}
const pages = await pagesWithFeatures(manifest);
const model = new Model(pages);
const heads = model.fit(pages.map((_, i) => i));
writeFileSync(join(ROOT, 'article/weights.ts'), weightsFile(heads));

const byPublisher = model.crossValidate();
const bySource = model.crossValidate(({ source }) => source);
const early = byPublisher.map((answer) => ({
  ...answer,
  gate: answer.early,
  score: answer.early,
  kind: answer.early >= GATE_FROM ? 'news' : 'other',
}));
const only = (test, answers) => ({
  pages: pages.filter(test),
  answers: answers.filter((_, i) => test(pages[i])),
});
const isLate = ({ source }) => LATE.test(source);
const dropped = pages.filter(({ label }, i) => label === 'not-article' && byPublisher[i].gate === 0).length;
const nots = pages.filter(({ label }) => label === 'not-article').length;
const report = `# The detector, cross-validated

Written by \`npm run fit:detector\` from ${pages.length} development pages. Each page is judged by a model that has seen no page of its
publisher (ten folds), or none of its data source. What was chosen with all pages in view: the features, the penalties and the two bars
(gate ${GATE_FROM}, news ${NEWS_FROM}); a page of an unknown publisher may do a little worse.

\`kind\` is \`news\`, \`article\` or \`other\`; \`score\` is the probability that the page is news. P, R, F1 and fires are of news against pages that are
no articles; the last column counts blog posts, recipes and other articles as wrong, too. “R at 1 % fires” ranks by the gate in the first
reading and by the score in the second.

${detectionTable({
  'by publisher': { pages, answers: byPublisher },
  'sources of 2023 and later': only(isLate, byPublisher),
  'each source left out': { pages, answers: bySource },
  'address and head alone': { pages, answers: early },
})}

${ownPages(pages, byPublisher)}

The first look, at address and head, settles ${Math.round((100 * dropped) / nots)} % of the pages that are no articles.

## Reliability of the score

${reliabilityTable(pages, byPublisher)}
`;
console.log(report);
const misses = `# The worst misses of the detector

Written by \`npm run fit:detector\`. Each page is judged by a model that has seen no page of its publisher. A miss is a page of news that
is not called \`news\`, or another page that is. Reasons are what the deciding head adds against an average page, in log-odds. The kinds they
are of: [docs/article-errors.md](../../../docs/article-errors.md).

${worstMisses(pages, byPublisher, 30)}
`;
console.log(misses);
const results = join(ROOT, 'tests/bench/results');
mkdirSync(results, { recursive: true });
writeFileSync(join(results, 'detector.md'), report);
writeFileSync(join(results, 'detector-misses.md'), misses);

/** Weights in tenths: two digits do as well as all of them. */
function weightsFile({ early, gate, news, floor }) {
  const tenths = (x) => Math.round(10 * x);
  const of = new Map(
    model.names.full.map((name, j) => {
      const first = model.names.early.indexOf(name);
      const weights = [gate.raw[j], news.raw[j], ...(first < 0 ? [] : [early.raw[first]])];
      return [name, weights.map(tenths)];
    }),
  );
  const usual = {};
  for (const [name, weights] of of) {
    const letter = name.charAt(0);
    usual[letter] ??= [0, 0, 0];
    const mean = pages.reduce((sum, { full }) => sum + full[name], 0) / pages.length;
    weights.forEach((weight, head) => {
      usual[letter][head] += (weight * mean) / 10;
    });
  }
  const rounded = (values) => values.map((value) => Number(value.toFixed(1)));
  return `// Written by \`npm run fit:detector\` from ${pages.length} pages. Do not edit.
// The heads in their order: gate, news, and early (address and head alone).

/** By feature, a weight for each head, in tenths. */
export const WEIGHTS: Record<string, number[]> = ${JSON.stringify(Object.fromEntries(of))};

/** What the features of each reason add up to on an average page. */
export const USUAL: Record<string, number[]> = ${JSON.stringify(Object.fromEntries(Object.entries(usual).map(([letter, sums]) => [letter, rounded(sums)])))};

export const BIAS = ${JSON.stringify([gate, news, early].map(({ bias }) => Number(bias.toFixed(2))))};

/** Early probability below which a page is dropped without reading its body. */
export const FLOOR = ${Math.max(0.001, floor).toFixed(3)};

/** Probability of the gate from which a page is an article. */
export const GATE_FROM = ${GATE_FROM};

/** Score from which an article is called news. */
export const NEWS_FROM = ${NEWS_FROM};
`;
}
