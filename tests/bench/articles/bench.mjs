/**
 * `npm run bench:articles`: detector, metadata and body against their peers on the development pages, in Chromium with
 * scripts off. Prints tables of figures and writes them to tests/bench/results/articles.md. The detector was fitted on
 * these pages: its honest figures are the cross-validated ones of `npm run fit:detector`. `PAGES=200` takes a sample.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import metascraper from 'metascraper';
import author from 'metascraper-author';
import date from 'metascraper-date';
import publisher from 'metascraper-publisher';
import title from 'metascraper-title';
import url from 'metascraper-url';
import { DOUBTFUL, isDoubtful } from './doubtfulLabels.mjs';
import { timeFirstCalls } from './firstCall.mjs';
import { bundle, ROOT, readBodies, readManifest, readPage, visit } from './pages.mjs';
import { confusion, mean, metadataPoints, quantile, wordOverlap } from './score.mjs';

/** Pages whose first calls are timed, one in some tens. */
const TIMED = 40;

const manifest = readManifest();
if (!manifest) {
  console.log('No development pages at ../shared/data/articles: nothing measured.');
  process.exit(0);
}
const most = Number(process.env.PAGES ?? manifest.length);
const step = Math.max(1, manifest.length / most);
const pages = Array.from(
  { length: Math.min(most, manifest.length) },
  (_, i) => manifest[Math.floor(i * step)],
);

const require = createRequire(import.meta.url);
const source = (path) => readFileSync(path, 'utf8');
const common = (path, as) =>
  `var ${as}=(()=>{const module={exports:{}},exports=module.exports;${source(path)};return module.exports})()`;
const claimlight = await bundle(join(ROOT, 'article/index.ts'), 'Claimlight');
const features = await bundle(join(ROOT, 'article/features.ts'), 'Features');
const detector = await bundle(join(ROOT, 'article/detectArticle.ts'), 'D');
const parser = common(require.resolve('@mozilla/readability/Readability.js'), 'Readability');
const readerable = common(require.resolve('@mozilla/readability/Readability-readerable.js'), 'readerable');
const defuddle = source(require.resolve('defuddle')).replace(
  /^/,
  'var module=undefined,exports=undefined,define=undefined;',
);
const scripts = [claimlight, parser, readerable, defuddle];

const measure = `(url) => {
  const tried = (run) => { try { return run(); } catch (error) { return null; } };
  const detection = tried(() => Claimlight.detectArticle(document, url));
  const metadata = tried(() => Claimlight.readMetadata(document, url));
  const body = tried(() => Claimlight.findBody(document));
  const isReaderable = tried(() => (readerable.isProbablyReaderable ?? readerable)(document));
  const text = (elements) => elements.map((element) => { const copy = element.cloneNode(true); for (const junk of copy.querySelectorAll('script,style,noscript,template')) junk.remove(); return copy.innerText ?? copy.textContent; }).join('\\n');
  const og = document.querySelector('meta[property="og:type"]')?.content ?? '';
  const ld = [...document.querySelectorAll('script[type="application/ld+json"]')].some((s) => /"@type"\\s*:\\s*\\[?\\s*"(?:\\w*NewsArticle|LiveBlogPosting)"/.test(s.textContent));
  const bodyText = text(body ?? []);
  const readability = tried(() => new Readability(document.cloneNode(true)).parse());
  const defuddle = tried(() => new Defuddle(document.cloneNode(true), { url }).parse());
  const plain = (html) => { const box = document.implementation.createHTMLDocument(''); box.body.innerHTML = html ?? ''; return box.body.textContent; };
  return { detection, metadata, parts: body?.length ?? 0, isReaderable, og: /article/i.test(og), ld, bodyText,
    readability: readability && { title: readability.title, byline: readability.byline, site: readability.siteName, date: readability.publishedTime, text: readability.textContent },
    defuddle: defuddle && { title: defuddle.title, byline: defuddle.author, site: defuddle.site, date: defuddle.published, text: plain(defuddle.content) } };
}`;

