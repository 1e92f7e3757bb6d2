/**
 * Fits the detector: `npm run fit:detector`. Reads the features of the development pages in Chromium (cached in out/),
 * fits two stages of two logistic heads each (is it an article? is it news?) with a ridge penalty, prints figures
 * cross-validated by publisher and with each source left out, and writes article/weights.ts.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, parseEach, ROOT, readManifest } from '../tests/bench/articles/pages.mjs';

const RIDGE = Number(process.env.RIDGE ?? 1.5);
const FOLDS = 10;
const manifest = readManifest();
if (!manifest) {
  console.log(
    'No development pages at ../shared/data/articles: nothing fitted, article/weights.ts stays as it is.',
  );
  process.exit(0);
}

async function readFeatures() {
  const code = await bundle(join(ROOT, 'article/fitting.ts'), 'Claimlight');
  const sources = [
    'dom',
    'head',
    'jsonLd',
    'outline',
    'prose',
    'features',
    'headFeatures',
    'textFeatures',
    'newsSignals',
  ];
  const hash = createHash('sha256');
  for (const name of sources) hash.update(readFileSync(join(ROOT, 'article', `${name}.ts`)));
  const cache = join(ROOT, 'out', `features-${hash.digest('hex').slice(0, 12)}.json`);
  if (existsSync(cache)) return JSON.parse(readFileSync(cache, 'utf8'));
  const rows = [];
  const expression = `(document, url) => { const f = Claimlight.readFeatures(document, url); return { cheap: f.cheap, full: f.full() }; }`;
  await parseEach(manifest, [code], expression, ({ id }, result) => {
    if (result.error) console.error(id, result.error);
    else rows.push({ id, ...result });
  });
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(cache, JSON.stringify(rows));
  return rows;
}

/** Logistic regression by Newton's method on standardised columns; returns weights on the raw scale. */
function fit(rows, targets, weights, ridge = RIDGE) {
  const n = rows.length;
  const d = rows[0].length;
  const mean = new Float64Array(d);
  const scale = new Float64Array(d);
  for (const row of rows) for (let j = 0; j < d; j++) mean[j] += row[j] / n;
  for (const row of rows) for (let j = 0; j < d; j++) scale[j] += (row[j] - mean[j]) ** 2 / n;
  // A column that is nearly constant would get a wild weight from a handful of pages.
  for (let j = 0; j < d; j++) scale[j] = Math.max(Math.sqrt(scale[j]), 0.05);
  const X = rows.map((row) => Float64Array.from(row, (value, j) => (value - mean[j]) / scale[j]));
  const beta = new Float64Array(d + 1);
  for (let step = 0; step < 25; step++) {
    const H = Array.from({ length: d + 1 }, () => new Float64Array(d + 1));
    const g = new Float64Array(d + 1);
    for (let i = 0; i < n; i++) {
      const x = X[i];
      let z = beta[d];
      for (let j = 0; j < d; j++) z += beta[j] * x[j];
      const p = 1 / (1 + Math.exp(-z));
      const w = weights[i] * Math.max(p * (1 - p), 1e-6);
      const r = weights[i] * (targets[i] - p);
      for (let j = 0; j < d; j++) {
        g[j] += r * x[j];
        const wx = w * x[j];
        const row = H[j];
        for (let k = 0; k <= j; k++) row[k] += wx * x[k];
        H[d][j] += wx;
      }
      g[d] += r;
      H[d][d] += w;
    }
    for (let j = 0; j < d; j++) {
      g[j] -= ridge * beta[j];
      H[j][j] += ridge;
    }
    const delta = solve(H, g);
    let largest = 0;
    for (let j = 0; j <= d; j++) {
      beta[j] += delta[j];
      largest = Math.max(largest, Math.abs(delta[j]));
    }
    if (largest < 1e-5) break;
  }
  const raw = Array.from({ length: d }, (_, j) => beta[j] / scale[j]);
  return { bias: beta[d] - raw.reduce((sum, w, j) => sum + w * mean[j], 0), raw, mean: [...mean] };
}

