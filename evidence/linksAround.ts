import type { FoundLink } from '#model/LinkCandidate.ts';
import { webAddress } from '#model/webAddress.ts';

/** More links than this in one paragraph are a menu. */
const MOST_LINKS = 100;
/** Longer blocks are no paragraphs. */
const LONGEST_BLOCK = 20_000;

const BLOCK = 'p, li, td, th, dd, blockquote, figcaption, h1, h2, h3, h4, h5, h6, div, section, article';

// A form's named fields can hide these properties from us; prototypes can't be hidden.
const select = (root: Element, selector: string): Element[] => [
  ...Element.prototype.querySelectorAll.call(root, selector),
];

/** Text offsets of a node's two ends within a block. */
function extent(block: Element, node: Range | Element): [number, number] {
  const before = block.ownerDocument.createRange();
  before.setStart(block, 0);
  const own = node instanceof Range ? node : block.ownerDocument.createRange();
  if (!(node instanceof Range)) own.selectNode(node);
  before.setEnd(own.startContainer, own.startOffset);
  const start = before.toString().length;
  return [start, start + own.toString().length];
}

/** The stretch of a text that holds the sentences touched by a range. */
function sentencesAround(text: string, start: number, end: number): [number, number] {
  const segments = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  const touched = segments.filter(({ index, segment }) => index < end && index + segment.length > start);
  const last = touched.at(-1);
  return [touched[0]?.index ?? start, last ? last.index + last.segment.length : end];
}

/**
 * Links inside the highlighted range or beside it in the same sentence, as the page has them: web addresses only, none
 * twice, none to the page itself. Reads the DOM, fetches nothing. Empty where the range is outside of `body`.
 */
export function linksAround(body: Element, range: Range, pageUrl: string): FoundLink[] {
  if (!body.contains(range.startContainer) || !body.contains(range.endContainer)) return [];
  const common = range.commonAncestorContainer;
  const element = common instanceof Element ? common : common.parentElement;
  const block = element?.closest(BLOCK) ?? body;
  // A line break in the mark-up is a blank to the reader, but ends a sentence for the segmenter.
  const text = (block.textContent ?? '').replace(/\s/gu, ' ');
  const beside = text.length <= LONGEST_BLOCK;
  const [start, end] = extent(block, range);
  const [from, to] = beside ? sentencesAround(text, start, end) : [start, end];
  const page = bare(pageUrl);
  const found = new Map<string, FoundLink>();
  for (const link of select(block, 'a[href]').slice(0, MOST_LINKS)) {
    const url = destination(link, pageUrl);
    if (!url || bare(url) === page) continue;
    const [first, last] = extent(block, link);
    const place = first < end && last > start ? 'inside' : 'beside';
    if (first >= to || last <= from || (found.has(url) && place === 'beside')) continue;
    found.set(url, {
      url,
      text: (link.textContent ?? '').replace(/\s+/gu, ' ').trim(),
      place,
    });
  }
  return [...found.values()].sort((a, b) => Number(b.place === 'inside') - Number(a.place === 'inside'));
}

function destination(link: Element, pageUrl: string): string | undefined {
  const href = link.getAttribute('href') ?? '';
  return URL.canParse(href, pageUrl) ? webAddress(new URL(href, pageUrl).href) : undefined;
}

/** An address without its fragment. */
const bare = (url: string): string => url.split('#')[0] ?? url;
