import { randomFrom } from './random.ts';

export interface Paragraph {
  text: string;
  tag: string;
}

export interface PageOptions {
  /** Put a banner, an advertisement, wrappers and promotions around and between the paragraphs. */
  inserted?: boolean;
  /** Another seed marks up other words, as a new rendering of the page would. */
  seed?: number;
}

/** Words of the page besides its paragraphs. */
export const NAVIGATION = ['Front', 'Money', 'Arts', 'Sea'];
export const CLOSING = 'Contact us. Imprint. Privacy. Terms of use.';
/** Every ninth paragraph is followed by a picture. */
export const captionOf = (number: number): string | null =>
  number % 9 === 4
    ? `Picture ${number}: taken at the scene by a staff photographer, roll ${(number * 37) % 90}`
    : null;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A news-like page: navigation, paragraphs with inline mark-up, pictures with captions, a footer. */
export function newsPage(paragraphs: Paragraph[], { inserted = false, seed = 1 }: PageOptions = {}): string {
  const body = paragraphs.map((paragraph, i) => {
    const promo =
      inserted && i % 7 === 2 ? `<aside><p>More on this: story number ${i} was put here.</p></aside>` : '';
    const caption = captionOf(i);
    const picture = caption
      ? `<figure><img alt="" width="600" height="9"><figcaption>${caption}</figcaption></figure>`
      : '';
    return `\n    ${markUp(paragraph, i, randomFrom(seed * 7919 + i))}${promo}${picture}`;
  });
  const banner = inserted
    ? '<div><b>Just in:</b> a story that was not here before</div><div>Advertisement</div>'
    : '';
  const wrap = inserted ? ['<div><div>', '</div></div>'] : ['', ''];
  return `<header><nav><ul>${NAVIGATION.map((name) => `<li><a href="/${name}">${name}</a></li>`).join('\n')}</ul></nav></header>
${banner}<main>${wrap[0]}<article>${body.join('')}\n</article>${wrap[1]}</main><footer><p>${CLOSING}</p></footer>`;
}

/** Every thirtieth word or so begins a link or an emphasis. */
function markUp({ text, tag }: Paragraph, number: number, random: () => number): string {
  const words = text.split(' ');
  const html: string[] = [];
  for (let i = 0; i < words.length; ) {
    const dice = random();
    const count = dice < 0.03 && i + 3 < words.length ? 1 + Math.floor(random() * 3) : 1;
    const piece = escaped(words.slice(i, i + count).join(' '));
    html.push(dice >= 0.03 ? piece : dice < 0.018 ? `<a href="/w${i}">${piece}</a>` : `<em>${piece}</em>`);
    i += count;
  }
  return `<${tag} data-n="${number}">${html.join(' ')}</${tag}>`;
}

export const paragraphAt = (number: number): Element => {
  const element = document.querySelector(`[data-n="${number}"]`);
  if (!element) throw new Error(`No paragraph ${number}`);
  return element;
};

/** Range of the units `start..end` of an element's text content. */
export function rangeIn(element: Element, start: number, end: number): Range {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let position = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = (node as Text).data.length;
    if (!begun && start < position + length) {
      range.setStart(node, start - position);
      begun = true;
    }
    if (begun && end <= position + length) {
      range.setEnd(node, end - position);
      return range;
    }
    position += length;
  }
  throw new Error(`No text ${start}..${end} in paragraph`);
}

/** Offsets of ranges in the raw text of the body, to compare places found by different programs. */
export class RawOffsets {
  private readonly starts = new Map<Node, number>();
  private total = 0;

  constructor() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      this.starts.set(node, this.total);
      this.total += (node as Text).data.length;
    }
  }

  of(range: Range): [number, number] {
    return [this.at(range.startContainer, range.startOffset), this.at(range.endContainer, range.endOffset)];
  }

  private at(node: Node, offset: number): number {
    const start = this.starts.get(node);
    if (start !== undefined) return start + offset;
    const point = document.createRange();
    point.setStart(node, offset);
    for (const [text, at] of this.starts) if (point.comparePoint(text, 0) >= 0) return at;
    return this.total;
  }
}

/** Overlap of two stretches as a share of what they cover together. */
export function overlap(a: [number, number], b: [number, number]): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
