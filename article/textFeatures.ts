import { type Box, namesOf } from './box.ts';
import { isHuge, select, tagsIn, textOf, titleOf } from './dom.ts';
import { BAD_NAME, GOOD_NAME } from './newsSignals.ts';
import type { Outline } from './outline.ts';
import { type Features, flag, log, share } from './pageFeatures.ts';
import type { Prose } from './prose.ts';
import { wordingFeatures } from './wordingFeatures.ts';

/** Selectors instead of a look at each name: the browser is quicker at it than a script that has just been started. */
const named = (parts: string) => `[class*=${parts.split(' ').join('],[class*=')}]`;
const SHARING = named('share social');
const SELLING = named('cart Cart basket checkout price Price preis');
const COMMENTS = `${named('comment')},[id*=comment]`;
/** Of the text, as much as is read for its wording, UTF-16 units. */
const SAMPLE = 6_000;
/** On a huge page the text of a larger paragraph is not asked for: one element may hold millions of nodes. Width. */
const LARGEST = 10_000;

/** What the page's body says: paragraphs and where they stand, links, headings, wording, marks of shops and forums. */
export function textFeatures(
  document: Document,
  outline: Outline,
  prose: Prose,
): { features: Features; paragraphs: number } {
  const text = chief(prose);
  // On a page of twenty thousand elements even the browser's own search takes long; it does without these.
  const huge = isHuge(document);
  const count = (tag: string) => (huge ? 0 : tagsIn(document, tag).length);
  const marked = (selector: string, most: number) => (huge ? 0 : select(document, selector, most).length);
  const times = count('time');
  const title = titleOf(document).replace(/\s+/g, ' ').toLowerCase();
  const heading = prose.h1Text.toLowerCase();
  const features = {
    pShare: prose.text ? text.text / prose.text : 0,
    pGood: within(text.box, GOOD_NAME),
    pBad: within(text.box, BAD_NAME),
    pImages: log(count('img')),
    pBalance: log(outline.headlineLinks) - log(text.text / 80),
    pHeadings: log(prose.headings),
    pLinked: prose.headings ? prose.linkedHeadings / prose.headings : 0,
    pInside: share(headingsIn(outline, text.box), 20),
    hLinked: flag(prose.h1 && prose.h1.allLinked > 0.5 * prose.h1.allText),
    hTitle: flag(heading.length > 15 && title.includes(heading.slice(0, 40))),
    bTime: flag(times > 0 && times < 5),
    sShare: log(marked(SHARING, 12)),
    cCart: log(marked(SELLING, 12)),
    fComments: log(marked(COMMENTS, 60)),
    mCode: log(count('pre') + count('code') / 3),
    ...wordingFeatures(sample(prose, text.box, huge ? LARGEST : Number.POSITIVE_INFINITY)),
  };
  return { features, paragraphs: text.count };
}

interface Chief {
  box: Box | null;
  text: number;
  count: number;
}

/** The container with the most paragraph text. */
function chief({ containers }: Prose): Chief {
  let best: Chief = { box: null, text: 0, count: 0 };
  for (const [box, group] of containers) if (group.text > best.text) best = { box, ...group };
  return best;
}

function within(box: Box | null, pattern: RegExp): number {
  for (let up = box, step = 0; up && step < 5; up = up.parent, step++)
    if (pattern.test(namesOf(up))) return 1;
  return 0;
}

/** Headings that divide the text: manuals and legal pages have many. */
function headingsIn({ boxes }: Outline, text: Box | null): number {
  let inside = 0;
  for (const box of boxes) {
    if (box.level < 2) continue;
    let up: Box | null = box;
    for (let step = 0; up && up !== text && step < 8; step++) up = up.parent;
    if (up && up === text) inside++;
  }
  return inside;
}

function sample({ paragraphs }: Prose, container: Box | null, largest: number): string {
  let text = '';
  for (const paragraph of paragraphs) {
    if (paragraph.container === container && paragraph.box.allText < largest)
      text += `${textOf(paragraph.box.element)
        .slice(0, SAMPLE / 2)
        .trim()}\n`;
    if (text.length > SAMPLE) break;
  }
  return text;
}