/** Cholesky; the lower half of H is filled. */
function solve(H, g) {
  const n = g.length;
  const L = H.map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = L[i][j];
      for (let k = 0; k < j; k++) sum -= L[i][k] * L[j][k];
      L[i][j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / L[j][j];
    }
  const x = Float64Array.from(g);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= L[i][k] * x[k];
    x[i] /= L[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= L[k][i] * x[k];
    x[i] /= L[i][i];
  }
  return x;
}

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const dot = (model, row) => row.reduce((sum, value, j) => sum + value * model.raw[j], model.bias);

const features = await readFeatures();
const byId = new Map(manifest.map((entry) => [entry.id, entry]));
const pages = features.map((row) => ({ ...byId.get(row.id), ...row }));
const stages = ['cheap', 'full'].map((stage) => {
  const names = Object.keys(pages[0][stage]).filter((name) => name !== 'paragraphs');
  return { stage, names, rows: pages.map((page) => names.map((name) => page[stage][name] ?? 0)) };
});
const isArticle = pages.map((page) => (page.label === 'not-article' ? 0 : 1));
const isNews = pages.map((page) => (page.label === 'news' ? 1 : 0));
// One publisher with forty pages must not count forty times.
const perPublisher = new Map();
for (const page of pages) perPublisher.set(page.publisher, (perPublisher.get(page.publisher) ?? 0) + 1);
const pageWeights = pages.map((page) => 1 / Math.sqrt(perPublisher.get(page.publisher)));

/** Probability of news and of any article for each page of `test`, learnt from `train`. */
function predict(train, test, rows) {
  const w = train.map((i) => pageWeights[i]);
  const article = fit(
    train.map((i) => rows[i]),
    train.map((i) => isArticle[i]),
    w,
  );
  const news = fit(
    train.map((i) => rows[i]),
    train.map((i) => isNews[i]),
    w,
  );
  return test.map((i) => ({ i, article: sigmoid(dot(article, rows[i])), news: sigmoid(dot(news, rows[i])) }));
}

const foldOf = (page) => createHash('md5').update(page.publisher).digest()[0] % FOLDS;
function crossValidate(rows, group = foldOf) {
  const out = new Array(pages.length);
  for (const fold of new Set(pages.map(group))) {
    const test = pages.flatMap((page, i) => (group(page) === fold ? [i] : []));
    const train = pages.flatMap((page, i) => (group(page) === fold ? [] : [i]));
    for (const result of predict(train, test, rows)) out[result.i] = result;
  }
  return out;
}

const measure = (said, truth) => {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  said.forEach((yes, i) => {
    if (yes && truth[i]) tp++;
    else if (yes) fp++;
    else if (truth[i]) fn++;
  });
  return { precision: tp / (tp + fp), recall: tp / (tp + fn), f1: (2 * tp) / (2 * tp + fp + fn), fp, fn };
};
const show = (x) => x.toFixed(3);

/** News against not-article: a page counts as found when the article head says yes. */
function report(name, results, threshold) {
  const narrow = pages.flatMap((page, i) => (page.label === 'other-article' ? [] : [i]));
  const a = measure(
    narrow.map((i) => results[i].article >= threshold),
    narrow.map((i) => isNews[i]),
  );
  const fires = pages.filter(
    (page, i) => page.label === 'not-article' && results[i].article >= threshold,
  ).length;
  const b = measure(
    results.map((r) => r.news >= 0.5),
    isNews,
  );
  const not = pages
    .flatMap((page, i) => (page.label === 'not-article' ? [results[i].article] : []))
    .sort((x, y) => y - x);
  const news = pages.flatMap((page, i) => (page.label === 'news' ? [results[i].article] : []));
  const at = (share) =>
    news.filter((score) => score > not[Math.floor(share * not.length)]).length / news.length;
  const ranked = news.toSorted((x, y) => y - x);
  const bar = ranked[Math.floor(0.95 * ranked.length)];
  const at95 = not.filter((score) => score >= bar).length / not.length;
  console.log(
    `${name.padEnd(28)} news/not: P ${show(a.precision)} R ${show(a.recall)} F1 ${show(a.f1)} fires ${((100 * fires) / not.length).toFixed(1)} %` +
      ` | recall at 1 % ${show(at(0.01))}, fires at recall .95 ${(100 * at95).toFixed(1)} % | news/all F1 ${show(b.f1)}`,
  );
}

