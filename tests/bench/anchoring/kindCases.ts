import type { EditedCase } from './inPage.ts';
import { CLOSING, captionOf, NAVIGATION } from './newsPage.ts';
import { randomFrom } from './random.ts';

/** The kinds of edits that are hard, each made from the edits of really edited pages. */
export const KINDS = {
  kept: 'words that stand unchanged once in a rewritten page',
  around: 'short phrase whose sentence was rewritten around it',
  list: 'alike items of a list, one edited',
  inserted: 'quote cut by inserted mark-up',
};

export interface KindCase {
  kind: keyof typeof KINDS;
  /** Without the number of the version: pages of one article are never on both sides of a split. */
  article: string;
  old: string[];
  new: string[];
  /** In the old page: paragraph and offsets. */
  from: [number, number, number];
  /** The same words in the new one. */
  to: [number, number, number];
  /** Put into the new page: paragraph, offset, mark-up. */
  insertion?: [number, number, string];
}

/** What content systems put into the middle of sentences. */
const MARK_UP = [
  '<sup class="reference"><a href="#n3">[3]</a></sup>',
  '<div class="ad-slot" aria-label="Advertisement">Advertisement</div>',
  '<aside class="related"><p>Read also: The old quay is to be sold</p></aside>',
  '<a href="/topic" class="inline-link"> (more on this)</a>',
  '<span class="tooltip" hidden>An invented definition of the word</span>',
  '<button type="button">Share</button>',
  '<figure><img alt=""><figcaption>A view of the harbour</figcaption></figure>',
  '<br><wbr>',
];
/** Of one article in one kind, so that none has much weight. */
const MOST_OF_ARTICLE = 5;

