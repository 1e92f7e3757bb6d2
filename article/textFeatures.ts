import { countOf, isHuge, select, selectFirst, tagsIn, textOf, titleOf } from './dom';
import type { Features } from './headFeatures';
import * as words from './newsSignals';
import type { Box, Outline } from './outline';
import { type Prose, readProse } from './prose';

const flag = (value: unknown) => (value ? 1 : 0);
const log = (value: number) => Math.log10(1 + value);
const within = (box: Box, pattern: RegExp, steps: number) => {
  for (let up: Box | null = box, step = 0; up && step < steps; up = up.parent, step++)
    if (pattern.test(up.names)) return 1;
  return 0;
};

/** Selectors instead of a look at each name: the browser is quicker at it than a script that has just been started. */
const named = (parts: string) => `[class*=${parts.split(' ').join('],[class*=')}]`;
const SHARE = named('share social');
const CART = named('cart Cart basket checkout price Price preis');
const DATED = named(
  'publish Publish dateline timestamp pubdate article-date article__date post-date entry-date story-date',
);

/** What the page's body says: paragraphs and where they stand, links, headings, marks of bylines, shops and forums. */
export function textFeatures(document: Document, outline: Outline): Features & { paragraphs: number } {
  const prose = readProse(outline);
  const { best, wide } = bestContainers(prose);
  const total = prose.paragraphs.reduce((sum, { text }) => sum + text, 0);
  // On a page of a hundred thousand elements even the browser's own search takes long; it does without these.
  const huge = isHuge(document);
  const count = (tag: string) => (huge ? 0 : countOf(document, tag));
  const h1 = prose.h1;
  const title = titleOf(document).replace(/\s+/g, ' ').toLowerCase();
  const heading = prose.h1Text.toLowerCase();
  const marked = (selector: string) => (huge ? 0 : select(document, selector, 12).length);
  // A box of many elements that is called so is the page, not a date.
  const dates = (huge ? [] : select(document, DATED, 40)).filter((element) => {
    const length = tagsIn(element, '*').length > 12 ? 0 : textOf(element).trim().length;
    return length > 3 && length < 200;
  }).length;
  return {
    paragraphs: best.count,
    pText: log(best.text),
    pWide: log(wide.text),
    pShare: total ? best.text / total : 0,
    pWideShare: total ? wide.text / total : 0,
    pCount: Math.min(best.count, 30) / 30,
    pWideCount: Math.min(wide.count, 50) / 50,
    pContainers: Math.min(prose.containers.size, 40) / 40,
    pStops: best.text ? Math.min((40 * best.stops) / best.text, 2) / 2 : 0,
    lHeadlines: log(outline.headlineLinks),
    lBalance: log(outline.headlineLinks) - log(best.text / 80),
    lDesks: Math.min(outline.desks, 12) / 12,
    hCount: log(prose.headings),
    hLinked: prose.headings ? prose.linkedHeadings / prose.headings : 0,
    h1Count: Math.min(count('h1'), 5) / 5,
    h1Length: Math.min(h1?.allText ?? 0, 120) / 120,
    h1Linked: flag(h1 && h1.allLinked > 0.5 * h1.allText),
    h1Title: flag(heading.length > 15 && title.includes(heading.slice(0, 40))),
    aOne: flag(count('article') === 1),
    nGood: best.box ? within(best.box, words.GOOD_NAME, 5) : 0,
    nBad: best.box ? within(best.box, words.BAD_NAME, 5) : 0,
    bDateOne: flag(dates >= 1 && dates <= 4),
    bTimeOne: flag(count('time') >= 1 && count('time') <= 4),
    bAuthorLink: flag(selectFirst(document, 'a[rel~="author"],[itemprop~="author"]')),
    sShare: log(marked(SHARE)),
    xImages: log(count('img')),
    xInputs: log(count('input')),
    xCart: log(marked(CART)),
    xCode: log(count('pre') + count('code') / 3),
    xSelects: log(count('select')),
  };
}

interface Container {
  box: Box | null;
  text: number;
  count: number;
  stops: number;
  linked: number;
}

/** The container with the most paragraph text, and the same one level up, for texts split into sections. */
function bestContainers(prose: Prose): { best: Container; wide: Container } {
  const none = (): Container => ({ box: null, text: 0, count: 0, stops: 0, linked: 0 });
  let best = none();
  const parents = new Map<Box, Container>();
  for (const [box, group] of prose.containers) {
    if (group.text > best.text) best = { box, ...group };
    const parent = box.parent ?? box;
    const sum = parents.get(parent) ?? { ...none(), box: parent };
    sum.text += group.text;
    sum.count += group.count;
    parents.set(parent, sum);
  }
  let wide = none();
  for (const sum of parents.values()) if (sum.text > wide.text) wide = sum;
  return { best, wide };
}