const threshold = 0.55;
const cv = stages.map(({ rows }) => crossValidate(rows));
report('stage 0, by publisher', cv[0], threshold);
report('all, by publisher', cv[1], threshold);
if (process.env.SOURCES !== '0')
  report(
    'all, one source left out',
    crossValidate(stages[1].rows, (page) => page.source),
    threshold,
  );

console.log('\nReliability of the news score (cross-validated): said, true, pages');
for (let bin = 0; bin < 10; bin++) {
  const within = cv[1].filter((r) => Math.min(9, Math.floor(r.news * 10)) === bin);
  if (within.length > 0)
    console.log(
      `  ${(bin / 10).toFixed(1)}  ${show(within.reduce((s, r) => s + r.news, 0) / within.length)}  ${show(within.filter((r) => isNews[r.i]).length / within.length)}  ${within.length}`,
    );
}

// Below this stage 0 score a page is dropped unread: the level that loses one news article in 250.
const early = pages
  .flatMap((page, i) => (page.label === 'news' ? [cv[0][i].article] : []))
  .sort((x, y) => x - y);
const floor = early[Math.floor(0.004 * early.length)];
const dropped = pages.filter((page, i) => page.label === 'not-article' && cv[0][i].article < floor).length;
console.log(
  `\nstage 0 drops ${((100 * dropped) / pages.filter((p) => p.label === 'not-article').length).toFixed(0)} % of not-articles below ${show(floor)}`,
);

const misses = pages
  .map((page, i) => ({ page, r: cv[1][i] }))
  .filter(
    ({ page, r }) => page.label !== 'other-article' && r.article >= threshold !== (page.label === 'news'),
  )
  .sort((a, b) => Math.abs(b.r.article - threshold) - Math.abs(a.r.article - threshold));
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(
  join(ROOT, 'out', 'detector-misses.tsv'),
  misses
    .map(({ page, r }) =>
      [page.id, page.label, page.subtype, show(r.article), show(r.news), page.url].join('\t'),
    )
    .join('\n'),
);
console.log(`${misses.length} misses of news against not-article are listed in out/detector-misses.tsv`);

const all = pages.map((_, i) => i);
const head = (rows, targets) =>
  fit(
    all.map((i) => rows[i]),
    targets,
    pageWeights,
  );
const round = (x) => Number(x.toFixed(3));
const stageModel = ({ names, rows }) => {
  const article = head(rows, isArticle);
  const news = head(rows, isNews);
  return {
    bias: [round(article.bias), round(news.bias)],
    weights: Object.fromEntries(
      names.map((name, j) => [name, [round(article.raw[j]), round(news.raw[j]), round(article.mean[j])]]),
    ),
  };
};
const [cheap, full] = stages.map(stageModel);
for (const entry of Object.values(cheap.weights)) entry.splice(1);
cheap.bias.splice(1);
const text = (model) =>
  `{\n  bias: ${JSON.stringify(model.bias)},\n  weights: {\n${Object.entries(model.weights)
    .map(([name, values]) => `    ${name}: ${JSON.stringify(values)},`)
    .join('\n')}\n  },\n}`;
writeFileSync(
  join(ROOT, 'article/weights.ts'),
  `// Written by \`npm run fit:detector\` from ${pages.length} pages. Do not edit.\n
export interface Stage {
  /** One number for each head: is it an article, is it news. */
  bias: number[];
  /** By feature: a weight for each head; last, where both heads are there, the feature's mean. */
  weights: Record<string, number[]>;
}

/** Stage 0 score below which a page is dropped without reading its body. */
export const FLOOR = ${round(Math.max(0.001, floor))};

/** Reads the address and the head. */
export const CHEAP: Stage = ${text(cheap)};

/** Reads everything. */
export const FULL: Stage = ${text(full)};
`,
);
console.log('article/weights.ts written');