interface Word {
  text: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
const plainWords = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the words of both that both have, 0..1. */
function likeness(one: string[], other: string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / Math.max(1, a.size + b.size - common);
}

/** All text of the benchmark's page, for counting. */
const pageText = (paragraphs: string[]): string =>
  [...NAVIGATION, ...paragraphs.flatMap((text, i) => [text, captionOf(i) ?? '']), CLOSING]
    .join('\n')
    .toLowerCase();
const countIn = (text: string, part: string): number => text.split(part.toLowerCase()).length - 1;

/** Cases of every kind from pairs of texts, the same at every run. */
export function kindCases(pairs: EditedCase[]): KindCase[] {
  const random = randomFrom(41);
  const cases: KindCase[] = [];
  const taken = new Map<string, number>();
  const add = (one: KindCase) => {
    const key = `${one.kind} ${one.article}`;
    const count = taken.get(key) ?? 0;
    if (count >= MOST_OF_ARTICLE) return;
    taken.set(key, count + 1);
    cases.push(one);
  };
  const edits = replacementsIn(pairs);
  for (const pair of pairs) {
    // Another article's text has no place for the words of this one.
    if (!pair.sels.some(({ label }) => label === 'same' || label === 'edited')) continue;
    for (const found of phrases(pair, random)) add(found);
    for (const found of listItems(pair, edits, random)) add(found);
    for (const found of cutQuotes(pair, random)) add(found);
  }
  return cases;
}

export const articleOf = (id: string): string => id.split('=>')[0]?.replace(/:\d+-\d+(?:#.*)?$/, '') ?? id;

/** Phrases that stand once in both pages, with other words before and after them. */
function phrases({ id, old, new: now }: EditedCase, random: () => number): KindCase[] {
  const [before, after] = [pageText(old), pageText(now)];
  const found: KindCase[] = [];
  for (const [b, text] of old.entries()) {
    const words = wordsOf(text);
    for (let tries = 0; tries < 12 && words.length > 6; tries++) {
      const at = Math.floor(random() * (words.length - 5));
      const count = 1 + Math.floor(random() * 4);
      const [first, last] = [words[at], words[at + count - 1]];
      if (!first || !last) continue;
      const phrase = text.slice(first.start, last.end).replace(/[.,;:!?)”"]+$/, '');
      if (phrase.length < 6 || /[.!?]\s|^\W/.test(phrase)) continue;
      if (countIn(before, phrase) !== 1 || countIn(after, phrase) !== 1) continue;
      const nb = now.findIndex((one) => one.toLowerCase().includes(phrase.toLowerCase()));
      const there = now[nb];
      if (there === undefined) continue;
      const start = there.toLowerCase().indexOf(phrase.toLowerCase());
      const [a, z] = [first.start, first.start + phrase.length];
      const end = start + phrase.length;
      const same = (one: string[], other: string[]) => one.filter((word) => other.includes(word)).length / 5;
      const left = same(plainWords(text.slice(0, a)).slice(-5), plainWords(there.slice(0, start)).slice(-5));
      const right = same(plainWords(text.slice(z)).slice(0, 5), plainWords(there.slice(end)).slice(0, 5));
      if (left > 0.4 || right > 0.4) continue;
      const kind = likeness(plainWords(text), plainWords(there)) < 0.3 ? 'kept' : 'around';
      found.push({ kind, article: articleOf(id), old, new: now, from: [b, a, z], to: [nb, start, end] });
    }
  }
  return found;
}

/** Items of a list that share much of their words; in the new page one has another word, as editors changed words. */
function listItems({ id, old }: EditedCase, edits: string[], random: () => number): KindCase[] {
  const found: KindCase[] = [];
  const words = old.map(plainWords);
  const isItem = (i: number) => {
    const length = old[i]?.length ?? 0;
    return length > 25 && length < 260;
  };
  const alike = (i: number, j: number) =>
    isItem(i) && isItem(j) && likeness(words[i] ?? [], words[j] ?? []) >= 0.4;
  for (const [b, text] of old.entries()) {
    if (![b - 2, b - 1, b + 1, b + 2].some((other) => alike(b, other))) continue;
    const all = wordsOf(text);
    const target = all[1 + Math.floor(random() * Math.max(1, all.length - 2))];
    const word = edits[Math.floor(random() * edits.length)];
    if (!target || !word || all.length < 5) continue;
    const changed = `${text.slice(0, target.start)}${word}${text.slice(target.end)}`;
    const now = old.map((one, i) => (i === b ? changed : one));
    if (changed === text || old.includes(changed)) continue;
    found.push({
      kind: 'list',
      article: articleOf(id),
      old,
      new: now,
      from: [b, 0, text.length],
      to: [b, 0, changed.length],
    });
  }
  return found;
}

/** Sentences that stand in both pages, cut by something that the new page put into them. */
function cutQuotes({ id, old, new: now, sels }: EditedCase, random: () => number): KindCase[] {
  return sels.flatMap(({ b, s, e, label, gold }): KindCase[] => {
    if (label !== 'same' || !gold || gold[0] !== gold[2] || e - s < 25) return [];
    const [nb, start, , end] = gold;
    const spaces = wordsOf(now[nb] ?? '').filter((word) => word.start > start + 4 && word.start < end - 4);
    const at = spaces[Math.floor(random() * spaces.length)]?.start;
    const html = MARK_UP[Math.floor(random() * MARK_UP.length)];
    if (at === undefined || !html) return [];
    return [
      {
        kind: 'inserted',
        article: articleOf(id),
        old,
        new: now,
        from: [b, s, e],
        to: [nb, start, end],
        insertion: [nb, at, html],
      },
    ];
  });
}

/** Words that editors put in the place of another: from paragraphs of equal length that differ in one or two words. */
function replacementsIn(pairs: EditedCase[]): string[] {
  const found = new Set<string>();
  for (const { old, new: now } of pairs)
    for (const [i, text] of old.entries()) {
      const [a, b] = [wordsOf(text), wordsOf(now[i] ?? '')];
      if (a.length !== b.length || a.length < 6) continue;
      const changed = b.filter((word, at) => word.text !== a[at]?.text);
      if (changed.length > 0 && changed.length < 3) for (const { text: word } of changed) found.add(word);
    }
  return [...found].sort();
}
