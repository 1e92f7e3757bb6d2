/**
 * Fits the detector: `npm run fit:detector`. Reads the features of the development pages in Chromium (cached in out/),
 * fits two stages of logistic heads (a gate: news or no article at all? then: news or any other page?) with a ridge penalty, prints figures
 * cross-validated by publisher and with each source left out, and writes article/weights.ts.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, parseEach, ROOT, readManifest } from '../tests/bench/articles/pages.mjs';
import { logistic } from './logistic.mjs';

/** Ridge penalties found by cross-validation; the news head has the harder, noisier question. */
const RIDGE = { gate: 5, news: 12 };
/** A page passes the gate from this probability on; above even odds, because an icon on a page that is no article is the worse mistake. */
const GATE_FROM = 0.6;
/** News where the second head says at least this. */
const NEWS_FROM = 0.42;
const FOLDS = 10;
const manifest = readManifest();
if (!manifest) {
  console.log(
    'No development pages at ../shared/data/articles: nothing fitted, article/weights.ts stays as it is.',
  );
  process.exit(0);
}

async function readFeatures() {
  const code = await bundle(join(ROOT, 'article/features.ts'), 'Claimlight');
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

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const dot = (model, row) => row.reduce((sum, value, j) => sum + value * model.raw[j], model.bias);

const features = await readFeatures();
const byId = new Map(manifest.map((entry) => [entry.id, entry]));
const pages = features.map((row) => ({ ...byId.get(row.id), ...row }));
const stages = ['cheap', 'full'].map((stage) => {
  const names = Object.keys(pages[0][stage]).filter((name) => name !== 'paragraphs');
  return { stage, names, rows: pages.map((page) => names.map((name) => page[stage][name] ?? 0)) };
});
const isNews = pages.map((page) => (page.label === 'news' ? 1 : 0));
// One publisher with forty pages must not count forty times.
const perPublisher = new Map();
for (const page of pages) perPublisher.set(page.publisher, (perPublisher.get(page.publisher) ?? 0) + 1);
const pageWeights = pages.map((page) => 1 / Math.sqrt(perPublisher.get(page.publisher)));

/** The gate learns from news and not-articles alone: blog posts on either side would blur what it is for. */
const heads = {
  gate: (train, rows) => {
    const clear = train.filter((i) => pages[i].label !== 'other-article');
    return logistic(
      clear.map((i) => rows[i]),
      clear.map((i) => isNews[i]),
      clear.map((i) => pageWeights[i]),
      RIDGE.gate,
    );
  },
  news: (train, rows) =>
    logistic(
      train.map((i) => rows[i]),
      train.map((i) => isNews[i]),
      train.map((i) => pageWeights[i]),
      RIDGE.news,
    ),
};

/** The gate's and the news head's probability for each page of `test`, learnt from `train`. */
function predict(train, test, rows) {
  const gate = heads.gate(train, rows);
  const news = heads.news(train, rows);
  return test.map((i) => ({ i, gate: sigmoid(dot(gate, rows[i])), news: sigmoid(dot(news, rows[i])) }));
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

/** News against not-article: a page counts as found when the gate lets it pass. */
function report(name, results, threshold) {
  const narrow = pages.flatMap((page, i) => (page.label === 'other-article' ? [] : [i]));
  const a = measure(
    narrow.map((i) => results[i].gate >= threshold),
    narrow.map((i) => isNews[i]),
  );
  const fires = pages.filter(
    (page, i) => page.label === 'not-article' && results[i].gate >= threshold,
  ).length;
  const b = measure(
    results.map((r) => r.gate >= threshold && r.news >= NEWS_FROM),
    isNews,
  );
  const not = pages
    .flatMap((page, i) => (page.label === 'not-article' ? [results[i].gate] : []))
    .sort((x, y) => y - x);
  const news = pages.flatMap((page, i) => (page.label === 'news' ? [results[i].gate] : []));
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

const threshold = GATE_FROM;
const cv = stages.map(({ rows }) => crossValidate(rows));
report('stage 0, by publisher', cv[0], threshold);
report('all, by publisher', cv[1], threshold);
if (process.env.SOURCES !== '0')
  report(
    'all, one source left out',
    crossValidate(stages[1].rows, (page) => page.source),
    threshold,
  );

const modern = pages.flatMap((page, i) =>
  /^(?:wcxb|frontpage2026|fundus)$/.test(page.source) && page.label !== 'other-article' ? [i] : [],
);
const late = measure(
  modern.map((i) => cv[1][i].gate >= threshold),
  modern.map((i) => isNews[i]),
);
console.log(
  `sources of 2023 and later: news/not F1 ${show(late.f1)} (${late.fp} fires, ${late.fn} missed of ${modern.length})`,
);
const outlets = new Set(pages.filter((page) => page.label === 'news').map((page) => page.publisher));
const fronts = pages.flatMap((page, i) =>
  page.label === 'not-article' && outlets.has(page.publisher) ? [i] : [],
);
const fired = fronts.filter((i) => cv[1][i].gate >= threshold).length;
console.log(`not-articles of publishers that have news here: fires on ${fired} of ${fronts.length}`);

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
  .flatMap((page, i) => (page.label === 'news' ? [cv[0][i].gate] : []))
  .sort((x, y) => x - y);
const floor = early[Math.floor(0.004 * early.length)];
const dropped = pages.filter((page, i) => page.label === 'not-article' && cv[0][i].gate < floor).length;
console.log(
  `\nstage 0 drops ${((100 * dropped) / pages.filter((p) => p.label === 'not-article').length).toFixed(0)} % of not-articles below ${show(floor)}`,
);

const misses = pages
  .map((page, i) => ({ page, r: cv[1][i] }))
  .filter(({ page, r }) => page.label !== 'other-article' && r.gate >= threshold !== (page.label === 'news'))
  .sort((a, b) => Math.abs(b.r.gate - threshold) - Math.abs(a.r.gate - threshold));
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(
  join(ROOT, 'out', 'detector-misses.tsv'),
  misses
    .map(({ page, r }) =>
      [page.id, page.label, page.subtype, show(r.gate), show(r.news), page.url].join('\t'),
    )
    .join('\n'),
);
console.log(`${misses.length} misses of news against not-article are listed in out/detector-misses.tsv`);

const all = pages.map((_, i) => i);
const round = (x) => Number(x.toFixed(2));
const stageModel = ({ names, rows }, asked) => {
  const fitted = asked.map((head) => heads[head](all, rows));
  const mean = names.map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
  const weights = names.map((name, j) => [
    name,
    [...fitted.map(({ raw }) => round(raw[j])), ...(asked.length > 1 ? [Number(mean[j].toFixed(1))] : [])],
  ]);
  return { bias: fitted.map(({ bias }) => round(bias)), weights: Object.fromEntries(weights) };
};
const cheap = stageModel(stages[0], ['gate']);
const full = stageModel(stages[1], ['gate', 'news']);
const text = (model) =>
  `{\n  bias: ${JSON.stringify(model.bias)},\n  weights: {\n${Object.entries(model.weights)
    .map(([name, values]) => `    ${name}: ${JSON.stringify(values)},`)
    .join('\n')}\n  },\n}`;
writeFileSync(
  join(ROOT, 'article/weights.ts'),
  `// Written by \`npm run fit:detector\` from ${pages.length} pages. Do not edit.\n
export interface Stage {
  /** One number for each head: the gate, and (with everything read) news. */
  bias: number[];
  /** By feature: a weight for each head; in the full stage then the feature's mean over all pages. */
  weights: Record<string, number[]>;
}

/** Probability of the second head from which a page is called news. */
export const NEWS_FROM = ${NEWS_FROM};

/** Stage 0 score below which a page is dropped without reading its body. */
export const FLOOR = ${Math.max(0.001, floor).toFixed(3)};

/** Probability of the first head from which a page is an article. */
export const GATE_FROM = ${GATE_FROM};

/** Reads the address and the head. */
export const CHEAP: Stage = ${text(cheap)};

/** Reads everything. */
export const FULL: Stage = ${text(full)};
`,
);
console.log('article/weights.ts written');
