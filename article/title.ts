import { cleanText, keyOf, wordsIn } from './cleanText';

export interface Heading {
  /** All of it, as shown. */
  text: string;
  /** Without the topic that stands above or before it in a part of its own. */
  bare: string;
}

export interface TitleSources {
  /** JSON-LD. */
  headline: string;
  og: string;
  twitter: string;
  document: string;
  /** All main headings of the page. */
  h1: Heading[];
}

/** From this likeness to another source on, a main heading is the piece's own. */
const ALIKE = 0.3;

/**
 * The headline: what linked data say, else the main heading where it is the piece's own, else what metas and the
 * document's title say; with the outlet's name cut off where it stands as head or tail. `names` are the outlet's
 * names and host name. Empty when there is none.
 */
export function chooseTitle(sources: TitleSources, names: string[]): string {
  const outlet = names.map(keyOf).filter((key) => key.length > 1);
  const clean = (text: string) => withoutOutlet(cleanText(text, 500), outlet);
  const headline = clean(sources.headline);
  const said = [headline, clean(sources.og), clean(sources.twitter), clean(sources.document)].filter(Boolean);
  const likest = ({ text }: Heading) => Math.max(0, ...said.map((other) => likeness(text, other)));
  const h1 = sources.h1
    .map(({ text, bare }) => ({ text: cleanText(text, 500), bare: cleanText(bare, 500) }))
    .filter(({ text }) => keyOf(text) !== '' && !outlet.includes(keyOf(text)))
    .reduce<Heading | null>((best, one) => (best && likest(best) >= likest(one) ? best : one), null);
  const shown = h1 && (said.length === 0 || likest(h1) >= ALIKE) ? h1.bare : '';
  return headline || shown || said[0] || '';
}

/** Cuts `… | Outlet`, `… - Desk - Outlet` and `Outlet: …` where the cut part is the outlet's name, and `… | Desk`. */
function withoutOutlet(text: string, outlet: string[]): string {
  let at = text;
  for (let round = 0; round < 3; round++) {
    const tail =
      /^(.{8,})(?:\s+[-–—·•:»~/]+\s+|\s*[|｜»ㅣ：]\s*|(?<=[^\x20-\u02ff])[-_])([^|｜–—·•»：]{2,60})$/.exec(
        at,
      );
    const head = /^([^|｜–—·•»]{2,40}?)\s*(?:[|｜»]|\s[-–—·:])\s*(.{12,})$/.exec(at);
    const desk = /^(.{20,}?)\s+[|｜]\s+[^|｜\s]+$/.exec(at);
    if (tail?.[1] && isOutlet(tail[2] ?? '', outlet)) at = tail[1].trim();
    else if (head?.[2] && isOutlet(head[1] ?? '', outlet)) at = head[2].trim();
    else if (desk?.[1]) at = desk[1].trim();
    else break;
  }
  return at;
}

function isOutlet(part: string, outlet: string[]): boolean {
  const key = keyOf(part);
  return (
    key.length > 1 &&
    outlet.some(
      (name) =>
        name === key || (key.length > 2 && name.includes(key)) || (name.length > 3 && key.includes(name)),
    )
  );
}

/** Share of the shorter text's words found in the other, 0..1; 2 where they are the same. */
function likeness(a: string, b: string): number {
  if (keyOf(a) === keyOf(b)) return 2;
  const [wordsA, wordsB] = [a, b].map((text) => new Set(wordsIn(text.toLowerCase())));
  if (!wordsA?.size || !wordsB?.size) return 0;
  let shared = 0;
  for (const word of wordsA) if (wordsB.has(word)) shared++;
  return shared / Math.min(wordsA.size, wordsB.size);
}