const bodies = readBodies();
const scrape = metascraper([title(), author(), date(), publisher(), url()]);
const names = (byline) => (byline ?? '').split(/\s*(?:,|;|\band\b|\bund\b|&)\s*/).filter(Boolean);
const rows = [];
await visit(pages, scripts, measure, (entry, result) => {
  if (result.error) return console.error(`${entry.id}: ${result.error.slice(0, 120)}`);
  const truth = bodies.get(entry.id);
  const body = truth && {
    Claimlight: wordOverlap(truth, result.bodyText),
    Readability: wordOverlap(truth, result.readability?.text ?? ''),
    Defuddle: wordOverlap(truth, result.defuddle?.text ?? ''),
  };
  const { bodyText, ...kept } = result;
  rows.push({ ...entry, ...kept, body });
});
for (const row of rows) {
  if (row.label !== 'news' || Object.keys(row.expected).length === 0) continue;
  const m = row.metadata ?? {};
  const from = (peer) =>
    peer && { title: peer.title, authors: names(peer.byline), date: peer.date, site: peer.site };
  let scraped = null;
  try {
    scraped = await scrape({ url: row.url, html: readPage(row.id).toString() });
  } catch (error) {
    console.error(`metascraper on ${row.id}: ${String(error).slice(0, 80)}`);
  }
  row.fields = {
    Claimlight: metadataPoints(row.expected, {
      title: m.title,
      authors: m.authors,
      date: m.publishedAt,
      dateRaw: m.publishedRaw,
      site: m.site,
      canonical: m.canonicalUrl,
    }),
    Readability: metadataPoints(row.expected, from(row.readability) ?? {}),
    Defuddle: metadataPoints(row.expected, from(row.defuddle) ?? {}),
    metascraper: metadataPoints(row.expected, {
      title: scraped?.title,
      authors: names(scraped?.author),
      date: scraped?.date,
      site: scraped?.publisher,
      canonical: scraped?.url,
    }),
  };
}

const out = [];
const table = (head, lines) =>
  out.push(
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- |').join('')}`,
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  );
const f = (x) => x.toFixed(3);
const percent = (x) => `${(100 * x).toFixed(1)} %`;
const say = (line) => out.push(line, '');

say('# Knowing a news article: figures');
say(
  `${rows.length} development pages, Chromium, scripts off. Written by \`npm run bench:articles\`. The detector was fitted on these pages; figures on unseen publishers are those of [detector.md](detector.md).`,
);
say('## Detection');
const detectors = {
  'Claimlight (fitted here)': (r) => r.detection?.kind !== 'other',
  'Claimlight, news only': (r) => r.detection?.kind === 'news',
  isProbablyReaderable: (r) => Boolean(r.isReaderable),
  'og:type=article': (r) => r.og,
  'JSON-LD NewsArticle family': (r) => r.ld,
  'mark-up and readerable': (r) => (r.og || r.ld) && Boolean(r.isReaderable),
};
const detectionTable = (subset) =>
  table(
    [
      'detector',
      'news against not-article: P / R / F1',
      'fires on not-article',
      'news against everything: F1',
    ],
    Object.entries(detectors).map(([name, says]) => {
      const narrow = confusion(
        subset.filter((r) => r.label !== 'other-article').map((r) => [says(r), r.label === 'news']),
      );
      const wide = confusion(subset.map((r) => [says(r), r.label === 'news']));
      return [
        name,
        `${f(narrow.precision)} / ${f(narrow.recall)} / ${f(narrow.f1)}`,
        percent(narrow.fires),
        f(wide.f1),
      ];
    }),
  );
