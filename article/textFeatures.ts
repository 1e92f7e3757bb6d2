import { attributeOf, matches, selectFirst, titleOf } from './dom';
import type { Features } from './headFeatures';
import { log } from './headFeatures';
import * as words from './newsSignals';
import type { Box, Outline } from './outline';
import { type Prose, readProse } from './prose';

const flag = (value: unknown) => (value ? 1 : 0);
const within = (box: Box, pattern: RegExp, steps: number) => {
  for (let up: Box | null = box, step = 0; up && step < steps; up = up.parent, step++)
    if (pattern.test(up.names)) return 1;
  return 0;
};

/** What the page's body says: paragraphs and where they stand, links, headings, marks of bylines, shops and forums. */
export function textFeatures(
  document: Document,
  outline: Outline,
  headline: string,
): Features & { paragraphs: number } {
  const { boxes, tags } = outline;
  const prose = readProse(outline);
  const { best, wide } = bestContainers(prose);
  const total = prose.paragraphs.reduce((sum, { text }) => sum + text, 0);
  const count = (tag: string) => tags.get(tag) ?? 0;
  const h1 = prose.h1;
  const title = titleOf(document).replace(/\s+/g, ' ').toLowerCase();
  const heading = prose.h1Text.toLowerCase();
  const has = (pattern: RegExp, most = 12) => {
    let found = 0;
    for (const box of boxes) if (pattern.test(box.names) && ++found >= most) break;
    return found;
  };
  const bylines = boxes.filter(
    (box) => box.allText > 2 && box.allText < 300 && words.BYLINE_NAME.test(box.names),
  ).length;
  const dates = boxes.filter(
    (box) => box.allText > 3 && box.allText < 200 && words.DATE_NAME.test(box.names),
  ).length;
  const page = boxes[0];
  return {
    paragraphs: best.count,
    pText: log(best.text),
    pWide: log(wide.text),
    pTotal: log(total),
    pShare: total ? best.text / total : 0,
    pWideShare: total ? wide.text / total : 0,
    pCount: Math.min(best.count, 30) / 30,
    pWideCount: Math.min(wide.count, 50) / 50,
    pAverage: best.count ? Math.min(best.text / best.count, 800) / 800 : 0,
    pContainers: Math.min(prose.containers.size, 40) / 40,
    pLongest: Math.min(prose.longest, 1500) / 1500,
    pAside: prose.aside / (prose.aside + total + 1),
    pStops: best.text ? Math.min((40 * best.stops) / best.text, 2) / 2 : 0,
    pLinked: best.text ? Math.min(best.linked / best.text, 0.5) * 2 : 0,
    pOfPage: page?.allText ? best.text / page.allText : 0,
    pBreaks: flag(best.broken),
    lCount: log(outline.links),
    lHeadlines: log(outline.headlineLinks),
    lShare: page?.allText ? page.allLinked / (page.allText + 200) : 0,
    lBalance: log(outline.headlineLinks) - log(best.text / 80),
    lDesks: Math.min(outline.desks, 12) / 12,
    hCount: log(prose.headings),
    hLinked: prose.headings ? prose.linkedHeadings / prose.headings : 0,
    hLinkedCount: log(prose.linkedHeadings),
    h1Count: Math.min(count('h1'), 5) / 5,
    h1One: flag(count('h1') === 1),
    h1Length: Math.min(h1?.allText ?? 0, 120) / 120,
    h1Linked: flag(h1 && h1.allLinked > 0.5 * h1.allText),
    h1Title: flag(heading.length > 15 && title.includes(heading.slice(0, 40))),
    h1Headline: flag(heading.length > 8 && headline.toLowerCase().slice(0, 25) === heading.slice(0, 25)),
    h1Before: flag(h1 && best.box && boxes.indexOf(h1) < boxes.indexOf(best.box)),
    aCount: log(count('article')),
    aOne: flag(count('article') === 1),
    aIn: flag(best.box && inside(best.box, (box) => box.tag === 'article' || isBodyMark(box))),
    aMain: flag(
      best.box && inside(best.box, (box) => box.tag === 'main' || /\bmain\b|\bcontent\b/.test(box.names)),
    ),
    nGood: best.box ? within(best.box, words.GOOD_NAME, 5) : 0,
    nBad: best.box ? within(best.box, words.BAD_NAME, 5) : 0,
    bByline: log(bylines),
    bOne: flag(bylines >= 1 && bylines <= 4),
    bDate: log(dates),
    bDateOne: flag(dates >= 1 && dates <= 4),
    bTime: log(count('time')),
    bTimeOne: flag(count('time') >= 1 && count('time') <= 4),
    bAuthorLink: flag(selectFirst(document, 'a[rel~="author"],[itemprop~="author"]')),
    sShare: log(has(words.SHARE_NAME)),
    xFigures: log(count('figure')),
    xFigcaption: flag(count('figcaption')),
    xImages: log(count('img')),
    xPassword: flag(selectFirst(document, 'input[type="password"]')),
    xForms: log(count('form')),
    xInputs: log(count('input')),
    xCart: log(has(words.CART_NAME)),
    xForum: log(has(words.FORUM_NAME)),
    xCode: log(count('pre') + count('code') / 3),
    xTables: log(count('table')),
    xSelects: log(count('select')),
    xItems: log(count('li')),
    xQuotes: log(count('blockquote')),
    iNews: flag(selectFirst(document, '[itemtype*="NewsArticle"]')),
    iArticle: flag(selectFirst(document, '[itemtype$="schema.org/Article"],[itemtype*="BlogPosting"]')),
    iBody: flag(selectFirst(document, '[itemprop~="articleBody"]')),
    iProduct: flag(
      selectFirst(
        document,
        '[itemtype*="schema.org/Product"],[itemtype*="schema.org/Offer"],[itemprop~="price"]',
      ),
    ),
    iDate: flag(selectFirst(document, '[itemprop~="datePublished"]')),
  };
}

const isBodyMark = (box: Box) =>
  attributeOf(box.element, 'itemprop') !== null && matches(box.element, '[itemprop~="articleBody"]');

function inside(box: Box, test: (box: Box) => boolean): boolean {
  for (let up: Box | null = box; up; up = up.parent) if (test(up)) return true;
  return false;
}

interface Container {
  box: Box | null;
  text: number;
  count: number;
  stops: number;
  linked: number;
  broken: boolean;
}

/** The container with the most paragraph text, and the same one level up, for texts split into sections. */
function bestContainers(prose: Prose): { best: Container; wide: Container } {
  const none = (): Container => ({ box: null, text: 0, count: 0, stops: 0, linked: 0, broken: false });
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
