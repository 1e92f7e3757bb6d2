/**
 * The detector's model: three logistic heads. `early` and `gate` ask "news, or no article at all?" of the head and of
 * everything; `news` asks "news, or any other page?".
 */
import { createHash } from 'node:crypto';
import { logistic } from '../logistic.mjs';

/** Ridge penalties found by cross-validation; the news head has the harder, noisier question. */
const RIDGE = { early: 8, gate: 8, news: 15 };
/** Probability of the gate from which a page is an article; above even odds: a wrong icon is the worse mistake. */
export const GATE_FROM = 0.6;
/** Score from which an article is called news. */
export const NEWS_FROM = 0.3;
/** Share of news that may be lost to the early look at address and head. */
const LOST_EARLY = 0.001;
const FOLDS = 10;

export class Model {
  constructor(pages) {
    this.pages = pages;
    this.isNews = pages.map((page) => (page.label === 'news' ? 1 : 0));
    // One publisher with forty pages must not count forty times.
    const perPublisher = new Map();
    for (const { publisher } of pages) perPublisher.set(publisher, (perPublisher.get(publisher) ?? 0) + 1);
    this.weights = pages.map(({ publisher }) => 1 / Math.sqrt(perPublisher.get(publisher)));
    this.names = { early: Object.keys(pages[0].cheap), full: Object.keys(pages[0].full) };
    this.rows = {
      early: pages.map(({ cheap }) => this.names.early.map((name) => cheap[name] ?? 0)),
      full: pages.map(({ full }) => this.names.full.map((name) => full[name] ?? 0)),
    };
    this.means = { early: meanOf(this.rows.early), full: meanOf(this.rows.full) };
  }

  /** Learns the heads from the pages of these places. The gate never sees other articles: they would blur it. */
  fit(train) {
    const clear = train.filter((i) => this.pages[i].label !== 'other-article');
    const head = (rows, from, ridge) =>
      logistic(
        from.map((i) => rows[i]),
        from.map((i) => this.isNews[i]),
        from.map((i) => this.weights[i]),
        ridge,
      );
    const heads = {
      early: head(this.rows.early, clear, RIDGE.early),
      gate: head(this.rows.full, clear, RIDGE.gate),
      news: head(this.rows.full, train, RIDGE.news),
    };
    const early = train
      .filter((i) => this.isNews[i])
      .map((i) => say(heads.early, this.rows.early[i]))
      .sort((a, b) => a - b);
    return { ...heads, floor: early[Math.floor(LOST_EARLY * early.length)] };
  }

  /** What the detector would say of a page; `sums` is what each reason adds for the head that decides. */
  predict({ early, gate, news, floor }, i) {
    const first = say(early, this.rows.early[i]);
    const article = say(gate, this.rows.full[i]);
    if (first < floor)
      return { early: first, gate: 0, score: first, kind: 'other', sums: this.#sums(early, 'early', i) };
    const isArticle = article >= GATE_FROM;
    const score = say(news, this.rows.full[i]) * (isArticle ? 1 : article);
    const kind = isArticle ? (score >= NEWS_FROM ? 'news' : 'article') : 'other';
    return { early: first, gate: article, score, kind, sums: this.#sums(isArticle ? news : gate, 'full', i) };
  }

  /** By the first letter of a feature's name, what it adds to the head's sum against an average page. */
  #sums(head, stage, i) {
    const sums = {};
    this.names[stage].forEach((name, j) => {
      const letter = name.charAt(0);
      const part = head.raw[j] * (this.rows[stage][i][j] - this.means[stage][j]);
      sums[letter] = (sums[letter] ?? 0) + part;
    });
    return sums;
  }

  /** What it would say of each page if it had learnt from the other groups only. */
  crossValidate(groupOf = foldOf) {
    const out = new Array(this.pages.length);
    for (const group of new Set(this.pages.map(groupOf))) {
      const places = this.pages.map((page, i) => [groupOf(page) === group, i]);
      const heads = this.fit(places.filter(([inside]) => !inside).map(([, i]) => i));
      for (const [inside, i] of places) if (inside) out[i] = this.predict(heads, i);
    }
    return out;
  }
}

const meanOf = (rows) => rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const say = ({ raw, bias }, row) => sigmoid(row.reduce((sum, value, j) => sum + value * raw[j], bias));
const foldOf = ({ publisher }) => createHash('md5').update(publisher).digest()[0] % FOLDS;