detectionTable(rows);
say('Pages of 2023 and later:');
detectionTable(rows.filter((r) => /^(?:wcxb|frontpage2026|fundus)$/.test(r.source)));
const newsHosts = new Set(rows.filter((r) => r.label === 'news').map((r) => r.publisher));
const own = rows.filter((r) => r.label === 'not-article' && newsHosts.has(r.publisher));
say(
  `Not-articles of publishers with news here (${own.length}): fires on ${percent(own.filter(detectors['Claimlight (fitted here)']).length / (own.length || 1))}.`,
);
say('Reliability of the news score: said, true, pages');
table(
  ['said', 'true', 'pages'],
  Array.from({ length: 10 }, (_, bin) =>
    rows.filter(
      (r) => r.detection?.kind === 'news' && Math.min(9, Math.floor(r.detection.score * 10)) === bin,
    ),
  )
    .filter((bin) => bin.length > 0)
    .map((bin) => [
      f(mean(bin.map((r) => r.detection.score))),
      f(mean(bin.map((r) => Number(r.label === 'news')))),
      bin.length,
    ]),
);
say('## Metadata (annotated news; title exact, authors F1, site one within the other)');
const measured = rows.filter((r) => r.fields);
const fields = ['title', 'authors', 'date', 'site', 'canonical'];
const metadataTable = (counts) => {
  const of = (field) => measured.filter((r) => field in r.fields.Claimlight && counts(field, r.id));
  table(
    ['reader', ...fields.map((field) => `${field} (${of(field).length})`)],
    ['Claimlight', 'Readability', 'Defuddle', 'metascraper'].map((reader) => [
      reader,
      ...fields.map((field) =>
        field === 'canonical' && /Read|Def/.test(reader)
          ? '-'
          : f(mean(of(field).map((r) => r.fields[reader][field]))),
      ),
    ]),
  );
};
metadataTable(() => true);
const reasons = Object.entries(DOUBTFUL).flatMap(([field, kinds]) =>
  kinds.map(({ why }) => `${field}: ${why}`),
);
say(
  `Without labels that we think are wrong (${reasons.join('; ')}; ids in tests/bench/articles/doubtfulLabels.mjs):`,
);
metadataTable((field, id) => !isDoubtful(field, id));
say('Pages on which Claimlight misses (in brackets those whose label we doubt):');
for (const field of fields) {
  const missed = measured.filter(({ fields: { Claimlight } }) => Claimlight[field] < 1).map(({ id }) => id);
  const named = missed.sort().map((id) => (isDoubtful(field, id) ? `(${id})` : id));
  say(`${field} (${missed.length}): ${named.join(' ')}`);
}
say('## Body (news with known text)');
const texts = rows.filter((r) => r.body && r.label === 'news');
table(
  ['reader', 'pages', 'word recall', 'precision', 'F1', 'pages under .5 recall'],
  ['Claimlight', 'Readability', 'Defuddle'].map((reader) => {
    const all = texts.map((r) => r.body[reader]);
    return [
      reader,
      all.length,
      f(mean(all.map((b) => b.recall))),
      f(mean(all.map((b) => b.precision))),
      f(mean(all.map((b) => b.f1))),
      all.filter((b) => b.recall < 0.5).length,
    ];
  }),
);
say('## Time of a first call, ms');
const programs = {
  'stage 0': {
    code: features,
    run: '(url, lap) => { Features.readFeatures(document, url).cheap; lap("stage 0"); }',
  },
  Claimlight: {
    code: claimlight,
    run: '(url, lap) => { Claimlight.detectArticle(document, url); lap("detectArticle"); Claimlight.readMetadata(document, url); lap("readMetadata"); Claimlight.findBody(document); lap("findBody"); }',
  },
  isProbablyReaderable: {
    code: readerable,
    run: '(url, lap) => { (readerable.isProbablyReaderable ?? readerable)(document); lap("isProbablyReaderable"); }',
  },
  'Readability parse': {
    code: parser,
    run: '(url, lap) => { new Readability(document.cloneNode(true)).parse(); lap("Readability parse"); }',
  },
  'Defuddle parse': {
    code: defuddle,
    run: '(url, lap) => { new Defuddle(document.cloneNode(true), { url }).parse(); lap("Defuddle parse"); }',
  },
};
const timedPages = pages.filter((_, i) => i % Math.ceil(pages.length / TIMED) === 0);
const times = {};
const note = (name, ms) => {
  times[name] = [...(times[name] ?? []), ms];
};
await timeFirstCalls(timedPages, programs, (_, program, laps, cpu) => {
  for (const [name, ms] of Object.entries(laps)) note(name, ms);
  if (program !== 'Claimlight') return;
  note(
    'all three',
    Object.values(laps).reduce((sum, ms) => sum + ms, 0),
  );
  note('all three, processor time', cpu);
});
say(
  `${timedPages.length} pages, each opened anew for each program: once, in a world of its own, in a fresh process, when the page has come to rest. Nothing is warm, so half of it is compiling and first touching.`,
);
const order = [
  'stage 0',
  'detectArticle',
  'readMetadata',
  'findBody',
  'all three',
  'all three, processor time',
];
const peers = Object.keys(times).filter((name) => !order.includes(name));
table(
  ['what', 'median', 'p95', 'ratio to isProbablyReaderable'],
  [...order, ...peers].map((name) => [
    name,
    quantile(times[name], 0.5).toFixed(2),
    quantile(times[name], 0.95).toFixed(2),
    (quantile(times[name], 0.5) / quantile(times.isProbablyReaderable, 0.5)).toFixed(1),
  ]),
);
say('## Size, gzip');
table(
  ['what', 'bytes'],
  [
    ['detectArticle', gzipSync(detector, { level: 9 }).length],
    ['detectArticle, readMetadata and findBody', gzipSync(claimlight, { level: 9 }).length],
  ],
);

const report = `${out.join('\n').trim()}\n`;
console.log(report);
if (most >= manifest.length) {
  mkdirSync(join(ROOT, 'tests/bench/results'), { recursive: true });
  writeFileSync(join(ROOT, 'tests/bench/results/articles.md'), report);
}
