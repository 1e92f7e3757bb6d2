/**
 * Fits the anchoring model: `npm run fit:anchoring`. Describes the development selections in the old texts, looks for
 * them in the new ones, and learns from what was found when a place is the right one. Articles are split in two by a
 * hash of their name; each half is judged by weights, and in the last step by thresholds, that the other half set.
 * Writes anchoring/weights.ts (fitted on both) and tests/bench/results/anchoring-fit.md.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataOrExit, moduleOf, readCases, table, writeResult } from '#tests/bench/anchoring/browserPage.mjs';
import { isDoubtful } from '#tests/bench/anchoring/doubtfulLabels.mjs';
import { logistic } from './logistic.mjs';

dataOrExit();
/** Ridge penalty; between 0.5 and 8 the figures hardly move. */
const RIDGE = 2;
/**
 * A wrong place counts like this many lost ones when the weights are fitted; the bar of even odds follows from it.
 * Little more than one, because the vetoes stand before the model and keep off most of what it would get wrong.
 */
const WRONG_COSTS = 1.5;
const THERE = ['same', 'moved', 'edited'];

const { rowsOf, featuresOf, termsOf, VETOES, THRESHOLDS } = await moduleOf('editedRows.ts');

/** The article of a case: `site:article:versions`, of a foreign case also the one it is looked for in. */
const articlesOf = (id) => id.split('=>').map((part) => part.replace(/#twin$/, '').replace(/:\d+-\d+$/, ''));
const halfOf = (article) => createHash('sha256').update(article).digest()[0] & 1;

const rows = readCases().flatMap((testCase) => {
  const halves = articlesOf(testCase.id).map(halfOf);
  return rowsOf(testCase).map((row, i) => ({
    ...row,
    half: halves[0],
    // Looked for in an article of the other half: judged, but nothing is learnt from it.
    mixed: halves.some((half) => half !== halves[0]),
    doubtful: isDoubtful(testCase.id, i),
    features: row.evidence && featuresOf(row.evidence),
    terms: row.evidence && termsOf(row.evidence, featuresOf(row.evidence)),
  }));
});
const judged = rows.filter(({ evidence }) => evidence);
const names = Object.keys(judged[0].terms);
for (const row of judged) row.values = names.map((name) => row.terms[name]);

/** A place beside the labelled one is neither right nor wrong; a doubtful label teaches nothing. */
const teaches = (row) => !row.doubtful && (row.place === 'right' || row.place === 'wrong');

function learn(train) {
  const used = train.filter(teaches);
  return logistic(
    used.map(({ values }) => values),
    used.map(({ place }) => (place === 'right' ? 1 : 0)),
    used.map(({ place }) => (place === 'right' ? 1 : WRONG_COSTS)),
    RIDGE,
  );
}

const logOdds = (model, row) => row.values.reduce((sum, value, i) => sum + value * model.raw[i], model.bias);
const isVetoed = (row, without) =>
  Object.keys(VETOES).some((name) => name !== without && VETOES[name](row.evidence, row.features));

/** Found and wrong when `accepts` decides what is painted. */
function score(some, accepts) {
  const count = {
    there: 0,
    right: 0,
    edited: 0,
    editedRight: 0,
    near: 0,
    deleted: 0,
    foreign: 0,
    lookalike: 0,
    there_wrong: 0,
    doubtful: 0,
  };
  for (const row of some) {
    const there = THERE.includes(row.label);
    const placed = row.evidence ? accepts(row) : row.accepted;
    const right = placed && row.place === 'right';
    if (there) count.there++;
    if (row.label === 'edited') count.edited++;
    if (right) count.right++;
    if (right && row.label === 'edited') count.editedRight++;
    if (placed && row.place === 'near') count.near++;
    if (!placed || row.place !== 'wrong') continue;
    count[there ? 'there_wrong' : row.label]++;
    if (row.doubtful) count.doubtful++;
  }
  const wrong = count.deleted + count.foreign + count.lookalike + count.there_wrong;
  return { ...count, wrong };
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(2)} %`;
const line = (name, s) => [
  name,
  percent(s.right, s.there),
  percent(s.editedRight, s.edited),
  s.wrong,
  `${s.deleted} / ${s.foreign} / ${s.lookalike} / ${s.there_wrong}`,
  s.doubtful,
];
const HEAD = [
  '',
  'found',
  'edited only',
  'wrong in all',
  'deleted / foreign / look-alike / still there',
  'of them doubtful labels',
];

const halves = [0, 1].map((half) => rows.filter((row) => row.half === half));
const learnFrom = (half) => learn(judged.filter((row) => row.half === half && !row.mixed));
const models = [learnFrom(0), learnFrom(1)];
const byOther = (row) => logOdds(models[1 - row.half], row);
const crossFitted = (without) => (row) => byOther(row) >= 0 && !isVetoed(row, without);
const all = learn(judged);

const summary = [
  line('both halves, each by the other half’s weights', score(rows, crossFitted())),
  line('first half by the second’s weights', score(halves[0], crossFitted())),
  line('second half by the first’s weights', score(halves[1], crossFitted())),
  line(
    'both halves by weights fitted on both (shipped)',
    score(rows, (row) => logOdds(all, row) >= 0 && !isVetoed(row)),
  ),
];

const bars = [-2, -1, -0.5, 0, 0.5, 1, 2].map((bar) =>
  line(
    String(bar),
    score(rows, (row) => byOther(row) >= bar && !isVetoed(row)),
  ),
);
const vetoes = Object.keys(VETOES).map((name) => line(name, score(rows, crossFitted(name))));

/** What each half would have chosen for a threshold, the others as they are: most right less the cost of wrong ones. */
const SCALES = [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3];
/** For choosing thresholds a wrong place costs far more: that is what vetoes are for. */
const VETO_COSTS = 10;
const gain = ({ right, wrong, foreign }) => right - VETO_COSTS * (wrong + foreign);
function scan(name) {
  const shipped = THRESHOLDS[name];
  const results = SCALES.map((scale) => {
    THRESHOLDS[name] = shipped * scale;
    const own = [0, 1].map((half) =>
      gain(score(halves[half], (row) => logOdds(models[half], row) >= 0 && !isVetoed(row))),
    );
    return { value: shipped * scale, own, cross: score(rows, crossFitted()) };
  });
  THRESHOLDS[name] = shipped;
  const asShipped = results[SCALES.indexOf(1)];
  const choice = [0, 1].map((half) => {
    const best = Math.max(...results.map(({ own }) => own[half]));
    const equals = results.filter(({ own }) => own[half] === best);
    // Of equally good values the nearest to the shipped one, so that a flat stretch does not look like a choice.
    return equals.reduce((a, b) => (Math.abs(b.value - shipped) < Math.abs(a.value - shipped) ? b : a)).value;
  });
  const at = ({ cross }) => `${cross.right - asShipped.cross.right} found, ${cross.wrong} wrong`;
  return {
    choice,
    row: [
      name,
      shipped,
      ...choice.map((value) => value.toFixed(2)),
      at(results[0]),
      at(results[2]),
      at(results[4]),
      at(results.at(-1)),
    ],
  };
}
const scans = Object.keys(THRESHOLDS).map((name) => ({ name, ...scan(name) }));

/** The strictest look: each half judged by the other's weights and by the thresholds the other would have chosen. */
const shippedThresholds = { ...THRESHOLDS };
const parts = [0, 1].map((half) => {
  for (const { name, choice } of scans) THRESHOLDS[name] = choice[1 - half];
  const part = score(halves[half], crossFitted());
  Object.assign(THRESHOLDS, shippedThresholds);
  return part;
});
const strict = Object.fromEntries(Object.keys(parts[0]).map((key) => [key, parts[0][key] + parts[1][key]]));
summary.splice(3, 0, line('both halves, thresholds by the other half, too', strict));

const round = (value) => Number(value.toFixed(2));
writeFileSync(
  join(import.meta.dirname, '../anchoring/weights.ts'),
  `// Written by \`npm run fit:anchoring\` from ${judged.length} places. Do not edit.
import type { Term } from './features.ts';

/** Log-odds that a place is the target's: this, and for each term of the evidence its weight. */
export const BIAS = ${round(all.bias)};
export const WEIGHTS: Record<Term, number> = {
${names.map((name, i) => `  ${name}: ${round(all.raw[i])},`).join('\n')}
};
`,
);
const articles = new Set(readCases().map(({ id }) => articlesOf(id)[0])).size;
writeResult(
  'anchoring-fit.md',
  `# Fit of the anchoring model

\`npm run fit:anchoring\`: ${rows.length} selections of ${articles} really edited articles, ${judged.length} of them weighed (the others stand word for word, or nothing was found). Articles are split in two by a hash of their name. A wrong place counts like ${WRONG_COSTS} lost ones.

The vetoes were thought of, and their thresholds first chosen, with all articles in view. The row "thresholds by the other half, too" lets each half choose the numbers anew; what kinds of vetoes there are remains a choice made in view of all.

${table(HEAD, summary)}

## The bar

Log-odds from which a place is painted, each half by the other's weights; 0 is shipped.

${table(HEAD, bars)}

## Without one veto

${table(HEAD, vetoes)}

## Thresholds

What each half alone would choose among 0.7 to 1.3 times the shipped value, and what other values do to all (against the shipped ones).

${table(
  ['threshold', 'shipped', 'first half', 'second half', 'x 0.7', 'x 0.9', 'x 1.1', 'x 1.3'],
  scans.map(({ row }) => row),
)}
`,
);
