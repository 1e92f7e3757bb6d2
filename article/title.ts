import { cleanText, keyOf, wordsIn } from './cleanText.ts';

export interface Heading {
  /** All of it, as shown. */
  text: string;
  /** Without the topic that stands above or before it in a part of its own. */
  bare: string;
}

export interface TitleSources {
  /** JSON-LD. */
  headline: string;
  /** JSON-LD's other headline, and the name of the piece beside its headline. */
  alternative: string;
  name: string;
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
  const [headline = '', og = '', ...rest] = [
    sources.headline,
    sources.og,
    sources.document,
    sources.twitter,
  ].map(clean);
  const said = [headline, og, ...rest].filter(Boolean);
  const likest = ({ text }: Heading) => Math.max(0, ...said.map((other) => likeness(text, other)));
  const h1 = sources.h1
    .map(({ text, bare }) => ({ text: cleanText(text, 500), bare: cleanText(bare, 500) }))
    .filter(({ text }) => keyOf(text) !== '' && !outlet.includes(keyOf(text)))
    .reduce<Heading | null>((best, one) => (best && likest(best) >= likest(one) ? best : one), null);
  const shown = h1 && (said.length === 0 || likest(h1) >= ALIKE) ? h1.bare : '';
  if (!headline) return shown || said[0] || '';
  return better(headline, [sources.alternative, sources.name].map(clean), h1, og, rest[0] ?? '') || headline;
}

/**
 * What stands against linked data's headline where `og:title` does not confirm it, or ''. They give words for search
 * engines, or an older headline, where the page shows their other headline or says three times the same; and their
 * headline begins with a topic where `og:title` is the rest of it.
 */
function better(headline: string, others: string[], h1: Heading | null, og: string, tab: string): string {
  const [data = '', meta = '', alternative, name] = [headline, og, ...others].map(keyOf);
  if (meta === data) return '';
  for (const text of h1 ? [h1.bare, h1.text] : []) {
    const key = keyOf(text);
    if (key === alternative || key === name) return text;
    if (!alternative && key === meta && key === keyOf(tab)) return og;
  }
  return meta.length >= 12 && data.endsWith(meta) ? og : '';
}

/** Cuts `… | Outlet`, `… - Desk - Outlet` and `Outlet: …` where the cut part is the outlet's name, and `… | Desk`. */
function withoutOutlet(text: string, outlet: string[]): string {
  let at = text;
  for (let round = 0; round < 3; round++) {
    const tail =
      /^(.{8,})(?:\s+[-–—·•:»~/]+\s+|\s*[|｜»ㅣ：]\s*|(?<=[^\x20-\u02ff])[-_])([^|｜–—·•»：]{2,60})$/.exec(
        at,
      );
    const head = /^([^|｜–—·•»]{2,40}?)\s*(?:[|｜»]|\s[-–—·:]+)\s*(.{12,})$/.exec(at);
    const desk = /^(.{20,}?)\s+[|｜]\s+[^|｜\s]+$/.exec(at);
    if (tail?.[1] && isOutlet(tail[2] ?? '', outlet)) at = tail[1].trim();
    else if (head?.[2] && isOutlet(head[1] ?? '', outlet)) at = head[2].trim();
    else if (desk?.[1]) at = desk[1].trim();
    else break;
  }
  return at;
}

/** How the names of outlets and their parts end that are written without spaces: net, paper, channel, news. */
const PRESS = /^\S{2,10}(?:[网網报報]|频道|新[闻聞]|ニュース|뉴스|일보|신문)$/;

function isOutlet(part: string, outlet: string[]): boolean {
  const key = keyOf(part);
  return (
    PRESS.test(part) ||
    (key.length > 1 &&
      outlet.some(
        (name) =>
          name === key || (key.length > 2 && name.includes(key)) || (name.length > 3 && key.includes(name)),
      ))
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
