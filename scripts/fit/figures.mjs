/** Figures of the detector as a Markdown page. */

const f = (x) => x.toFixed(3);
const percent = (x) => `${(100 * x).toFixed(1)} %`;

/** How one way of reading the answers does on some pages. `says` and `rank` take an answer. */
function measure(pages, answers, says, rank) {
  const n = { tp: 0, fp: 0, fn: 0, other: 0, not: 0 };
  const scores = { news: [], not: [] };
  pages.forEach(({ label }, i) => {
    const yes = says(answers[i]);
    if (label === 'news') n[yes ? 'tp' : 'fn']++;
    else if (label === 'not-article') {
      n.not++;
      if (yes) n.fp++;
    } else if (yes) n.other++;
    if (label === 'news') scores.news.push(rank(answers[i]));
    if (label === 'not-article') scores.not.push(rank(answers[i]));
  });
  const not = scores.not.sort((a, b) => b - a);
  const news = scores.news.sort((a, b) => b - a);
  const bar = not[Math.floor(0.01 * not.length)] ?? 0;
  const at95 = news[Math.floor(0.95 * news.length)] ?? 0;
  return [
    f(n.tp / (n.tp + n.fp)),
    f(n.tp / (n.tp + n.fn)),
    f((2 * n.tp) / (2 * n.tp + n.fp + n.fn)),
    percent(n.fp / n.not),
    f(news.filter((score) => score > bar).length / news.length),
    percent(not.filter((score) => score >= at95).length / not.length),
    f((2 * n.tp) / (2 * n.tp + n.fp + n.other + n.fn)),
  ];
}

const READINGS = {
  '`kind` is not `other`': [({ kind }) => kind !== 'other', ({ gate }) => gate],
  '`kind` is `news`': [({ kind }) => kind === 'news', ({ score }) => score],
};

/** @param {Record<string, { pages: any[], answers: any[] }>} sets */
export function detectionTable(sets) {
  const lines = [
    '| pages | reading | P | R | F1 | fires | R at 1 % fires | fires at R .95 | F1, news against everything |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const [name, { pages, answers }] of Object.entries(sets))
    for (const [reading, [says, rank]] of Object.entries(READINGS))
      lines.push(`| ${name} | ${reading} | ${measure(pages, answers, says, rank).join(' | ')} |`);
  return lines.join('\n');
}

/** What was said against what was true, by tenths of the score. */
export function reliabilityTable(pages, answers) {
  const lines = ['| score | said | true | pages |', '| --- | --- | --- | --- |'];
  for (let bin = 0; bin < 10; bin++) {
    const within = answers
      .map(({ score }, i) => ({ score, news: pages[i].label === 'news' }))
      .filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin);
    if (within.length === 0) continue;
    const said = within.reduce((sum, { score }) => sum + score, 0) / within.length;
    const true_ = within.filter(({ news }) => news).length / within.length;
    lines.push(`| ${bin / 10}–${(bin + 1) / 10} | ${f(said)} | ${f(true_)} | ${within.length} |`);
  }
  return lines.join('\n');
}

/** Not-articles of publishers that also have news here: sections, fronts, legal pages. */
export function ownPages(pages, answers) {
  const outlets = new Set(pages.filter(({ label }) => label === 'news').map(({ publisher }) => publisher));
  const own = answers.filter((_, i) => pages[i].label === 'not-article' && outlets.has(pages[i].publisher));
  const fired = (kind) => own.filter(kind).length;
  return `Not-articles of publishers that have news here: fires on ${fired(({ kind }) => kind !== 'other')} of ${own.length}, calls ${fired(({ kind }) => kind === 'news')} news.`;
}

/** The reasons by the first letter of their features. */
const REASONS = {
  d: 'mark-up',
  b: 'byline and date',
  p: 'paragraphs',
  w: 'wording',
  h: 'headline',
  s: 'newsroom',
  u: 'address',
  c: 'shop or listing',
  f: 'forum',
  m: 'manual',
  x: 'form or legal text',
};

/** How many pages are called news that are not, and the other way round, and the worst of them as a Markdown table. */
export function worstMisses(pages, answers, most) {
  const misses = pages
    .map((page, i) => ({ page, isNews: page.label === 'news', ...answers[i] }))
    .filter(({ isNews, kind }) => isNews !== (kind === 'news'))
    .map((miss) => ({ ...miss, off: Math.abs(Number(miss.isNews) - miss.score) }))
    .sort((a, b) => b.off - a.off || a.page.id.localeCompare(b.page.id));
  const of = (label) => misses.filter(({ page }) => page.label === label).length;
  const why = ({ sums, isNews }) =>
    Object.entries(sums)
      .filter(([, sum]) => (isNews ? sum < 0 : sum > 0))
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .slice(0, 3)
      .map(
        ([letter, sum]) => `${REASONS[letter] ?? letter} ${sum > 0 ? '+' : '−'}${Math.abs(sum).toFixed(1)}`,
      )
      .join(', ');
  return [
    `${of('news')} pages of news are not called so, ${of('other-article')} other articles and ${of('not-article')} pages that are no articles are. The ${most} whose score is furthest off:`,
    '',
    '| | page | label | called | gate | score | strongest reasons for the mistake |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...misses
      .slice(0, most)
      .map(
        (miss, i) =>
          `| ${i + 1} | ${miss.page.id} | ${miss.page.label} | ${miss.kind} | ${f(miss.gate)} | ${f(miss.score)} | ${why(miss)} |`,
      ),
  ].join('\n');
}
